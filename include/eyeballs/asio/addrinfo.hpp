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

#include "../core/result.hpp"
#include "config.hpp"
// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/tcp.hpp)
// clang-format on

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {
namespace asio_detail {

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

/// "IPv6 ", "IPv4 "; nothing for both.
inline const char* family_name(int family) noexcept {
  return family == AF_INET6 ? "IPv6 " : family == AF_INET ? "IPv4 " : "";
}

/// The TCP endpoints of `service` at `host` that are of `family` (AF_INET, AF_INET6, or AF_UNSPEC
/// for both); none, if the host has no address of that family. `flags` are getaddrinfo's. Blocks.
///
/// AI_ADDRCONFIG is not among them: which families are worth asking for is not getaddrinfo's to
/// decide, which takes a link-local address for connectivity, and on a machine that has nothing but
/// its loopback denies ::1.
inline result<std::vector<asio::ip::tcp::endpoint>> get_addresses(const std::string& host,
                                                                  const std::string& service,
                                                                  int family, int flags = 0) {
  addrinfo hints{};
  hints.ai_family = family;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  std::vector<asio::ip::tcp::endpoint> endpoints;
  addrinfo* list = nullptr;
  if (const int failed = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list)) {
    const std::error_code code(addrinfo_error(failed));
    if (is_no_data(failed)) return endpoints;
    return error(code, family_name(family) + host + ' ' + service);
  }
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
  for (; list; list = list->ai_next) {
    asio::ip::tcp::endpoint e;
    if (list->ai_addrlen > e.capacity()) continue;
    std::memcpy(e.data(), list->ai_addr, list->ai_addrlen);
    e.resize(list->ai_addrlen);
    endpoints.push_back(e);
  }
  return endpoints;
}

}  // namespace asio_detail
}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
