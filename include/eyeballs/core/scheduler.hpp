// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The interface that a backend implements: it tells the time, wakes us at a time, and runs us soon.
// All of it is intrusive. To post a work item or to arm a timer allocates nothing and cannot fail.

#include <chrono>

#include "stop.hpp"

namespace eyeballs {

using duration = std::chrono::nanoseconds;
using time_point = std::chrono::time_point<std::chrono::steady_clock, duration>;

/// `from + d`, held to the range of time, whatever the units of `d`; not a number is the earliest
/// time. `time_point::max()` means never.
template <class Rep, class Period>
time_point deadline(time_point from, std::chrono::duration<Rep, Period> d) noexcept {
  using wide = std::chrono::duration<long double, duration::period>;
  const wide since = wide(from.time_since_epoch()) + wide(d);
  if (since >= wide(duration::max())) return time_point::max();
  if (!(since > wide(duration::min()))) return time_point::min();
  return from + std::chrono::duration_cast<duration>(d);
}

namespace detail {

/// Something to run once from a queue. Whoever posts it keeps it until it has run.
struct work_item {
  using function = void (*)(work_item&) noexcept;

  explicit work_item(function f) noexcept : run(f) {}

  function run;
  work_item* next = nullptr;  // belongs to the queue
};

/// A work item that is due at a time. Its links belong to the backend.
struct timer : work_item {
  using work_item::work_item;

  time_point due{};
  unsigned long long order = 0;
  timer *child = nullptr, *sibling = nullptr, **link = nullptr;
};

}  // namespace detail

/// What a tree of tasks runs on: one logical thread. A *turn* is one outside event (a timer, a
/// completion, a stop) together with all that the ready queue then runs until it is empty.
struct scheduler {
  virtual time_point now() const noexcept = 0;

  /// Runs the item in this turn, after what is posted already.
  virtual void post(detail::work_item&) noexcept = 0;

  /// Runs the item in this turn, when nothing else is ready.
  virtual void post_last(detail::work_item&) noexcept = 0;

  /// Runs the item as an outside event, after this turn.
  virtual void post_event(detail::work_item&) noexcept = 0;

  /// Runs the timer as an outside event when it is due. Equal times run in the order of arming.
  virtual void arm(detail::timer&) noexcept = 0;
  virtual void disarm(detail::timer&) noexcept = 0;

  /// Told when the backend dies with work in flight. Shields hear of it, too.
  stop_source abandonment;

  /// Which backend it is: two of the same kind have equal names.
  const char* backend = nullptr;

  /// How many leaf waits have begun and not ended. Tests ask whether any is left.
  std::size_t waits = 0;

 protected:
  ~scheduler() = default;
};

}  // namespace eyeballs
