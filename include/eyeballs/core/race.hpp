// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// The first *success* wins, the others are stopped and awaited. (First end: race `as_outcome`s.)
//     socket s = co_await race(connect(a), connect(b));
#include "group.hpp"
namespace eyeballs {
namespace detail {
/// One of several values: of the type that all share, or a variant by position.
template <class T, class... Ts> struct one_of
    : std::conditional<(std::is_same_v<T, Ts> && ...), T, std::variant<stored<T>, stored<Ts>...>> {
};
inline result<void> value_of(std::tuple<>&, slot&) noexcept { return {}; }
template <class A> auto value_of(std::vector<slot_of<A>>&, slot& winner) {
  return static_cast<slot_of<A>&>(winner).take_value();
}
template <std::size_t I = 0, class... As>
auto value_of(std::tuple<slot_of<As>...>& slots, slot& winner) {
  using one = typename one_of<typename As::value_type...>::type;
  if constexpr (I + 1 < sizeof...(As))
    if (&winner != &std::get<I>(slots)) return value_of<I + 1>(slots, winner);
  if constexpr ((std::is_same_v<typename As::value_type, one> && ...))
    return std::get<I>(slots).take_value();
  else return result<one>(one(std::in_place_index<I>, std::get<I>(slots).take_value().keep()));
}
template <class Slots> struct [[nodiscard]] race_operation final : group {
  using value_type =
      typename decltype(value_of(std::declval<Slots&>(), std::declval<slot&>()))::value_type;
  explicit race_operation(Slots&& slots) : slots_(std::move(slots)) {}
  bool start(environment here, job& waiter) noexcept { return group::start(here, waiter, slots_); }
  result<value_type> take() {
    if (first_) return value_of(slots_, *first_);
    std::vector<error> causes;
    each(slots_, [&](slot& s) { return causes.push_back(*s.why), true; });
    if (causes.empty()) return error(make_error_code(errc::nothing_to_race));
    const std::error_code code = causes.front().code();
    return error(code, "no child of a race succeeded", std::move(causes));
  }
  bool decides(const slot& s) const noexcept override { return s.how == s.value; }
  bool stopped_undecided() noexcept override {
    return stop_came_ || !each(slots_, [](slot& s) { return s.how == s.failed; });
  }
  Slots slots_;
};
}  // namespace detail
/// Yields the value of the first child (or element of one range) that succeeds, once all have
/// ended: of the type that all share, or a `std::variant` by position (void as std::monostate, a
/// reference as a pointer). Late values are destroyed before. Without a winner it ends stopped if a
/// child or the awaiter was, or else with one error: the first child's code, all errors as causes,
/// in child order; of no child at all, `errc::nothing_to_race`.
template <class... As> auto race(As&&... as) {
  return detail::race_operation(detail::slots_of(std::forward<As>(as)...));
}
}  // namespace eyeballs
