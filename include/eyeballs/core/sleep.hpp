// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Waits for time to pass, or for nothing at all.
//
//     co_await sleep(50ms);
//     co_await never();

#include "operation.hpp"

namespace eyeballs {
namespace detail {

template <class Duration> struct EYEBALLS_AWAITABLE sleep_operation
    : leaf_operation<sleep_operation<Duration>>,
      yields_nothing,
      private timer {
  explicit sleep_operation(Duration d) noexcept : timer(&on_time), duration_(d) {}

  sleep_operation(sleep_operation&& other) noexcept : sleep_operation(other.duration_) {}

  ~sleep_operation() {
    if (this->waiting()) this->here().where->disarm(*this);
  }

  start_result start(environment here, work_item& waiter) noexcept {
    if (this->begin(here, waiter) == start_result::ended) return start_result::ended;
    due = deadline(here.where->now(), duration_);
    here.where->arm(*this);
    return start_result::pending;
  }

  void cancel() noexcept {
    this->here().where->disarm(*this);
    this->end_stopped();
  }

 private:
  static void on_time(work_item& self) noexcept { static_cast<sleep_operation&>(self).end(); }

  Duration duration_;
};

struct EYEBALLS_AWAITABLE never_operation : leaf_operation<never_operation>, yields_nothing {
  never_operation() noexcept {}

  start_result start(environment here, work_item& waiter) noexcept { return begin(here, waiter); }
};

}  // namespace detail

/// Ends after `d`, or stopped. It always goes through the timer, for zero and less, too. The
/// longest duration never ends. Resumes in the turn of the timer.
template <class Duration> auto sleep(Duration d) noexcept { return detail::sleep_operation(d); }

/// Ends only as stopped, in the turn of the stop.
inline auto never() noexcept { return detail::never_operation(); }

}  // namespace eyeballs
