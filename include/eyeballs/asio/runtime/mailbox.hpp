// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a task shares with a thread that works for it: the result, and whom to tell. Either side may
// be gone first; an execution context that died is never touched.
//
//   state   event                                next    what is done
//   ------  -----------------------------------  ------  ----------------------------
//   closed  the task waits                       open
//   open    the worker has the result            told    the task's event is posted
//   open    ... but there is no memory to post   open    the worker tries again
//   open    the task's wait ends by a stop       closed
//   open    the execution context dies           closed
//   closed  the worker has the result            closed  nobody wants it

#include <chrono>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "../../core/result.hpp"
#include "hand_out_scope.hpp"
#include "reserved_memory.hpp"
#include "scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class mailboxes;

/// Whether the worker has done its part, or there was no memory to post: it tries again.
enum class put_result : unsigned char { over, no_memory };

class mailbox_base : ring_link<mailboxes> {
 public:
  enum class state : unsigned char { closed, open, told };

  mailbox_base() = default;
  mailbox_base(const mailbox_base&) = delete;

  /// By the task: from now on `event` is run when there is a result.
  inline void open(asio_scheduler& scheduler, work_item& event);

  /// By the task, which does not wait any more. What it is now: `told`, if `event` is on its way.
  state close() noexcept {
    const std::scoped_lock lock(mutex_);
    if (state_ == state::open) state_ = state::closed;
    return state_;
  }

  /// By the task, when its wait has ended.
  inline void leave() noexcept;

 protected:
  ~mailbox_base() = default;

  template <class Look> auto locked(Look look) {
    const std::scoped_lock lock(mutex_);
    return look();
  }

  /// By the worker. The lock keeps the context: its service and our handler wait for it.
  template <class Put> put_result deliver(Put put) {
    const std::scoped_lock lock(mutex_);
    put();
    if (state_ == state::open) tell();
    return state_ == state::open ? put_result::no_memory : put_result::over;
  }

 private:
  friend mailboxes;

  class handler {
   public:
    using allocator_type = reserved_allocator<void>;

    explicit handler(mailbox_base& from) noexcept : scheduler_(from.scheduler_), from_(from) {
      scheduler_->handler_handed_out();
    }

    handler(handler&& other) noexcept
        : scheduler_(std::exchange(other.scheduler_, nullptr)), from_(other.from_) {}

    ~handler() {
      if (!scheduler_) return;
      if (hand_out_scope::is_refusing(from_.memory_)) {
        scheduler_->handler_taken_back();
      } else {
        from_.wait_for_worker();
        scheduler_->operation_handler_dropped(*from_.event_);
      }
    }

    allocator_type get_allocator() const noexcept { return allocator_type(from_.memory_); }

    void operator()() {
      from_.wait_for_worker();
      std::exchange(scheduler_, nullptr)->handler_called(*from_.event_);
    }

   private:
    asio_scheduler* scheduler_;  // null once it was called, or moved from
    mailbox_base& from_;         // which the task keeps until its event has run
  };

  /// The worker may still be about to return from the post that brought us here.
  void wait_for_worker() noexcept { const std::scoped_lock lock(mutex_); }

  /// Posts the task's event. If there is no memory, the mailbox is still open.
  void tell() noexcept {
    try {
      const hand_out_scope handing_out(memory_);
      asio::post(scheduler_->executor(), handler(*this));
      state_ = state::told;
    } catch (...) {}  // it is still open
  }

  std::mutex mutex_;
  asio_scheduler* scheduler_ = nullptr;
  work_item* event_ = nullptr;
  state state_ = state::closed;
  mailboxes* all_ = nullptr;
  reserved_block memory_;
};

/// Those that are open in an execution context, which must not die under a worker's post: the first
/// thing at its end is to close them. (Services end in the order opposite to that of their making.)
class mailboxes : public asio::execution_context::service {
 public:
  using key_type = mailboxes;
  inline static asio::execution_context::id id;

  explicit mailboxes(asio::execution_context& c) : asio::execution_context::service(c) {}

 private:
  friend mailbox_base;
  using link = ring_link<mailboxes>;

  void shutdown() noexcept override {
    const std::scoped_lock lock(mutex_);
    while (open_.linked()) {
      auto& box = static_cast<mailbox_base&>(*open_.next());
      box.close();
      static_cast<link&>(box).leave();
      box.all_ = nullptr;
    }
  }

  std::mutex mutex_;
  link open_;
};

void mailbox_base::open(asio_scheduler& scheduler, work_item& event) {
  auto& context = asio::query(scheduler.executor(), asio::execution::context);
  auto& all = asio::use_service<mailboxes>(context);
  {
    const std::scoped_lock lock(all.mutex_);
    join_as_last(all.open_);
    all_ = &all;
  }
  const std::scoped_lock lock(mutex_);
  scheduler_ = &scheduler;
  event_ = &event;
  state_ = state::open;
}

void mailbox_base::leave() noexcept {
  if (!all_) return;
  const std::scoped_lock lock(all_->mutex_);
  ring_link::leave();
  all_ = nullptr;
}

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
