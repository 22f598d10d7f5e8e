// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a task shares with a thread that works for it: the result, and whom to tell. Either side may
// be gone first.
//
//   state   event                                 next    what is done
//   ------  ------------------------------------  ------  ------------------------------------
//   closed  the task waits                        open
//   open    the worker has the result             told    the task's event is pushed
//   told    ... and the executor has refused to   told    the worker tries again to wake it
//           wake the tree
//   open    the task's wait ends by a stop, or    closed
//           since its context dies
//   closed  the worker has the result             closed  nobody wants it
//
// Why no result is lost: who makes `open` something else, under the lock, has it. If that is the
// worker, the event is on its way, and the task, which learns so by `close`, counts it as an operation
// of its tree. The worker has a lease of the context from before it looks until the event is pushed.
// If it gets none, the context has died, and its tree's waits end without a result.

#include <chrono>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "../../core/result.hpp"
#include "scheduler.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether the worker has done its part, or there was no memory to post: it tries again.
enum class put_result : unsigned char { over, no_memory };

class mailbox_base {
 public:
  enum class state : unsigned char { closed, open, told };

  mailbox_base() = default;
  mailbox_base(const mailbox_base&) = delete;

  /// By the task: from now on `event` is run, by who is in, when there is a result.
  void open(asio_scheduler& scheduler, work_item& event) {
    const std::scoped_lock lock(mutex_);
    strand_ = scheduler.strand();
    event_ = &event;
    state_ = state::open;
  }

  /// By the task, which does not wait any more. What it is now: `told`, if `event` is on its way.
  state close() noexcept {
    const std::scoped_lock lock(mutex_);
    if (state_ == state::open) state_ = state::closed;
    return state_;
  }

 protected:
  ~mailbox_base() = default;

  template <class Look> auto locked(Look look) {
    const std::scoped_lock lock(mutex_);
    return look();
  }

  /// By the worker. It holds the context until the task's event is pushed: so a tree whose context
  /// dies does not wait for it.
  template <class Put> put_result deliver(Put put) {
    const std::optional<strand_ptr> strand = locked([&] {
      put();
      return strand_;
    });
    if (!strand) return put_result::over;
    const context_lease lease((*strand)->leases());
    if (!lease) return put_result::over;
    const bool first = locked([this] {
      if (state_ != state::open) return false;
      state_ = state::told;
      return true;
    });
    if (first) woken_ = (*strand)->try_push(*event_);
    else if (woken_ == wake_result::refused) woken_ = (*strand)->try_wake();
    return woken_ == wake_result::refused ? put_result::no_memory : put_result::over;
  }

 private:
  std::mutex mutex_;
  std::optional<strand_ptr> strand_;
  work_item* event_ = nullptr;
  state state_ = state::closed;
  wake_result woken_ = wake_result::done;  // the worker's
};

/// A mailbox for one result.
template <class T> class mailbox final : public mailbox_base {
 public:
  /// By the worker, once.
  void put(outcome<T>&& result) {
    // NOLINTNEXTLINE(bugprone-use-after-move): it is taken once
    while (try_put(std::move(result)) == put_result::no_memory)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  /// By the worker, until it is over. `result` is taken the first time.
  put_result try_put(outcome<T>&& result) {
    return deliver([&] {
      if (!result_) result_.emplace(std::move(result));
    });
  }

  /// By anybody, at any time.
  bool has_result() noexcept {
    return locked([this] { return result_.has_value(); });
  }

  /// By the task, once its event has run.
  std::optional<outcome<T>>& result() noexcept { return result_; }

 private:
  std::optional<outcome<T>> result_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
