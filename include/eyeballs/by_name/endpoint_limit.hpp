// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How many endpoints of one host may be tried, and how the answers to its two queries share that.

#include <algorithm>
#include <cstddef>

#include "../address/address_family.hpp"

namespace eyeballs::detail {

/// How many endpoints a query has found, and how many of them were started.
struct endpoint_count {
  std::size_t all = 0;
  std::size_t started = 0;
};

class endpoint_limit {
 public:
  /// 0 is taken as 1.
  explicit constexpr endpoint_limit(std::size_t most) noexcept
      : most_(std::max<std::size_t>(1, most)) {}

  constexpr std::size_t most() const noexcept { return most_; }

  /// How many endpoints more, beside those that were started, the answers to the query for `asked`
  /// may have: what the answers to the other query leave of all. These need no more than half, but
  /// keep what they have started.
  constexpr std::size_t room(address_family asked, endpoint_count own,
                             endpoint_count of_other) const noexcept {
    const std::size_t reserved = std::min(of_other.all, half(other(asked)));
    const std::size_t taken = std::max(reserved, of_other.started) + own.started;
    return most_ - std::min(taken, most_);
  }

 private:
  /// Of an odd number AAAA has the greater half.
  constexpr std::size_t half(address_family asked) const noexcept {
    return asked == address_family::v6 ? most_ - most_ / 2 : most_ / 2;
  }

  std::size_t most_;
};

}  // namespace eyeballs::detail
