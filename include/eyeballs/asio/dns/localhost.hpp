// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The addresses of localhost, and of names below it: those of the hosts file, if it has the name, and
// otherwise the loopback of both families (RFC 6761, section 6.3). The DNS is never asked.

#include <string>
#include <string_view>

#include "../host/addrinfo.hpp"
#include "../host/hosts_file.hpp"
#include "../host/read_file.hpp"
#include "../host/system_names.hpp"
#include "known_endpoints.hpp"
#include "name_plan.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether it is "localhost" or ends in ".localhost", in any case, with a dot at the end or
/// without.
inline bool is_localhost(std::string_view host) noexcept {
  return is_at_or_below(host, "localhost");
}

/// The loopback of both families, IPv6 first.
inline result<addresses> loopback_endpoints(const std::string& service) {
  auto both = endpoint_of_address("::1", service);
  auto v4 = endpoint_of_address("127.0.0.1", service);
  if (!both) return both;
  if (!v4) return v4;
  both->insert(both->end(), v4->begin(), v4->end());
  return both;
}

/// Whether a hosts file may have it: neither a scope, nor a part of an address.
inline bool is_address_of_hosts(const std::string& text) {
  error_code wrong;
  asio::ip::make_address(text, wrong);
  return !wrong && text.find('%') == text.npos;
}

/// Yields the endpoints of `host`, which is localhost or below it, by a hosts file's text.
inline result<addresses> endpoints_of_localhost(const std::string& host, const std::string& service,
                                                std::string_view hosts_file) {
  addresses found;
  for (const std::string_view field : addresses_in_hosts(hosts_file, host)) {
    const std::string address(field);
    if (!is_address_of_hosts(address)) continue;
    const auto endpoints = endpoint_of_address(address, service);
    if (!endpoints) return endpoints;
    found.insert(found.end(), endpoints->begin(), endpoints->end());
  }
  return found.empty() ? loopback_endpoints(service) : found;
}

/// The same, by the system's hosts file; if that can't be read it has nothing. Blocks.
inline result<addresses> read_endpoints_of_localhost(const std::string& host,
                                                     const std::string& service) {
  const auto text = read_file(hosts_path());
  return endpoints_of_localhost(host, service, text ? std::string_view(*text) : "");
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
