// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Who is asked for the endpoints of one host.
//
//   the host is            on a network with IPv6 only   on any other network
//   ---------------------  ----------------------------  --------------------
//   known without a query  what is known, through NAT64  what is known
//   a name                 the DNS, through NAT64        the DNS
//
// "The DNS" is the user's resolver, or the system's, as `name_resolver` asks it. It is also asked for
// the prefixes of NAT64.

#include <optional>
#include <utility>

#include "../host/addrinfo.hpp"
#include "../host/connectivity.hpp"
#include "admission.hpp"
#include "known_resolver.hpp"
#include "name_resolver.hpp"
#include "nat64_resolver.hpp"
#include "prefix_resolver.hpp"
#include "system_resolver.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Holds the resolvers of one connect.
template <class = void> class basic_resolver_choice {
 public:
  /// * `known`: the host's `known_endpoints`.
  /// * `users`: the user's resolver, or null.
  /// * `a` judges what is found. It outlives this.
  basic_resolver_choice(std::optional<addresses> known, resolver<tcp::endpoint>* users,
                        const connectivity& here, admission& a)
      : is_known_(known.has_value()),
        known_(std::move(known).value_or(addresses())),
        prefixes_(users, system_),
        name_(users, prefixes_, what_sockets_reach(here, a)),
        untranslated_(found(), a),
        nat64_(found(), prefixes_, a),
        here_(here),
        v4_only_(a.restricts_to(address_family::v4)) {}

  basic_resolver_choice(const basic_resolver_choice&) = delete;

  resolver<tcp::endpoint>& chosen() noexcept {
    if (here_.v6_only() && !v4_only_) return nat64_;
    return untranslated_;
  }

  /// Whether the query for the family is to be made: of a known host, if it has an endpoint of that
  /// family.
  bool asks_for(address_family f) const noexcept { return !is_known_ || known_.has(f); }

 private:
  /// Who finds the endpoints, as they are.
  resolver<tcp::endpoint>& found() noexcept {
    if (is_known_) return known_;
    return name_;
  }

  /// The only family that sockets can be bound for is asked for, whatever is known of its routes.
  static connectivity what_sockets_reach(connectivity here, const admission& a) noexcept {
    if (a.restricts_to(address_family::v4)) here.v4 = connectivity::reach::internet;
    if (a.restricts_to(address_family::v6)) here.v6 = connectivity::reach::internet;
    return here;
  }

  bool is_known_;
  known_resolver known_;
  system_resolver system_;
  prefix_resolver prefixes_;
  name_resolver name_;
  admitting_resolver untranslated_;
  nat64_resolver nat64_;
  connectivity here_;
  bool v4_only_;  // nothing is translated for a socket of IPv4
};

using resolver_choice = basic_resolver_choice<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
