// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// A limit on the time that a child may take.
//     auto reply = co_await timeout(ask(server), 5s);
#include "group.hpp"
#include "sleep.hpp"
namespace eyeballs {
namespace detail {
template <class Slots> struct [[nodiscard]] timeout_operation final : group {
  using value_type = typename std::tuple_element_t<1, Slots>::value_type;
  explicit timeout_operation(Slots&& slots) : slots_(std::move(slots)) {}
  bool start(environment here, job& waiter) noexcept { return group::start(here, waiter, slots_); }
  result<value_type> take() {
    auto& child = std::get<1>(slots_);
    if (first_ == &child) return child.take_value();
    return error(std::make_error_code(std::errc::timed_out));
  }
  bool decides(const slot&) const noexcept override { return !stop_came_; }
  bool stopped_undecided() noexcept override { return true; }
  Slots slots_;
};
}  // namespace detail
/// Ends as `a` does, or with an error equal to `std::errc::timed_out` once `d` has passed, and `a`
/// was stopped and has ended. Whichever of its end, the time and a stop came first decides.
template <class A, class Rep, class Period>
auto timeout(A&& a, std::chrono::duration<Rep, Period> d) {
  return detail::timeout_operation(detail::slots_of(sleep(d), std::forward<A>(a)));
}
}  // namespace eyeballs
