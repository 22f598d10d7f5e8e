// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The first *success* wins (JavaScript's `any`); the others are stopped and awaited. For the first
// end, whatever it is, race `as_outcome`s.
//
//     socket s = co_await race(connect(a), connect(b));

#include "group.hpp"

namespace eyeballs {

namespace detail {

template <class Slots>
class race_operation final : public group {
 public:
  using value_type = typename Slots::one;

  template <class... Args>
  explicit race_operation(std::in_place_t in_place, Args&&... args)
      : slots_(in_place, std::forward<Args>(args)...) {}

  bool start(environment here, job& waiter) noexcept { return group::start(here, waiter, slots_); }
  result<value_type> take() {
    if (winner_) return slots_.value_of(*winner_);
    std::vector<error> causes;
    slots_.each([&](slot& s) { return causes.push_back(*s.why()), true; });
    if (causes.empty()) return error(make_error_code(errc::nothing_to_race));
    const std::error_code code = causes.front().code();
    return error(code, "no child of a race succeeded", std::move(causes));
  }

 private:
  bool settles(slot& s) noexcept override {
    child_stopped_ |= s.how == s.stopped;
    if (s.how != s.value) return false;
    if (std::exchange(winner_, winner_ ? winner_ : &s)) s.drop();
    return true;
  }
  bool ends_stopped() noexcept override { return !winner_ && (child_stopped_ || stop_came()); }

  Slots slots_;
  slot* winner_ = nullptr;
  bool child_stopped_ = false;
};

}  // namespace detail

/// Yields the value of the first child that succeeds, once all have ended: of the type that all
/// share, or a `std::variant` by position (void as std::monostate, a reference as a pointer). A
/// late value is destroyed before; children not yet started are not any more. Without a winner it
/// ends stopped if a child or the awaiter was, or else with one error: the first child's code, all
/// errors as causes, in child order; of no child at all, `errc::nothing_to_race`.
template <class... As>
auto race(As&&... as) {
  return detail::race_operation<detail::slots_of<detail::operation_of<As>...>>(
      std::in_place, std::forward<As>(as)...);
}
/// The same for the elements of a range, which are moved out of it at the call.
template <detail::range_of_awaitables Range>
auto race(Range&& range) {
  return detail::race_operation<detail::slots_in<Range>>(std::in_place, std::forward<Range>(range));
}

}  // namespace eyeballs
