// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Interleaves address families (RFC 8305, section 4), so that one broken family does not hold up
// the other.
//
//     auto list = interleave(std::move(sorted), [](const auto& e) { return e.address().is_v6(); });

#include <cstddef>
#include <utility>
#include <vector>

namespace eyeballs {

/// `sorted`, best first, with the two families alternating: `first_family_count` endpoints (at
/// least 1) of the first one's family, then one of the other, and so on in turn; within a family
/// the order is kept. `family` tells the family of an endpoint; all that are not of the first's are
/// the other one.
template <class Endpoint, class Family>
std::vector<Endpoint> interleave(std::vector<Endpoint> sorted, Family family,
                                 std::size_t first_family_count = 1) {
  std::vector<Endpoint> first, other, mixed;
  for (Endpoint& e : sorted)
    (first.empty() || family(e) == family(first.front()) ? first : other).push_back(std::move(e));

  mixed.reserve(sorted.size());
  auto a = first.begin(), b = other.begin();
  for (std::size_t lead = first_family_count; lead > 1 && a != first.end(); --lead)
    mixed.push_back(std::move(*a++));
  while (a != first.end() || b != other.end()) {
    if (a != first.end()) mixed.push_back(std::move(*a++));
    if (b != other.end()) mixed.push_back(std::move(*b++));
  }
  return mixed;
}

}  // namespace eyeballs
