// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// The interface that a backend implements: it tells the time, wakes us at a time, runs us soon. All
// of it is intrusive: to post a job or to arm a timer allocates nothing and cannot fail.
#include <chrono>
#include <cstddef>
#include "stop.hpp"
namespace eyeballs {
using duration = std::chrono::nanoseconds;
using time_point = std::chrono::time_point<std::chrono::steady_clock, duration>;

/// `from + d`, held to the range of time, whatever the units of `d`; `time_point::max()` is never.
template <class Rep, class Period>
time_point deadline(time_point from, std::chrono::duration<Rep, Period> d) noexcept {
  using wide = std::chrono::duration<long double, duration::period>;
  const wide since = wide(from.time_since_epoch()) + wide(d);
  if (since >= wide(duration::max())) return time_point::max();
  if (!(since > wide(duration::min()))) return time_point::min();
  return from + std::chrono::duration_cast<duration>(d);
}

/// Something to run once from a queue. Who posts it keeps it until it has run.
struct job {
  using function = void (*)(job&) noexcept;
  explicit job(function f) noexcept : run(f) {}
  function run;
  job* next = nullptr;  // the queue's
};

/// A job that is due at a time. Its links are the backend's.
struct timer : job {
  using job::job;
  time_point due{};
  unsigned long long order = 0;
  timer *child = nullptr, *sibling = nullptr, **link = nullptr;
};
/// Where the frames of coroutines come from; each frame remembers its own.
struct frame_resource {
  virtual void* allocate(std::size_t bytes) = 0;
  virtual void deallocate(void* frame, std::size_t bytes) noexcept = 0;
 protected:
  ~frame_resource() = default;
};
/// What this thread makes frames from; null is the heap. A backend sets it while it runs jobs.
inline frame_resource*& current_frame_resource() noexcept {
  static thread_local frame_resource* current = nullptr;
  return current;
}
/// What a task tree runs on: one logical thread. A *turn* is one outside event (a timer, a
/// completion, a stop) together with all that the ready queue then runs until it is empty.
struct scheduler {
  virtual time_point now() const noexcept = 0;
  virtual void post(job& j) noexcept = 0;        ///< Runs it in this turn, after what is posted.
  virtual void post_last(job& j) noexcept = 0;   ///< Runs it when nothing else is ready.
  virtual void post_event(job& j) noexcept = 0;  ///< Runs it as an outside event, after this turn.
  /// Runs `t` as an outside event when it is due; equal times in the order of their arming.
  virtual void arm(timer& t) noexcept = 0;
  virtual void disarm(timer& t) noexcept = 0;
  stop_source abandonment;  ///< Told when the backend dies with work in flight; shields see it too.
  std::size_t waits = 0;    ///< Leaf waits that have begun and not ended.
 protected:
  ~scheduler() = default;
};
}  // namespace eyeballs
