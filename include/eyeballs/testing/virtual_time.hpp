// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs trees of tasks in virtual time: hours pass in microseconds, nobody waits, and times are
// exact. It is for tests, of this library and of its users.
//
//     outcome<int> o = run_in_virtual_time(slow_answer());  // to its end
//
//     virtual_time time;                                    // or step by step
//     virtual_run<int>& answer = time.start(slow_answer());
//     answer.stop_at(300ms);
//     time.run();
//     assert(answer.end().stopped() && time.elapsed() == 300ms);

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../base/require.hpp"
#include "../core/task.hpp"
#include "../runtime/run_loop.hpp"
#include "../runtime/task_root.hpp"

namespace eyeballs {

class virtual_time;

namespace detail {

/// A tree of tasks that runs in virtual time, whatever it yields.
class virtual_root : private task_root {
 public:
  virtual ~virtual_root() { unplan_stop(); }

  /// Whether the tree has ended.
  bool ended() const noexcept { return ended_; }

  /// Asks the tree to stop: as an outside event, now.
  inline void request_stop();

  /// Asks the tree to stop when `since` has passed since the start of the virtual time. Among the
  /// timers of that instant it has its place by when this was called.
  inline void stop_at(duration since);

 protected:
  explicit inline virtual_root(virtual_time& time);

  /// Keeps how the task ended, and destroys it.
  virtual void collect() = 0;

 private:
  friend virtual_time;

  void on_end() final {
    collect();
    ended_ = true;
    unplan_stop();
  }

  void stop_now() noexcept { task_root::request_stop(); }

  inline void unplan_stop() noexcept;

  virtual_time& time_;
  member_call<virtual_root, &virtual_root::stop_now, timer> planned_stop_{*this};
  bool stop_posted_ = false;
  bool ended_ = false;
};

}  // namespace detail

/// A task that runs in virtual time: see `virtual_time::start`. `request_stop()` asks it to stop now,
/// `stop_at(since)` at a time since the start, and `ended()` tells whether it has ended.
template <class T> class virtual_run final : public detail::virtual_root {
 public:
  /// How it ended, which it must have: value, error or stopped.
  outcome<T>& end() noexcept {
    detail::require(ended(), "end() is asked of a task that has not ended: run the time first");
    return *end_;
  }

 private:
  friend virtual_time;

  virtual_run(virtual_time& time, task<T>&& t) : virtual_root(time), task_(std::move(t)) {}

  start_result start(environment here, detail::work_item& waiter) override {
    return task_->start(here, waiter);
  }

  void collect() override {
    try {
      end_.emplace(std::move(task_->how()));
    } catch (...) { end_.emplace(error::current()); }  // its value can't be moved
    task_.reset();
  }

  std::optional<task<T>> task_;
  std::optional<outcome<T>> end_;
};

/// The clock, which begins at zero, and all that waits for it. When it is destroyed with work in
/// flight, every wait ends as stopped, shielded or not, and the trees unwind.
///
/// Time passes when nothing else can happen. To compute takes none; but a loop that never waits is
/// held up for no longer than 256,000 stop points: then the next timer is due, if there is one.
class virtual_time : private detail::run_loop {
 public:
  /// Frames that running tasks make come from `frames`, or from the pool if that is null.
  explicit virtual_time(detail::frame_resource* frames = nullptr) noexcept : run_loop(frames) {}

  ~virtual_time() {
    abandonment.request_stop();
    for (auto& root : roots_) root->stop_now();
    while (!idle()) run_turn();
  }

  /// Starts a task, and runs until it waits. The reference is good as long as this lives.
  template <class T> virtual_run<T>& start(task<T> t) {
    std::unique_ptr<virtual_run<T>> root(new virtual_run<T>(*this, std::move(t)));
    virtual_run<T>& run = *root;
    roots_.push_back(std::move(root));
    post_event(run.begin_event());
    run_turn();
    return run;
  }

  /// Goes on to the next event and runs its turn; false if nothing can come any more. Neither this
  /// nor `run` and `run_until` may be called by a task that runs in this virtual time: time can't
  /// pass within a turn, and the program is aborted.
  bool step() { return step_until(time_point::max()); }

  /// Runs until nothing can come any more.
  void run() {
    while (step()) {}
  }

  /// Runs all that happens until `since` has passed since the start, that instant included, and is
  /// then there.
  void run_until(duration since) {
    const time_point until = deadline(time_point{}, since);
    while (step_until(until)) {}
    now_ = std::max(now_, until);
    held_up_ = 0;
  }

  /// The time since the start.
  duration elapsed() const noexcept { return now_.time_since_epoch(); }

  /// What `pending` tells.
  struct pending_work {
    std::size_t waits;             ///< waits that have begun and not ended: all kinds of leaves
    std::size_t timers;            ///< sleeps and planned stops among what can come
    std::optional<duration> next;  ///< when the next of these is due
  };

  /// What is still being waited for.
  pending_work pending() const noexcept {
    pending_work p{waits, armed_timers(), std::nullopt};
    if (next_timer()) p.next = next_timer()->due.time_since_epoch();
    return p;
  }

 private:
  friend detail::virtual_root;

  time_point now() const noexcept override { return now_; }

  void wake() noexcept override {}  // whoever posts from outside runs the turn, too

  /// False if nothing comes until then. Otherwise it is what is ready, or a timer that is due; or,
  /// where loops that never wait are all there is, one more round of them, or the next timer.
  bool step_until(time_point until) {
    detail::require(!running(), "virtual time is run inside of a task that it runs");
    if (only_after_events()) {
      const bool time_passes = idle() || held_up_ == most_held_up;
      if (time_passes && next_timer() && next_timer()->due <= until) {
        now_ = std::max(now_, next_timer()->due);
        held_up_ = 0;
        fire_timer();
      } else if (idle() || (time_passes && until != time_point::max())) {
        return false;
      } else if (!time_passes) {
        ++held_up_;
      }
    }
    run_turn();
    return true;
  }

  void run_turn() noexcept {
    std::size_t budget = std::numeric_limits<std::size_t>::max();
    if (!running()) run_items(budget);
  }

  static constexpr int most_held_up = 1000;

  time_point now_{};
  int held_up_ = 0;  // how many rounds of loops that never wait there were in this instant
  std::vector<std::unique_ptr<detail::virtual_root>> roots_;
};

detail::virtual_root::virtual_root(virtual_time& time) : task_root(time), time_(time) {}

void detail::virtual_root::request_stop() {
  if (std::exchange(stop_posted_, true)) return;
  time_.post_event(stop_event());
  time_.run_turn();
}

void detail::virtual_root::stop_at(duration since) {
  if (ended_) return;
  unplan_stop();
  planned_stop_.due = deadline(time_point{}, since);
  time_.arm(planned_stop_);
}

void detail::virtual_root::unplan_stop() noexcept { time_.disarm(planned_stop_); }

/// Runs a task to its end in virtual time, and tells how it ended. A task that waits for nothing
/// that can come ends with `errc::deadlock`.
template <class T> outcome<T> run_in_virtual_time(task<T> t) {
  virtual_time time;
  virtual_run<T>& root = time.start(std::move(t));
  time.run();
  if (!root.ended()) {
    const std::size_t waits = time.pending().waits;
    return error(make_error_code(errc::deadlock),
                 std::to_string(waits) + (waits == 1 ? " wait is pending" : " waits are pending"));
  }
  try {
    return std::move(root.end());
  } catch (...) { return error::current(); }  // its value can't be moved
}

/// The same for any other operation, as `timeout(...)` or `race(...)`.
template <operation A>
  requires(!std::same_as<A, task<typename A::value_type>>)
auto run_in_virtual_time(A a) {
  return run_in_virtual_time(task<typename A::value_type>(std::move(a)));
}

}  // namespace eyeballs
