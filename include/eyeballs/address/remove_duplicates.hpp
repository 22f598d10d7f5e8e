// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Leaves each endpoint once. A resolver may give an address again for each socket type, and hints
// and answers name the same ones.
//
//     list = remove_duplicates(std::move(list));

#include <set>
#include <utility>
#include <vector>

namespace eyeballs {

/// Returns `endpoints` in their order, each where it comes first. They are compared with `<`.
template <class Endpoint> std::vector<Endpoint> remove_duplicates(std::vector<Endpoint> endpoints) {
  std::set<Endpoint> seen;
  std::erase_if(endpoints, [&seen](const Endpoint& e) {
    const bool is_new = seen.insert(e).second;
    return !is_new;
  });
  return endpoints;
}

}  // namespace eyeballs
