// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Sorts addresses, best first, by Destination Address Selection: RFC 6724, section 6, with the two
// rules that RFC 8305, section 4, adds for what is remembered of earlier connections.
//
//     sorted = sort_destinations(std::move(found), address_of, source_address_of);

#include <algorithm>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "ip_address.hpp"
#include "policy_table.hpp"
#include "scope.hpp"

namespace eyeballs {

/// The address that the host would send from.
struct source_address {
  /// It is not deprecated, unless that is said.
  constexpr source_address(const ip_address& a, bool is_deprecated = false) noexcept
      : address(a), deprecated(is_deprecated) {}

  ip_address address;  ///< One of the host.
  bool deprecated;     ///< Its preferred lifetime is over (RFC 4862, section 5.5.4).
};

namespace detail {

/// The history of somebody who remembers nothing.
struct no_history {
  std::optional<std::chrono::nanoseconds> rtt(const ip_address&) const noexcept { return {}; }

  bool used(const ip_address&) const noexcept { return false; }
};

/// Where a destination stands: the lesser of two is preferred. There is one member for each rule,
/// in the order of the rules, so that comparing them is a strict weak order whatever is unknown.
/// Rules 4 (home addresses) and 7 (native transport) of RFC 6724 are left out, since only the kernel
/// could answer them.
struct destination_rank {
  bool unusable = false;                 ///< Rule 1: there is no source address.
  bool other_scope = false;              ///< Rule 2: the source has another scope.
  bool deprecated = false;               ///< Rule 3: the source is deprecated.
  bool other_label = false;              ///< Rule 5: the source has another label.
  std::int64_t negative_precedence = 0;  ///< Rule 6.
  int scope = 0;                         ///< Rule 8.
  /// RFC 8305, section 4. An address whose round-trip time is not known comes after all whose is:
  /// were it equal to each of them, they would have to be equal to one another.
  std::chrono::nanoseconds rtt = std::chrono::nanoseconds::max();
  bool unused = true;  ///< RFC 8305, section 4.
  /// Rule 9 compares addresses of one family only. So, of two addresses that are equal by all rules
  /// before it, IPv6 comes first. (With the default table no two families are equal here.)
  bool is_v4 = false;
  int negative_common_bits = 0;  ///< Rule 9.

  friend auto operator<=>(const destination_rank&, const destination_rank&) = default;
};

/// The rank of a destination that would be reached from `source`, if there is one.
///
/// For rule 9 a source's own prefix counts at most, which for IPv6 is taken to be 64 bits. To IPv4
/// rule 9 is not applied, as section 6 allows: the length of the prefix is not known; behind a
/// translator the source has nothing to do with the destination; and the order that the DNS gave
/// spreads the load.
template <class History>
destination_rank rank_of(const ip_address& destination, const std::optional<source_address>& source,
                         const policy_table& table, const History& history) {
  const policy p = policy_of(destination, table);
  destination_rank rank;
  rank.unusable = !source;
  rank.negative_precedence = -std::int64_t(p.precedence);
  rank.scope = scope_of(destination, table.v4_scopes);
  rank.unused = !history.used(destination);
  rank.is_v4 = destination.is_v4();

  const std::optional<std::chrono::nanoseconds> rtt = history.rtt(destination);
  if (rtt) rank.rtt = *rtt;

  if (source) {
    rank.other_scope = scope_of(source->address, table.v4_scopes) != rank.scope;
    rank.deprecated = source->deprecated;
    rank.other_label = policy_of(source->address, table).label != p.label;
    if (!rank.is_v4)
      rank.negative_common_bits = -std::min(64, common_prefix_length(source->address, destination));
  }
  return rank;
}

}  // namespace detail

/// Sorts by RFC 6724, section 6, and RFC 8305, section 4.
///
/// * `endpoints`: in the order in which the DNS gave them, which equals keep (rule 10).
/// * `address_of(endpoint)`: its `ip_address`.
/// * `source_of(address)`: the address that the host would send from to get there, as a
///   `std::optional` of `source_address` or `ip_address`; `std::nullopt` if there is no route. It is
///   called once for each endpoint, in their order.
/// * `table`: the policy table (RFC 6724, section 2.1).
/// * `history`: a `history_view`, or whatever has its two members. By default nothing is known.
///
/// Returns all endpoints, best first.
template <class Endpoint, class AddressOf, class SourceOf, class History = detail::no_history>
std::vector<Endpoint> sort_destinations(std::vector<Endpoint> endpoints, AddressOf address_of,
                                        SourceOf source_of,
                                        const policy_table& table = default_policy_table,
                                        const History& history = History()) {
  std::vector<std::pair<detail::destination_rank, std::size_t>> ranks;
  ranks.reserve(endpoints.size());
  for (std::size_t i = 0; i < endpoints.size(); ++i) {
    const ip_address address = address_of(std::as_const(endpoints[i]));
    ranks.emplace_back(detail::rank_of(address, source_of(address), table, history), i);
  }

  std::sort(ranks.begin(), ranks.end());

  std::vector<Endpoint> sorted;
  sorted.reserve(endpoints.size());
  for (const auto& [rank, i] : ranks) sorted.push_back(std::move(endpoints[i]));
  return sorted;
}

}  // namespace eyeballs
