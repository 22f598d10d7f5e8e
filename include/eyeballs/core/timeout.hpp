// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A limit on the time that a child may take.
//
//     auto reply = co_await timeout(ask(server), 5s);

#include "detail/slots.hpp"
#include "sleep.hpp"

namespace eyeballs {
namespace detail {

/// The first child is the time, so that it wins where both end in one instant. The second one is
/// what is limited.
template <class Slots> struct EYEBALLS_AWAITABLE timeout_operation final
    : group_of<Slots, rule::first_end_before_stop> {
  using value_type = typename std::tuple_element_t<1, Slots>::value_type;

  using timeout_operation::group_of::group_of;

  bool stopped() const noexcept { return !this->decider() || this->decided() == ending::stopped; }

  result<value_type> take() {
    auto& limited = std::get<1>(this->slots_);
    if (this->decider() == &limited) return limited.take_value();
    return error(std::make_error_code(std::errc::timed_out));
  }
};

}  // namespace detail

/// Ends as `a` does; or, once `d` has passed, `a` is stopped, and when it has ended the error is
/// one that equals `std::errc::timed_out`. Whichever of the end of `a`, the time and a stop came
/// first decides. Resumes in the task.
template <class A, class Duration> auto timeout(A&& a, Duration d) {
  using slots = detail::slots_for<decltype(sleep(d)), A>;
  return detail::timeout_operation<slots>(std::in_place, sleep(d), std::forward<A>(a));
}

}  // namespace eyeballs
