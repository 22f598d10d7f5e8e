// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Sorts addresses, best first, by Destination Address Selection: RFC 6724, section 6, with the two
// rules that RFC 8305, section 4, adds for what is remembered of earlier connections.
//
//     sorted = sort_destinations(std::move(found), address_of, source_of);

#include <algorithm>
#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "ip_address.hpp"
#include "policy_table.hpp"

namespace eyeballs {
namespace detail {

/// The scope of an address, greater for wider ones, in the numbers of IPv6 multicast: link-local 2,
/// site-local 5, global 14 (RFC 6724, sections 3.1 to 3.4).
constexpr int scope_of(const ip_address& address) noexcept {
  constexpr int link_local = 0x2, site_local = 0x5, global = 0xe;
  const ip_address::v6_bytes& b = address.bytes();
  if (address.is_v4()) return b[12] == 127 || (b[12] == 169 && b[13] == 254) ? link_local : global;
  if (b[0] == 0xff) return b[1] & 0xf;
  if (b[0] == 0xfe && (b[1] & 0xc0) == 0x80) return link_local;
  if (b[0] == 0xfe && (b[1] & 0xc0) == 0xc0) return site_local;
  ip_address::v6_bytes loopback{};
  loopback[15] = 1;
  return b == loopback ? link_local : global;
}

}  // namespace detail

/// Nothing is remembered. A history says of an address what it knows.
struct no_history {
  std::optional<std::chrono::nanoseconds> rtt(const ip_address&) const noexcept { return {}; }

  bool used(const ip_address&) const noexcept { return false; }
};

namespace detail {

/// Where a destination stands: the lesser of two is preferred. One member for each rule, in the
/// order of the rules, so that comparing them is a strict weak order whatever is unknown. The rules
/// of RFC 6724 that only the kernel could answer are left out: 3 (deprecated sources), 4 (home
/// addresses) and 7 (native transport).
struct destination_rank {
  bool unusable = false;        ///< Rule 1: no source address
  bool other_scope = false;     ///< Rule 2: the source has another scope
  bool other_label = false;     ///< Rule 5: the source has another label
  int negative_precedence = 0;  ///< Rule 6
  int scope = 0;                ///< Rule 8
  /// RFC 8305, section 4. An address whose round-trip time is not known comes after all whose is:
  /// were it equal to each of them, they would have to be equal to one another.
  std::chrono::nanoseconds rtt = std::chrono::nanoseconds::max();
  bool unused = true;  ///< RFC 8305, section 4
  /// Rule 9 compares within a family only, so those that it compares have to be of one: of what is
  /// equal until here IPv6 comes first. (With the default table, no two families are.)
  bool is_v4 = false;
  int negative_common_bits = 0;  ///< Rule 9

  friend auto operator<=>(const destination_rank&, const destination_rank&) = default;
};

/// The rank of a destination that would be reached from `source`, if there is one.
///
/// The common prefix of rule 9 ends where the source's own prefix does, which for IPv6 is taken to
/// be 64 bits. For IPv4 the length is not known, and behind a translator the source has nothing to
/// do with the destination, while the order that the DNS gave spreads the load: rule 9 is not
/// applied, as section 6 allows.
template <class History> destination_rank rank_of(const ip_address& destination,
                                                  const std::optional<ip_address>& source,
                                                  policy_table table, const History& history) {
  const policy p = policy_of(destination, table);
  destination_rank rank;
  rank.unusable = !source;
  rank.negative_precedence = -p.precedence;
  rank.scope = scope_of(destination);
  if (const std::optional<std::chrono::nanoseconds> rtt = history.rtt(destination)) rank.rtt = *rtt;
  rank.unused = !history.used(destination);
  rank.is_v4 = destination.is_v4();
  if (source) {
    rank.other_scope = scope_of(*source) != rank.scope;
    rank.other_label = policy_of(*source, table).label != p.label;
    if (!rank.is_v4)
      rank.negative_common_bits = -std::min(64, common_prefix_length(*source, destination));
  }
  return rank;
}

}  // namespace detail

/// `endpoints`, best first; equals keep their order (rule 10). `address_of` gives an endpoint's
/// `ip_address`. `source_of` gives for an address the one that the host would send from, as a
/// `std::optional<ip_address>`, none if it has no route; it is called once for each endpoint.
/// `history` has the members of `no_history`.
template <class Endpoint, class AddressOf, class SourceOf, class History = no_history>
std::vector<Endpoint> sort_destinations(std::vector<Endpoint> endpoints, AddressOf address_of,
                                        SourceOf source_of,
                                        policy_table table = default_policy_table,
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
  for (const auto& ranked : ranks) sorted.push_back(std::move(endpoints[ranked.second]));
  return sorted;
}

}  // namespace eyeballs
