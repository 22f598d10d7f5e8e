// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The interface that a backend implements: it tells the time, wakes us at a time, and runs us soon.
// All of it is intrusive. To post a work item or to arm a timer allocates nothing and cannot fail.

#include <cstddef>

#include "../base/work_item.hpp"
#include "stop.hpp"

namespace eyeballs {

/// What a tree of tasks runs on: one logical thread. A *turn* is one outside event (a timer, a
/// completion, a stop) together with all that the ready queue then runs until it is empty.
struct scheduler {
  /// What time it is.
  virtual time_point now() const noexcept = 0;

  /// Runs the item in this turn, after what is posted already.
  virtual void post(detail::work_item&) noexcept = 0;

  /// Runs the item in this turn, when nothing else is ready.
  virtual void post_last(detail::work_item&) noexcept = 0;

  /// Runs the item as an outside event, after this turn.
  virtual void post_event(detail::work_item&) noexcept = 0;

  /// The same, but after the outside events that have come by then, timers that are due included.
  virtual void post_after_events(detail::work_item& item) noexcept { post_event(item); }

  /// The same as `post_event`, from any thread, if the backend can; otherwise it is asserted.
  virtual void post_from_anywhere(detail::work_item& item) noexcept { post_event(item); }

  /// Runs the timer as an outside event when it is due. Equal times run in the order of arming.
  virtual void arm(detail::timer&) noexcept = 0;

  /// Forgets the timer, if it is armed.
  virtual void disarm(detail::timer&) noexcept = 0;

  /// Told when the backend dies with work in flight. Shields hear of it, too.
  stop_source abandonment;

  /// Which backend it is: two of the same kind have equal names.
  const char* backend = nullptr;

  /// How many leaf waits have begun and not ended. Tests ask whether any is left.
  std::size_t waits = 0;

  /// How many stop points there were since the last outside event.
  std::size_t stop_points = 0;

 protected:
  ~scheduler() = default;
};

}  // namespace eyeballs
