// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Interleaves address families (RFC 8305, section 4), so that one broken family does not hold up
// the other.
//
//     auto list = interleave(std::move(sorted), [](const auto& e) { return e.address().is_v6(); });

// It is for a list that is complete. `connect` has more to do, since answers come late: see
// by_name/endpoint_list.hpp.

#include <cstddef>
#include <utility>
#include <vector>

namespace eyeballs {

/// Has the two families alternate; within a family the order is kept.
///
/// * `sorted`: the endpoints, best first.
/// * `family(endpoint)`: tells the family, in any type that has an `==`. Whatever is not of the
///   first endpoint's family is of the other one.
/// * `first_family_count`: with how many endpoints of the first one's family the list begins (First
///   Address Family Count, section 8); 0 is taken as 1.
///
/// Returns those endpoints, then one of the other family, and so on in turn.
template <class Endpoint, class Family>
std::vector<Endpoint> interleave(std::vector<Endpoint> sorted, Family family,
                                 std::size_t first_family_count = 1) {
  std::vector<Endpoint> first;
  std::vector<Endpoint> other;
  for (Endpoint& e : sorted) {
    if (first.empty() || family(e) == family(first.front())) first.push_back(std::move(e));
    else other.push_back(std::move(e));
  }

  std::vector<Endpoint> mixed;
  mixed.reserve(sorted.size());
  auto a = first.begin();
  auto b = other.begin();
  for (std::size_t lead = first_family_count; lead > 1 && a != first.end(); --lead)
    mixed.push_back(std::move(*a++));

  while (a != first.end() || b != other.end()) {
    if (a != first.end()) mixed.push_back(std::move(*a++));
    if (b != other.end()) mixed.push_back(std::move(*b++));
  }
  return mixed;
}

}  // namespace eyeballs
