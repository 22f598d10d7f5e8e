// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Names on POSIX systems: getaddrinfo, and files.

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <string>

#include "../system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline int to_af(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return AF_INET;
    case asked_family::v6: return AF_INET6;
    default: return AF_UNSPEC;
  }
}

/// What getaddrinfo returned, as a code of Asio's. Reads errno.
inline error_code addrinfo_error(int returned) noexcept {
  switch (returned) {
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

/// Whether the system had no descriptor or no memory left to ask with. What getaddrinfo returns
/// then is no answer, though it may look like one: a hosts file that can't be opened knows no host.
inline bool is_lack(int error_number) noexcept {
  return error_number == EMFILE || error_number == ENFILE || error_number == ENOMEM;
}

/// Whether getaddrinfo returned that the host is known, but has no address of that family. A system
/// that has no code for this returns that there is no such host.
inline bool is_no_data(int returned) noexcept {
#ifdef EAI_NODATA
  if (returned == EAI_NODATA && returned != EAI_NONAME) return true;
#endif
#ifdef EAI_ADDRFAMILY
  if (returned == EAI_ADDRFAMILY) return true;
#endif
  return false;
}

inline lookup_end look_up(const std::string& host, const std::string& service, asked_family family,
                          host_form form) {
  addrinfo hints{};
  hints.ai_family = to_af(family);
  hints.ai_socktype = SOCK_STREAM;
  if (form == host_form::address_only) hints.ai_flags = AI_NUMERICHOST;

  addrinfo* list = nullptr;
  errno = 0;
  int returned = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  if (returned != 0 && is_lack(errno)) returned = EAI_SYSTEM;
  if (is_no_data(returned)) return {};
  if (returned != 0) return {addrinfo_error(returned), {}};

  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
  lookup_end end;
  for (const addrinfo* node = list; node; node = node->ai_next) {
    const std::optional<tcp::endpoint> e = endpoint_in(node->ai_addr, node->ai_addrlen);
    if (e) end.found.push_back(*e);
  }
  return end;
}

inline std::string own_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

inline const char* hosts_path() { return "/etc/hosts"; }

inline const char* policy_path() noexcept { return "/etc/gai.conf"; }

inline bool is_machine(const std::string& name) {
  const bool may_be_name = !name.empty() && name.find('/') == name.npos;
  return may_be_name && ::access(("/run/systemd/machines/" + name).c_str(), F_OK) == 0;
}

inline bool mdns_is_widened() noexcept { return ::access("/etc/mdns.allow", F_OK) == 0; }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
