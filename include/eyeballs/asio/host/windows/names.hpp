// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Names on Windows: Winsock's getaddrinfo, and the hosts file.

#include <winsock2.h>
#include <ws2tcpip.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "../system_names.hpp"
#include "addresses.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline int to_af(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return AF_INET;
    case asked_family::v6: return AF_INET6;
    default: return AF_UNSPEC;
  }
}

/// What getaddrinfo returned, as a code of Asio's.
inline error_code addrinfo_error(int returned) noexcept {
  switch (returned) {
    case WSATRY_AGAIN: return asio::error::host_not_found_try_again;
    case WSAEINVAL: return asio::error::invalid_argument;
    case WSANO_RECOVERY: return asio::error::no_recovery;
    case WSAEAFNOSUPPORT: return asio::error::address_family_not_supported;
    case WSA_NOT_ENOUGH_MEMORY: return asio::error::no_memory;
    case WSATYPE_NOT_FOUND: return asio::error::service_not_found;
    case WSAESOCKTNOSUPPORT: return asio::error::socket_type_not_supported;
    case WSAEMFILE: return asio::error::no_descriptors;
    default: return asio::error::host_not_found;
  }
}

/// A name is in the system's code page, as it is for Asio.
inline lookup_end look_up(const std::string& host, const std::string& service, asked_family family,
                          host_form form) {
  addrinfo hints{};
  hints.ai_family = to_af(family);
  hints.ai_socktype = SOCK_STREAM;
  if (form == host_form::address_only) hints.ai_flags = AI_NUMERICHOST;

  addrinfo* list = nullptr;
  const int returned = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  const bool has_no_such_address = returned == WSANO_DATA;
  if (has_no_such_address) return {};
  if (returned != 0) return {addrinfo_error(returned), {}};

  const std::unique_ptr<addrinfo, void(WSAAPI*)(addrinfo*)> owner(list, &::freeaddrinfo);
  lookup_end end;
  for (const addrinfo* node = list; node; node = node->ai_next) {
    const std::optional<tcp::endpoint> e = endpoint_in(node->ai_addr, node->ai_addrlen);
    if (e) end.found.push_back(*e);
  }
  return end;
}

inline std::string own_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), int(name.size() - 1)) != 0) return {};
  return name.data();
}

inline const char* hosts_path() {
  static const std::string path = [] {
    std::array<char, MAX_PATH> folder{};
    const UINT size = ::GetSystemDirectoryA(folder.data(), UINT(folder.size()));
    const bool fits = size > 0 && size < folder.size();
    return std::string(fits ? folder.data() : "") + R"(\drivers\etc\hosts)";
  }();
  return path.c_str();
}

/// getaddrinfo heeds the system's own table. What has to sort for itself takes RFC 6724's.
inline const char* policy_path() noexcept { return nullptr; }

/// The hosts file, and then a service that asks the DNS, and mDNS, too.
inline std::optional<name_sources> read_name_sources() {
  return name_sources{{"files"}, {"resolve"}};
}

inline bool is_machine(const std::string&) { return false; }

inline bool mdns_is_widened() noexcept { return false; }

/// A name with a dot is asked for as it is first.
inline std::optional<resolver_configuration> read_resolver_configuration() {
  const interface_list interfaces;
  resolver_configuration found;
  for (const IP_ADAPTER_ADDRESSES* i = interfaces.first(); i; i = i->Next)
    found.has_search_list |= i->DnsSuffix && i->DnsSuffix[0] != L'\0';
  return found;
}

inline std::optional<resolver_patience> find_resolver_patience() noexcept { return std::nullopt; }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
