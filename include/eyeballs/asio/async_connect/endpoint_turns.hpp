// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// In which order the endpoints of a list are tried, without a copy of the list: the families of IP in
// turn, beginning with the family of the first (RFC 8305, section 4), and within a family, or if the
// endpoints have none, in the order of the list.

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Endpoint> concept of_ip = requires(const Endpoint& e) { e.address().is_v6(); };

/// Places are counted, since iterators would not outlive a move of the list.
template <class Endpoint> class endpoint_turns {
 public:
  /// The place of the next endpoint that `admits`, which is asked about each one once, lets pass.
  template <class List, class Admits>
  std::optional<std::size_t> next(const List& list, Admits&& admits) {
    const auto size = std::size_t(std::distance(list.begin(), list.end()));
    if (size == 0) return std::nullopt;
    if (!turn_) turn_ = family_at(list, 0);
    for (bool other : {false, true}) {
      const bool family = *turn_ != other;
      for (std::size_t& i = from_[family]; i < size;) {
        const std::size_t place = i++;
        if (family_at(list, place) != family || !admits(place)) continue;
        if constexpr (of_ip<Endpoint>) turn_ = !family;
        return place;
      }
    }
    return std::nullopt;
  }

 private:
  template <class List> static bool family_at(const List& list, std::size_t place) {
    if constexpr (!of_ip<Endpoint>) return false;
    else return Endpoint(*std::next(list.begin(), std::ptrdiff_t(place))).address().is_v6();
  }

  std::array<std::size_t, 2> from_ = {};  // where to look on, for each family
  std::optional<bool> turn_;              // the family whose turn it is
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
