// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All endpoints that were received of a host, each once.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "endpoint_limit.hpp"

namespace eyeballs::detail {

/// In the order in which they came, and found by a binary search. `Endpoint` is compared with `<`.
template <class Endpoint> class received_endpoints {
 public:
  struct entry {
    Endpoint endpoint;
    address_family asked;  // the query whose answer named it last
    bool started = false;
  };

  std::size_t size() const noexcept { return all_.size(); }

  auto begin() const noexcept { return all_.begin(); }

  auto end() const noexcept { return all_.end(); }

  void make_room(std::size_t more) {
    all_.reserve(all_.size() + more);
    by_endpoint_.reserve(all_.size() + more);
  }

  /// Null, if it was not received.
  entry* find(const Endpoint& e) {
    const auto at = place_of(e);
    const bool is_there = at != by_endpoint_.end() && !(e < all_[*at].endpoint);
    return is_there ? &all_[*at] : nullptr;
  }

  /// It must not have been received before.
  void add(Endpoint e, address_family asked) {
    by_endpoint_.insert(place_of(e), all_.size());
    all_.push_back({std::move(e), asked});
  }

  /// Removes the entries for which `gone` holds. Returns how many there were.
  template <class Gone> std::size_t erase_if(Gone gone) {
    const std::size_t removed = std::erase_if(all_, gone);
    if (removed == 0) return 0;

    by_endpoint_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i)
      by_endpoint_.insert(place_of(all_[i].endpoint), i);
    return removed;
  }

  /// How many answers to this query are known, and how many of them were started.
  endpoint_count count_of(address_family asked) const {
    endpoint_count count;
    for (const entry& k : all_) {
      if (k.asked != asked) continue;
      ++count.all;
      if (k.started) ++count.started;
    }
    return count;
  }

 private:
  using places = std::vector<std::size_t>;

  /// Where the endpoint is in `by_endpoint_`, or is to be inserted.
  places::iterator place_of(const Endpoint& e) {
    return std::lower_bound(
        by_endpoint_.begin(), by_endpoint_.end(), e,
        [this](std::size_t place, const Endpoint& x) { return all_[place].endpoint < x; });
  }

  std::vector<entry> all_;
  places by_endpoint_;  // in the order of the endpoints
};

}  // namespace eyeballs::detail
