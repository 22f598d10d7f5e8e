// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The first *success* wins; the others are stopped and awaited. (For the first end of any kind,
// race `as_outcome`s.)
//
//     socket s = co_await race(connect(a), connect(b));

#include "detail/slots.hpp"

namespace eyeballs {
namespace detail {

/// One of several values: of the type that all share, or a variant by position.
template <class T, class... Ts> struct one_of
    : std::conditional<(std::is_same_v<T, Ts> && ...), T, std::variant<stored<T>, stored<Ts>...>> {
};

inline result<void> value_of(std::tuple<>&, child&) noexcept { return {}; }

template <class A> auto value_of(std::vector<child_of<A>>&, child& winner) {
  return static_cast<child_of<A>&>(winner).take_value();
}

template <std::size_t I = 0, class... As>
auto value_of(std::tuple<child_of<As>...>& slots, child& winner) {
  using one = typename one_of<typename As::value_type...>::type;
  if constexpr (I + 1 < sizeof...(As))
    if (&winner != &std::get<I>(slots)) return value_of<I + 1>(slots, winner);
  if constexpr ((std::is_same_v<typename As::value_type, one> && ...))
    return std::get<I>(slots).take_value();
  else return result<one>(one(std::in_place_index<I>, std::get<I>(slots).keep()));
}

template <class Slots> struct EYEBALLS_AWAITABLE race_operation final
    : group_of<Slots, rule::first_value> {
  using value_type =
      typename decltype(value_of(std::declval<Slots&>(), std::declval<child&>()))::value_type;

  using race_operation::group_of::group_of;

  bool stopped() const noexcept {
    if (this->decider()) return false;
    return this->stop_came_first() || !all_ended(this->slots_, ending::error);
  }

  result<value_type> take() {
    if (this->decider()) return value_of(this->slots_, *this->decider());

    std::vector<error> causes;
    each(this->slots_, [&](const auto& c) {
      causes.push_back(c.error());
      return true;
    });
    if (causes.empty()) return error(make_error_code(errc::nothing_to_race));
    const std::error_code code = causes.front().code();
    return error(code, "no child of a race succeeded", std::move(causes));
  }
};

}  // namespace detail

/// Yields the value of the first child (or element of one range) that succeeds, once all have
/// ended. It is of the type that all share, or a `std::variant` by position (void as
/// std::monostate, a reference as a pointer). A value that comes later is destroyed at once.
/// Resumes in the task.
///
/// Without a winner it ends stopped, if a child was, or if the awaiter's stop came before all had
/// failed. Otherwise it ends with one error: its code is the first child's, and its causes are the
/// errors of all, in the order of the children. A race of no children fails with
/// `errc::nothing_to_race`.
template <class... As> auto race(As&&... as) {
  return detail::race_operation<detail::slots_for<As...>>(std::in_place, std::forward<As>(as)...);
}

}  // namespace eyeballs
