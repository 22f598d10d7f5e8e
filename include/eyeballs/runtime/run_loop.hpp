// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What every backend's scheduler is made of: the queues of a turn, and the timers. Nothing here
// allocates, and nothing recurses, however much is queued or armed. That a tree of tasks stays on
// one logical thread, and that no tree ends the waits of another one, is asserted in every build.

#include <cstddef>
#include <utility>

#include "../base/compiler.hpp"
#include "../base/frames.hpp"
#include "../base/require.hpp"
#include "timer_queue.hpp"
#include "work_queue.hpp"

namespace eyeballs::detail {

/// Derive from it, tell the time, and call `run_items` when there is something to run.
class run_loop : public scheduler {
 public:
  explicit run_loop(frame_resource* frames) noexcept : frames_(frames) {}

  run_loop(const run_loop&) = delete;

  void post(work_item& item) noexcept final {
    if (current() == this) ready_.push(item);
    else end_wait_from_outside(item);
  }

  void post_last(work_item& item) noexcept final { push(last_, item); }

  void post_event(work_item& item) noexcept final { push(events_, item); }

  void post_after_events(work_item& item) noexcept final { push(after_events_, item); }

  void arm(timer& t) noexcept final {
    if (t.due != time_point::max()) timers_.insert(t);
  }

  void disarm(timer& t) noexcept final { timers_.remove(t); }

 protected:
  ~run_loop() = default;

  /// Called when something was posted from outside of `run_items`: see to it that it is called.
  virtual void wake() noexcept = 0;

  bool running() const noexcept { return running_; }

  /// Whether nothing is left to run.
  bool idle() const noexcept { return only_after_events() && after_events_.empty(); }

  /// Whether nothing is left to run but what lets outside events go first.
  bool only_after_events() const noexcept {
    return ready_.empty() && last_.empty() && events_.empty();
  }

  std::size_t armed_timers() const noexcept { return timers_.size(); }

  timer* next_timer() const noexcept { return timers_.first(); }

  /// Takes the next timer as the next outside event. Only between turns, so that nobody disarms it.
  void fire_timer() noexcept {
    timer& t = *timers_.first();
    timers_.remove(t);
    events_.push(t);
  }

  /// Runs work items, turn after turn, as long as `budget` lasts. What is posted after the events
  /// meanwhile waits for the next call, so that others can get in between. True when nothing is left.
  bool run_items(std::size_t& budget) noexcept {
    require(!running_, "a scheduler runs inside itself: it is running the task that asks it to");
    const run_loop* const outer = std::exchange(current(), this);
    const block_pool::turn many_frames;
    frame_resource* const outer_frames = std::exchange(current_frame_resource(), frames_);
    running_ = true;
    if (!after_events_.empty()) let_events_go_first();
    while (budget > 0) {
      work_item* const item = pop();
      if (!item) break;
      item->run(*item);
      --budget;
    }
    running_ = false;
    current_frame_resource() = outer_frames;
    current() = outer;
    return idle();
  }

 private:
  /// The ready queue first; then who waits for the end of the turn; then the next turn's event.
  work_item* pop() noexcept {
    if (work_item* item = ready_.pop()) return item;
    if (work_item* item = last_.pop()) return item;
    stop_points = 0;
    return events_.pop();
  }

  /// Only one timer, since the turn of whatever is before it may disarm it.
  EYEBALLS_NOINLINE void let_events_go_first() noexcept {
    if (only_after_events() && next_timer() && next_timer()->due <= now()) fire_timer();
    after_events_.move_all_to(events_);
  }

  /// Where no tree runs, one may end another's wait. So may a backend that dies, within anything.
  EYEBALLS_NOINLINE void end_wait_from_outside(work_item& item) noexcept {
    require(running_ || !current() || abandonment.token().stop_arrived(),
            "a task is resumed by another tree of tasks: a dataflow_variable belongs to one tree");
    push(ready_, item);
  }

  void push(work_queue& queue, work_item& item) noexcept {
    require(!running_ || current() == this,
            "a task is resumed on another thread than its tree runs on: post to its executor, and "
            "resume it there");
    queue.push(item);
    if (!running_) wake();
  }

  /// The loop that this thread runs.
  static const run_loop*& current() noexcept {
    static thread_local const run_loop* loop = nullptr;
    return loop;
  }

  work_queue ready_;
  work_queue last_;
  work_queue events_;
  work_queue after_events_;
  timer_queue timers_;
  frame_resource* frames_;
  bool running_ = false;
};

}  // namespace eyeballs::detail
