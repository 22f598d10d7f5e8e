// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Waits for a time, on the scheduler's steady clock:  co_await sleep(250ms);
#include "environment.hpp"
namespace eyeballs {
namespace detail {
template <class D> struct [[nodiscard]] sleep_operation : leaf<sleep_operation<D>>, private timer {
  using value_type = void;
  explicit sleep_operation(D d) noexcept : timer(&ring), duration_(d) {}
  sleep_operation(sleep_operation&& other) noexcept : sleep_operation(other.duration_) {}
  ~sleep_operation() {
    if (this->waiting()) this->here().where->disarm(*this);
  }
  bool start(environment here, job& waiter) noexcept {
    if (!this->begin(here, waiter)) return true;
    due = deadline(here.where->now(), duration_);
    return here.where->arm(*this), false;
  }
  void cancel() noexcept { this->here().where->disarm(*this), this->end_stopped(); }
  result<void> take() noexcept { return {}; }
  static void ring(job& self) noexcept { static_cast<sleep_operation&>(self).end(); }
  D duration_;
};
}  // namespace detail
/// Ends after `d`, or stopped. Always by a timer, for zero and less too; the longest never does.
template <class Rep, class Period> auto sleep(std::chrono::duration<Rep, Period> d) noexcept {
  return detail::sleep_operation(d);
}
}  // namespace eyeballs
