// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Hosts that need no query: addresses.
//
//     auto known = known_endpoints("::1", "443");  // a result<std::optional<...>>
//     if (known && !*known) resolve(...);

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/addrinfo.hpp"
#include "../host/fields.hpp"
#include "../host/host_and_service.hpp"
#include "../host/system_addresses.hpp"
#include "../host/system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// An IPv6 address in brackets, as in a URI, without them. Anything else as it is.
inline std::string without_brackets(const std::string& host) {
  const bool in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const bool has_colon = host.find(':') != host.npos;
  return in_brackets && has_colon ? host.substr(1, host.size() - 2) : host;
}

/// The endpoint of an address and a port in the forms that most have, read as the system reads them.
/// `std::nullopt` if the system has to be asked.
inline std::optional<tcp::endpoint> plain_endpoint(const std::string& address,
                                                   const std::string& service) noexcept {
  const std::optional<unsigned short> port = port_in(service);
  const bool is_plain = address.find('%') == address.npos && address.find('\0') == address.npos;
  if (!port || !is_plain) return std::nullopt;

  error_code no_address;
  asio::ip::address read;
  if (address.find(':') == address.npos)
    read = asio::ip::make_address_v4(address.c_str(), no_address);
  else read = asio::ip::make_address_v6(address.c_str(), no_address);
  if (no_address) return std::nullopt;
  return tcp::endpoint(read, *port);
}

/// The endpoint of an address, without a query.
inline result<addresses> endpoint_of_address(const std::string& address,
                                             const std::string& service) {
  return get_addresses(address, service, asked_family::both, host_form::address_only);
}

/// Whether it is an address whose zone is an interface of the host's.
inline bool has_zone(const result<addresses>& found) {
  return found && !found->empty() && is_interface(address_of(found->front()).scope_id());
}

/// As `endpoint_of_address`, also with "%25" for the "%" before a zone, as a URI has it (RFC 6874);
/// unless there is a zone whose name begins with these digits.
inline result<addresses> endpoint_of_uri_address(std::string address, const std::string& service) {
  auto as_written = endpoint_of_address(address, service);
  const std::size_t percent = address.find("%25");
  if (percent == address.npos || has_zone(as_written)) return as_written;

  address.erase(percent + 1, 2);
  auto decoded = endpoint_of_address(address, service);
  return decoded ? decoded : as_written;
}

/// Whether the host can be asked for. A name has no colon and no bracket.
inline bool may_be_name(const std::string& host) {
  return !is_no_host(host) && host.find_first_of(":[]") == host.npos;
}

/// Whether nobody takes the host for an address: it has a letter that is in none. Hexadecimal numbers
/// are addresses, too.
inline bool is_surely_name(const std::string& host) noexcept {
  const auto is_in_no_address = [](char c) {
    const char letter = to_lower(c);
    return letter >= 'g' && letter <= 'z' && letter != 'x';
  };
  const bool may_have_zone = host.find('%') != host.npos;
  return !may_have_zone && may_be_name(host) &&
         std::any_of(host.begin(), host.end(), is_in_no_address);
}

/// The endpoint of `service` at `host`, if that is an address; `std::nullopt` if it is a name. See
/// `known_endpoints`.
inline result<std::optional<tcp::endpoint>> endpoint_of_literal(const std::string& host,
                                                                const std::string& service) {
  using literal = std::optional<tcp::endpoint>;
  if (const literal plain = plain_endpoint(host, service)) return literal(plain);
  if (port_in(service) && is_surely_name(host)) return literal();

  auto found = endpoint_of_uri_address(without_brackets(host), service);
  if (found) return found->empty() ? literal() : literal(found->front());

  const std::error_code code = found.error().code();
  if (may_be_name(host) && to_asio(code) == asio::error::host_not_found) return literal();
  return error(code, host + ' ' + service);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The endpoints of `service` at `host`, if they are known without a query; `std::nullopt` if a
/// query has to be made. Needs no network, but may read the system's list of services.
///
/// * An address of either family is its one endpoint: whatever the system reads as an address, with
///   the scope of a link-local one by the name of the interface or by its number ("fe80::1%eth0",
///   "fe80::1%2"). An IPv6 address may be in brackets, as in a URI (RFC 3986, section 3.2.2), and
///   have "%25" for its "%".
///
/// The errors are about host and service:
/// * `service_not_found` for the name of a service that is not known, at any host; and for what is
///   neither a name nor a port from 1 to 65535.
/// * `host_not_found` for a host that can be no name, since it is "*" or empty, or has a colon, a
///   bracket or a NUL, but is no address either, or has the scope of an interface that is not there.
inline result<std::optional<std::vector<tcp::endpoint>>> known_endpoints(
    const std::string& host, const std::string& service) {
  using known = std::optional<std::vector<tcp::endpoint>>;
  auto literal = detail::endpoint_of_literal(host, service);
  if (!literal) return std::move(literal).error();
  return *literal ? known({**literal}) : known();
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
