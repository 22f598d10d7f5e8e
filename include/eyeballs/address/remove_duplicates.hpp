// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Leaves each endpoint once, where it is first: a resolver may give an address again for each
// socket type, and hints and answers name the same ones.
//
//     list = remove_duplicates(std::move(list));

#include <set>
#include <utility>
#include <vector>

namespace eyeballs {

/// `endpoints` in their order, without those that come again. They are compared with `<`.
template <class Endpoint> std::vector<Endpoint> remove_duplicates(std::vector<Endpoint> endpoints) {
  std::set<Endpoint> seen;
  std::erase_if(endpoints, [&](const Endpoint& e) { return !seen.insert(e).second; });
  return endpoints;
}

}  // namespace eyeballs
