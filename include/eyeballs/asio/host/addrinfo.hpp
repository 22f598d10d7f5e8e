// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The system's getaddrinfo, with results and errors of Asio's.

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "../../address/address_family.hpp"
#include "../../core/result.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// getaddrinfo's verdict in Asio's codes.
inline error_code addrinfo_error(int code) noexcept {
  switch (code) {
    case EAI_AGAIN: return asio::error::host_not_found_try_again;
    case EAI_BADFLAGS: return asio::error::invalid_argument;
    case EAI_FAIL: return asio::error::no_recovery;
    case EAI_FAMILY: return asio::error::address_family_not_supported;
    case EAI_MEMORY: return asio::error::no_memory;
    case EAI_SERVICE: return asio::error::service_not_found;
    case EAI_SOCKTYPE: return asio::error::socket_type_not_supported;
    case EAI_SYSTEM: return {errno, asio::error::get_system_category()};
    default: return asio::error::host_not_found;
  }
}

/// Whether the verdict is that the host is known, but not by an address of that family. A system
/// that has no codes for it says that there is no such host.
inline bool is_no_data(int code) noexcept {
#ifdef EAI_NODATA
  if (code == EAI_NODATA && code != EAI_NONAME) return true;
#endif
#ifdef EAI_ADDRFAMILY
  if (code == EAI_ADDRFAMILY) return true;
#endif
  return false;
}

/// Which addresses a lookup asks for: those of one family, or all.
enum class asked_family : unsigned char { v4, v6, both };

constexpr asked_family asked_of(address_family f) noexcept {
  return f == address_family::v6 ? asked_family::v6 : asked_family::v4;
}

/// What a host may be.
enum class host_form : unsigned char { name_or_address, address_only };

inline int to_af(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return AF_INET;
    case asked_family::v6: return AF_INET6;
    default: return AF_UNSPEC;
  }
}

/// "IPv6 ", "IPv4 "; nothing for both.
inline const char* prefix_of(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return "IPv4 ";
    case asked_family::v6: return "IPv6 ";
    default: return "";
  }
}

/// The TCP endpoints of `service` at `host`; none, if the host has no address of that family.
/// Blocks.
///
/// AI_ADDRCONFIG is never used: which families are worth asking for is not getaddrinfo's to decide,
/// which takes a link-local address for connectivity, and on a machine that has nothing but its
/// loopback denies ::1.
inline result<std::vector<tcp::endpoint>> get_addresses(
    const std::string& host, const std::string& service, asked_family family,
    host_form form = host_form::name_or_address) {
  addrinfo hints{};
  hints.ai_family = to_af(family);
  hints.ai_socktype = SOCK_STREAM;
  if (form == host_form::address_only) hints.ai_flags = AI_NUMERICHOST;

  std::vector<tcp::endpoint> endpoints;
  addrinfo* list = nullptr;
  if (const int failed = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list)) {
    const std::error_code code(addrinfo_error(failed));
    if (is_no_data(failed)) return endpoints;
    return error(code, prefix_of(family) + host + ' ' + service);
  }
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
  for (; list; list = list->ai_next) {
    tcp::endpoint e;
    if (list->ai_addrlen > e.capacity()) continue;
    std::memcpy(e.data(), list->ai_addr, list->ai_addrlen);
    e.resize(list->ai_addrlen);
    endpoints.push_back(e);
  }
  return endpoints;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
