// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Hosts that need no query: addresses.
//
//     auto known = known_endpoints("::1", "443");  // a result<std::optional<...>>
//     if (known && !*known) resolve(...);

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/addrinfo.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// An IPv6 address in brackets, as in a URI, without them. Anything else as it is.
inline std::string without_brackets(const std::string& host) {
  const bool in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const bool has_colon = host.find(':') != host.npos;
  return in_brackets && has_colon ? host.substr(1, host.size() - 2) : host;
}

/// The endpoint of an address, without a query.
inline result<addresses> endpoint_of_address(const std::string& address,
                                             const std::string& service) {
  return get_addresses(address, service, asked_family::both, host_form::address_only);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The endpoints of `service` at `host`, if they are known without a query; `std::nullopt` if a
/// query has to be made. Needs no network, but may read the system's list of services.
///
/// * An address of either family is its one endpoint: whatever the system reads as an address, with
///   the scope of a link-local one by the name of the interface or by its number ("fe80::1%eth0",
///   "fe80::1%2"). An IPv6 address may be in brackets, as in a URI (RFC 3986, section 3.2.2).
///
/// The errors are about host and service:
/// * `service_not_found` for the name of a service that is not known, at any host.
/// * `host_not_found` for a host that can be no name, since it has a colon or a bracket, but is no
///   address either, or has the scope of an interface that is not there.
inline result<std::optional<std::vector<tcp::endpoint>>> known_endpoints(
    const std::string& host, const std::string& service) {
  using known = std::optional<std::vector<tcp::endpoint>>;
  auto found = detail::endpoint_of_address(detail::without_brackets(host), service);
  if (found) return known(*std::move(found));

  const std::error_code code = found.error().code();
  const bool may_be_name = host.find_first_of(":[]") == host.npos;
  if (may_be_name && to_asio(code) == detail::asio::error::host_not_found) return known();
  return error(code, host + ' ' + service);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
