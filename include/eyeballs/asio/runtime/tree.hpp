// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A tree of tasks on an Asio executor: one for each `co_spawn` and each `async_connect`.
//
//   phase      event                            next       what is done
//   ---------  -------------------------------  ---------  --------------------------------------
//   running    somebody enters, on the          running    what was left and its turns run, and
//              executor                                    the timer is armed if somebody sleeps
//   running    so much has run                  running    a wake-up is posted, so that other
//                                                          work gets in
//   running    the task ends                    finished   the end is delivered
//   running    the context dies                 unwinding  nothing, as long as operations are
//                                                          pending in other contexts
//   unwinding  the last operation is over       -          everything is stopped, all queues run
//                                                          empty, and the tree is destroyed
//
// In a context that has died, an operation's handler may be called or destroyed on any thread: the
// last one's thread is where the tree unwinds. A tree that awaits somebody else's awaitable may not
// end then: it is destroyed where it stands.

#include <cstddef>
#include <utility>

#include "../../base/compiler.hpp"
#include "../../runtime/task_root.hpp"
#include "scheduler.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Who derives from it has the task, and what comes after.
class asio_root : public asio_scheduler {
 public:
  enum class phase : unsigned char {
    running,    ///< the task has not ended
    unwinding,  ///< ... and has been stopped for good
    finished,   ///< the task has ended
  };

 protected:
  asio_root(strand_ptr s, frame_resource* frames) noexcept : asio_scheduler(std::move(s), frames) {}

  ~asio_root() = default;

  /// Starts the task.
  virtual start_result start(environment, work_item& waiter) = 0;

  /// The task has ended: delivers its end, and destroys this.
  virtual void finish() = 0;

  /// The same where the context has died: destroys this.
  virtual void destroy() noexcept = 0;

 private:
  /// After so many work items the tree posts itself, so that other work gets in.
  static constexpr std::size_t items_per_handler = 512;

  /// A member, not a base: so a wait finds its scheduler at once.
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

    void on_end() override { tree().phase_ = phase::finished; }

    asio_root& tree() noexcept { return static_cast<asio_root&>(where()); }
  };

  // The strand calls these.

  EYEBALLS_DECL void run() override;

  EYEBALLS_DECL void abandon() noexcept override;

  EYEBALLS_DECL void on_refusal() noexcept override;

  EYEBALLS_DECL void on_stop() noexcept override;

  // What they are made of.

  void run_turns(std::size_t& budget) noexcept {
    while (run_items(budget)) {
      if (!next_timer() || next_timer()->due > now()) return;
      fire_timer();
    }
  }

  enum class arming : bool { done, no_memory };

  arming try_arm_timer() noexcept {
    if (!next_timer()) return arming::done;
    try {
      strand()->arm(next_timer()->due);
      return arming::done;
    } catch (...) { return arming::no_memory; }
  }

  /// Leaves if a thread's result is still on its way here. It will be back then.
  EYEBALLS_DECL void unwind() noexcept;

  EYEBALLS_DECL void post_from_anywhere(work_item& item) noexcept override;

  /// Something was posted outside of a turn: by who is in, or by somebody else's awaitable.
  /// Rare, and so not worth a copy of it wherever something is posted.
  EYEBALLS_NOINLINE EYEBALLS_DECL void wake() noexcept override;

  phase phase_ = phase::running;
  bool has_begun_ = false;
  root root_{*this};
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifndef EYEBALLS_SEPARATE_COMPILATION
#include "../impl/tree.hpp"
#endif
