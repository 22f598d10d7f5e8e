// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A lookup by the system, with errors of ours.

#include <string>
#include <utility>

#include "../../address/address_family.hpp"
#include "../../core/result.hpp"
#include "../error.hpp"
#include "host_and_service.hpp"
#include "system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

constexpr asked_family asked_of(address_family f) noexcept {
  return f == address_family::v6 ? asked_family::v6 : asked_family::v4;
}

/// How an error begins to tell what was asked for.
inline const char* prefix_of(asked_family f) noexcept {
  switch (f) {
    case asked_family::v4: return "IPv4 ";
    case asked_family::v6: return "IPv6 ";
    default: return "";
  }
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

  lookup_end end = look_up(host, service, family, form);
  if (end.code) return fails(end.code);
  return std::move(end.found);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
