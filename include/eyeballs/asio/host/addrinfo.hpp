// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The system's getaddrinfo, with results and errors of Asio's.

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../../address/address_family.hpp"
#include "../../core/result.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "host_and_service.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The endpoints that were found, in the system's order.
using addresses = std::vector<tcp::endpoint>;

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

/// How an error begins to tell what was asked for.
inline const char* prefix_of(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return "IPv4 ";
    case asked_family::v6: return "IPv6 ";
    default: return "";
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

/// Looks up the TCP endpoints of `service` at `host`. Blocks.
///
/// * `family`: which endpoints are wanted.
/// * `form`: whether a name may be asked for. If only an address may be looked up, which needs no
///   query, a name is `host_not_found`.
///
/// There are none if the host is known, but has no address of that family. An error is about the
/// family, the host and the service, and has one of Asio's resolver codes; or that of what the
/// system lacks.
///
/// AI_ADDRCONFIG is never used: which families are worth asking for is not getaddrinfo's to decide,
/// which takes a link-local address for connectivity, and on a machine that has nothing but its
/// loopback denies ::1.
inline result<addresses> get_addresses(const std::string& host, const std::string& service,
                                       asked_family family,
                                       host_form form = host_form::name_or_address) {
  const auto fails = [&](const error_code& code) {
    return error(from_asio(code), prefix_of(family) + host + ' ' + service);
  };
  if (wrong_service(service)) return fails(error_code(asio::error::service_not_found));
  if (is_no_host(host)) return fails(error_code(asio::error::host_not_found));

  addrinfo hints{};
  hints.ai_family = to_af(family);
  hints.ai_socktype = SOCK_STREAM;
  if (form == host_form::address_only) hints.ai_flags = AI_NUMERICHOST;

  addrinfo* list = nullptr;
  errno = 0;
  int returned = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  if (returned != 0 && is_lack(errno)) returned = EAI_SYSTEM;
  if (is_no_data(returned)) return addresses();
  if (returned != 0) return fails(addrinfo_error(returned));

  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
  addresses found;
  for (const addrinfo* node = list; node; node = node->ai_next) {
    const std::optional<tcp::endpoint> e = endpoint_in(node->ai_addr, node->ai_addrlen);
    if (e) found.push_back(*e);
  }
  return found;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
