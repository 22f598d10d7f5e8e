// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A tree of tasks on an Asio executor: one for each `co_spawn` and each `async_connect`.
//
// Between turns a handler of the timer is always pending. It keeps the context at work. And if the
// context dies, that handler is destroyed uncalled: then the tree is abandoned.
//
//   phase      event                            next       what is done
//   ---------  -------------------------------  ---------  --------------------------------------
//   running    a handler is called              running    its turn runs, and the timer is armed
//   running    the task ends                    finishing  the stop line is closed, and the timer
//                                                          is cancelled
//   running    a handler of our own is dropped  abandoned  nothing: it may be on any thread
//   abandoned  a handler is called              unwinding  everything is stopped, and the turn
//                                                          runs: every wait ends as stopped
//   unwinding  the task ends                    finishing  as above
//   finishing  the last handler is over         -          the end is delivered; in a context that
//                                                          has died, the tree is destroyed
//   any        the last handler is dropped, or  unwinding  everything is stopped, all queues run
//              is over before the task ends                empty, and the tree is destroyed
//
// The member `phase_` is never `abandoned`: other threads tell that the context has died, so that
// `current_phase` asks `pending_handlers` for it. A tree that awaits somebody else's awaitable may
// never end in `unwinding`: it is destroyed where it stands. The handler of an operation may be
// dropped while the context lives: see scheduler.hpp.

#include <cstddef>
#include <limits>
#include <utility>

#include "../../runtime/task_root.hpp"
#include "deadline_timer.hpp"
#include "own_handler.hpp"
#include "scheduler.hpp"
#include "wake_up.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Who derives from it has the task, and what comes after.
class asio_root : public asio_scheduler {
 public:
  enum class phase : unsigned char {
    running,    ///< the task has not ended
    abandoned,  ///< ... and will not by itself: the context has died
    unwinding,  ///< ... and has been stopped for good
    finishing,  ///< the task has ended, and handlers of our own are still pending
  };

  /// Begins, by post.
  void post_begin() { post_to<&asio_root::on_begin>(*this, wake_memory_); }

  void post_stop() override { post_to<&asio_root::on_stop>(*this, stop_memory_); }

 protected:
  asio_root(serial_executor executor, frame_resource* frames)
      : asio_scheduler(std::move(executor), frames), timer_(asio_scheduler::executor()) {}

  ~asio_root() = default;

  /// Starts the task.
  virtual start_result start(environment, work_item& waiter) = 0;

  /// The task has ended, and no handler is left: delivers its end, and destroys this.
  virtual void finish() = 0;

  /// The same where the context has died: destroys this.
  virtual void destroy() noexcept = 0;

  /// No stop may be posted any more. It may be called again.
  virtual void close_stop_line() noexcept = 0;

  /// It is called for a beginning, too, that the executor has refused by a throw. A strand may have
  /// kept that handler all the same: then the tree lives until it is dropped.
  void unwind() noexcept override {
    // A stop may still be posted until its line is closed, and its handler is the last one then.
    handler_handed_out();
    close_stop_line();
    if (handler_over() == handlers_left::some) return;
    begin_last_turn();
    post_dropped();
    stop_everything();
    std::size_t all = std::numeric_limits<std::size_t>::max();
    run_items(all);
    destroy();
  }

 private:
  template <class Tree, void (Tree::*)()> friend class own_handler;

  /// After so many work items the tree posts itself, so that other work gets in.
  static constexpr std::size_t items_per_handler = 512;

  struct handler_over_at_exit {
    ~handler_over_at_exit() {
      if (tree.handler_over() == handlers_left::none) tree.unwind();
    }

    asio_root& tree;
  };

  /// A member, not a base: with two bases, it would take every wait longer to find its scheduler.
  class root final : public task_root {
   public:
    explicit root(asio_root& tree) noexcept : task_root(static_cast<scheduler&>(tree)) {}

    using task_root::begin_event;
    using task_root::request_stop;
    using task_root::stop_event;

   private:
    start_result start(environment here, work_item& waiter) override {
      return tree().start(here, waiter);
    }

    void on_end() override { tree().phase_ = phase::finishing; }

    asio_root& tree() noexcept { return static_cast<asio_root&>(where()); }
  };

  phase current_phase() const noexcept {
    return phase_ == phase::running && abandoned() ? phase::abandoned : phase_;
  }

  void on_begin() { handler_called(root_.begin_event()); }

  void on_stop() { handler_called(root_.stop_event()); }

  void on_timer() {
    timer_.handler_called();
    run();
  }

  void on_wake_up() {
    wake_up_.handler_called();
    run();
  }

  void on_wake_up_from_any_thread() { run(); }

  void run() override {
    if (running()) return handler_taken_back();  // the turn that is running will come to it
    run_turn();
    if (phase_ == phase::finishing) return try_finish();
    const handler_over_at_exit ours{*this};
    if (!idle()) wake();
    arm_timer();
  }

  void run_turn() noexcept {
    const turn here(*this);
    do {
      post_dropped();
      if (current_phase() == phase::abandoned) stop_everything();
      run_items_and_timers();
    } while (any_dropped() || current_phase() == phase::abandoned);
  }

  void run_items_and_timers() noexcept {
    std::size_t budget = items_per_handler;
    while (run_items(budget)) {
      if (!next_timer() || next_timer()->due > now()) return;
      fire_timer();
    }
  }

  void wake() noexcept override {
    if (in_turn()) return;
    wake_up_.post([this](reserved_block& m) { post_to<&asio_root::on_wake_up>(*this, m); });
  }

  post_result wake_from_any_thread() noexcept override {
    try {
      post_to<&asio_root::on_wake_up_from_any_thread>(*this, wake_memory_);
      return post_result::posted;
    } catch (...) { return post_result::refused; }
  }

  void arm_timer() noexcept {
    const time_point due = next_timer() ? next_timer()->due : time_point::max();
    try {
      timer_.arm(due, [this](reserved_block& memory) {
        return own_handler<asio_root, &asio_root::on_timer>(*this, memory);
      });
    } catch (...) {
      wake();  // Asio's list of timers has found no memory: as soon as can be, again
    }
  }

  /// Handlers of our own may be pending, and `finish` waits for them, since they point here.
  void try_finish() {
    close_stop_line();
    timer_.cancel();
    if (handler_over() == handlers_left::some) return;
    if (abandoned()) destroy();
    else finish();
  }

  void stop_everything() noexcept {
    phase_ = phase::unwinding;
    abandonment.request_stop();
    root_.request_stop();
  }

  phase phase_ = phase::running;
  root root_{*this};
  deadline_timer timer_;
  wake_up wake_up_;
  reserved_block wake_memory_;  // for the beginning, and then for wake-ups from any thread
  reserved_block stop_memory_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
