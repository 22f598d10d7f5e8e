// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs task trees in virtual time: thousands of seconds in microseconds, no real waiting, exact
// times. For tests, of this library and of its users.
//
//     outcome<int> o = run(slow_answer());     // to its end
//
//     virtual_time time;                       // or step by step
//     virtual_run<int>& answer = time.start(slow_answer());
//     answer.stop_at(300ms);
//     time.run();
//     assert(answer.end().stopped() && time.elapsed() == 300ms);

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/task.hpp"
#include "run_loop.hpp"

namespace eyeballs {

class virtual_time;

/// A task tree that runs in virtual time, whatever it yields.
class virtual_root {
 public:
  virtual_root(const virtual_root&) = delete;
  virtual ~virtual_root() { unplan(); }

  /// Whether the tree has ended.
  bool ended() const noexcept { return ended_; }
  /// Asks the tree to stop: as an outside event, now.
  inline void request_stop();
  /// Asks the tree to stop when `since` has passed since the start of the virtual time. Among the
  /// timers of that instant it has its place by when this was called.
  inline void stop_at(duration since);
 protected:
  explicit inline virtual_root(virtual_time& time);
  virtual bool begin(environment, job& waiter) = 0;
  virtual void collect() = 0;  // the end, and destroys the task
 private:
  friend virtual_time;
  template <void (virtual_root::*Run)()> struct calls : timer {
    explicit calls(virtual_root& r) noexcept
        : timer([](job& self) noexcept { (static_cast<calls&>(self).root.*Run)(); }), root(r) {}
    virtual_root& root;
  };
  inline void unplan() noexcept;
  inline void on_begin();
  void on_stop() { stop_.request_stop(); }
  void on_end() {
    collect();
    ended_ = true;
    unplan();
  }

  virtual_time& time_;
  stop_source stop_;
  calls<&virtual_root::on_begin> begin_{*this};
  calls<&virtual_root::on_stop> stop_now_{*this}, stop_later_{*this};
  calls<&virtual_root::on_end> end_{*this};
  bool stop_posted_ = false, ended_ = false;
};

/// A task that runs in virtual time; see `virtual_time::start`.
template <class T> class virtual_run final : public virtual_root {
 public:
  /// How it ended, which it must have: value, error or stopped.
  outcome<T>& end() noexcept {
    assert(ended() && "eyeballs: the task has not ended");
    return *end_;
  }
 private:
  friend virtual_time;
  virtual_run(virtual_time& time, task<T>&& t) : virtual_root(time), task_(std::move(t)) {}
  bool begin(environment here, job& waiter) override { return task_->start(here, waiter); }
  void collect() override {
    end_.emplace(stopped);
    if (!task_->stopped()) end_.emplace(task_->take());
    task_.reset();
  }

  std::optional<task<T>> task_;
  std::optional<outcome<T>> end_;
};

/// The clock, at zero in the beginning, and all that waits for it. When it is destroyed with work
/// in flight, every wait ends as stopped, shielded or not, and the trees unwind.
class virtual_time : private run_loop {
 public:
  /// Frames that running tasks make come from `frames`, or from the global heap.
  explicit virtual_time(frame_resource* frames = nullptr) noexcept : run_loop(frames) {}
  ~virtual_time() {
    abandonment.request_stop();
    for (auto& root : roots_) root->stop_.request_stop();
    turn();
  }

  /// Starts a task, and runs until it waits. The reference is good as long as this lives.
  template <class T> virtual_run<T>& start(task<T> t) {
    std::unique_ptr<virtual_run<T>> root(new virtual_run<T>(*this, std::move(t)));
    virtual_run<T>& run = *root;
    roots_.push_back(std::move(root));
    post_event(run.begin_);
    turn();
    return run;
  }

  /// Goes on to the next event and runs its turn; false if nothing can come any more.
  bool step() {
    if (idle()) {
      if (!next_timer()) return false;
      now_ = std::max(now_, next_timer()->due);
      fire_timer();
    }
    turn();
    return true;
  }
  /// Runs until nothing can come any more.
  void run() {
    while (step()) {}
  }
  /// Runs all that happens until `since` has passed, that instant included, and is then there.
  void run_until(duration since) {
    const time_point until = deadline(time_point{}, since);
    while (!idle() || (next_timer() && next_timer()->due <= until)) step();
    now_ = std::max(now_, until);
  }

  /// The time since the start.
  duration elapsed() const noexcept { return now_.time_since_epoch(); }

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
  friend virtual_root;
  time_point now() const noexcept override { return now_; }
  void wake() noexcept override {}  // who posts from outside calls `turn`, `step` or `run`
  void turn() noexcept {
    std::size_t budget = std::numeric_limits<std::size_t>::max();
    if (!running()) run_jobs(budget);
  }

  time_point now_{};
  std::vector<std::unique_ptr<virtual_root>> roots_;
};

virtual_root::virtual_root(virtual_time& time) : time_(time), stop_(time.abandonment.token()) {}
void virtual_root::on_begin() {
  if (begin({stop_.token(), &time_}, end_)) on_end();
}
void virtual_root::request_stop() {
  if (std::exchange(stop_posted_, true)) return;
  time_.post_event(stop_now_);
  time_.turn();
}
void virtual_root::stop_at(duration since) {
  if (ended_) return;
  unplan();
  stop_later_.due = deadline(time_point{}, since);
  time_.arm(stop_later_);
}
void virtual_root::unplan() noexcept { time_.disarm(stop_later_); }

/// Runs a task to its end in virtual time, and tells how it ended. A task that waits for nothing
/// that can come ends with `errc::deadlock`.
template <class T> outcome<T> run(task<T> t) {
  virtual_time time;
  virtual_run<T>& root = time.start(std::move(t));
  time.run();
  if (!root.ended()) {
    const std::size_t waits = time.pending().waits;
    return error(make_error_code(errc::deadlock),
                 std::to_string(waits) + (waits == 1 ? " wait is pending" : " waits are pending"));
  }
  return std::move(root.end());
}

}  // namespace eyeballs
