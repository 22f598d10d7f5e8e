// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Waits for a time, on the scheduler's steady clock.
//
//     co_await sleep(250ms);

#include "environment.hpp"

namespace eyeballs {

namespace detail {
template <class Duration>
class sleep_operation : public leaf<sleep_operation<Duration>> {
 public:
  using value_type = void;
  explicit sleep_operation(Duration d) noexcept : duration_(d), timer_(*this) {}
  sleep_operation(sleep_operation&& other) noexcept : sleep_operation(other.duration_) {}
  ~sleep_operation() {
    if (this->waiting()) this->here().where->disarm(timer_);
  }
  bool start(environment where, job& waiter) noexcept {
    if (!this->begin(where, waiter)) return true;
    timer_.due = deadline(where.where->now(), duration_);
    where.where->arm(timer_);
    return false;
  }
  void cancel() noexcept {
    this->here().where->disarm(timer_);
    this->end_stopped();
  }
  result<void> take() noexcept { return {}; }

 private:
  struct alarm : timer {
    explicit alarm(sleep_operation& s) noexcept : timer(&ring), sleeper(s) {}
    static void ring(job& self) noexcept { static_cast<alarm&>(self).sleeper.end(); }
    sleep_operation& sleeper;
  };

  Duration duration_;
  alarm timer_;
};
}  // namespace detail

/// Ends after `d`, or stopped. Always through the timer, zero and negative included; equal times
/// fire in the order in which they were armed; the longest `d` never does.
template <class Rep, class Period>
auto sleep(std::chrono::duration<Rep, Period> d) noexcept {
  return detail::sleep_operation<std::chrono::duration<Rep, Period>>(d);
}

}  // namespace eyeballs
