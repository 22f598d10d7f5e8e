// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The scheduler of a tree of tasks on an Asio executor, as the waits of the tree see it. How it
// runs, and ends, is in tree.hpp.
//
// Everything of a tree happens on one serial executor. Each handler that is called brings one
// outside event, and runs its turn. A handler that is dropped may be on any thread: it touches
// atomics only, and posts. Then its wait ends with an error, on the tree's executor.

#include <chrono>
#include <utility>

#include "../../core/operation.hpp"
#include "../../runtime/run_loop.hpp"
#include "pending_handlers.hpp"
#include "serial_executor.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether an executor has taken what was posted, or has thrown.
enum class post_result : unsigned char { posted, refused };

class asio_scheduler : public run_loop {
 public:
  /// What the tree lives on.
  const serial_executor& executor() const noexcept { return executor_; }

  /// The context dies: no wait may start an operation again, and none will be answered.
  bool abandoned() const noexcept { return handlers_.abandoned(); }

  /// Asks the tree to stop, soon. Once, from any thread.
  virtual void post_stop() = 0;

  // What becomes of a handler. The first, and then one of the others.

  void handler_handed_out() noexcept { handlers_.hand_out(); }

  /// It was refused, within the call that handed it out.
  void handler_taken_back() noexcept { handlers_.take_back(); }

  /// It was called, on our executor: `event` and its turn run. The tree may be gone then.
  void handler_called(work_item& event) {
    {
      const turn posting(*this);
      post_event(event);
    }
    run();
  }

  /// An operation's was destroyed uncalled, on whichever thread: `event` runs in the next turn, or,
  /// where the context dies, when the last handler is gone.
  void operation_handler_dropped(work_item& event) noexcept {
    const dropped_before before = handlers_.add_dropped(event);
    if (before == dropped_before::none && !abandoned()) wake_from_any_thread();
    if (handlers_.retire() == handlers_left::some) return;
    if (abandoned() || wake_from_any_thread() == post_result::refused) unwind();
  }

 protected:
  /// While one of these lives, a handler of the tree runs turns, or is about to: nobody need wake it
  /// for what is posted.
  class turn {
   public:
    explicit turn(asio_scheduler& s) noexcept
        : scheduler_(s), outer_(std::exchange(s.in_turn_, true)) {}

    turn(const turn&) = delete;

    ~turn() { scheduler_.in_turn_ = outer_; }

   private:
    asio_scheduler& scheduler_;
    bool outer_;
  };

  asio_scheduler(serial_executor executor, frame_resource* frames)
      : run_loop(frames), executor_(std::move(executor)) {}

  ~asio_scheduler() = default;

  /// Runs what there is to run, and sees to it that it is called again, or ends the tree. A handler
  /// that was called calls it, and is over then.
  virtual void run() = 0;

  /// Has `run` called soon.
  virtual post_result wake_from_any_thread() noexcept = 0;

  /// Runs all there is, and destroys the tree. The context has died, and no handler is left.
  virtual void unwind() noexcept = 0;

  /// One of the tree's own was destroyed uncalled, on whichever thread: the context has died.
  void own_handler_dropped() noexcept {
    handlers_.abandon();
    if (handlers_.retire() == handlers_left::none) unwind();
  }

  /// A handler that was called is over: after its turn, since it owns the tree if it is the last.
  handlers_left handler_over() noexcept { return handlers_.retire(); }

  bool any_dropped() const noexcept { return handlers_.any_dropped(); }

  void post_dropped() noexcept {
    handlers_.take_dropped([this](work_item& event) { post_event(event); });
  }

  bool in_turn() const noexcept { return in_turn_; }

  /// The last turn: what is posted while the tree is destroyed wakes nobody.
  void begin_last_turn() noexcept { in_turn_ = true; }

  time_point now() const noexcept override { return std::chrono::steady_clock::now(); }

 private:
  serial_executor executor_;
  [[no_unique_address]] pending_handlers handlers_;  // whose padding has room for the next
  bool in_turn_ = false;
};

/// Null, if the tree does not run on this Asio.
inline asio_scheduler* asio_scheduler_of(const environment& here) noexcept {
  return dynamic_cast<asio_scheduler*>(here.where);
}

inline error not_on_asio() {
  return error(std::make_error_code(std::errc::operation_not_supported),
               "an Asio operation outside of a task tree that runs on this Asio");
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
