// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All children's values; the first error stops the others.
//
//     std::tuple<int, std::string> both = co_await join(number(), text());

#include "group.hpp"

namespace eyeballs {

namespace detail {

template <class Slots>
class join_operation final : public group {
 public:
  using value_type = typename Slots::all;

  template <class... Args>
  explicit join_operation(std::in_place_t in_place, Args&&... args)
      : slots_(in_place, std::forward<Args>(args)...) {}

  bool start(environment here, job& waiter) noexcept { return group::start(here, waiter, slots_); }
  result<value_type> take() {
    if (failed_) return error(*failed_->why());
    return slots_.values();
  }

 private:
  bool settles(slot& s) noexcept override {
    if (s.how == s.failed && !failed_ && !stop_came()) failed_ = &s;
    return s.how == s.failed;
  }
  bool ends_stopped() noexcept override {
    bool complete =
        true;  // an error after the stop is the stop's; so is a child that was not started
    slots_.each([&](slot& s) { return complete = s.how == s.value; });
    return !failed_ && !complete;
  }

  Slots slots_;
  slot* failed_ = nullptr;
};

}  // namespace detail

/// Yields all values, once all have ended: a `std::tuple`, of a range a `std::vector` (void as
/// std::monostate, a reference as a pointer). The first error stops the others and is the error,
/// unless the awaiter's stop came before; children not yet started are not any more. Otherwise it
/// ends stopped if any child did. Of no child at all, its empty result, at once.
template <class... As>
auto join(As&&... as) {
  return detail::join_operation<detail::slots_of<detail::operation_of<As>...>>(
      std::in_place, std::forward<As>(as)...);
}
/// The same for the elements of a range, which are moved out of it at the call.
template <detail::range_of_awaitables Range>
auto join(Range&& range) {
  return detail::join_operation<detail::slots_in<Range>>(std::in_place, std::forward<Range>(range));
}

}  // namespace eyeballs
