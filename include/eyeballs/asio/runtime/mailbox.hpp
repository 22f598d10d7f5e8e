// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a task shares with a thread that works for it: the result, and whom to tell. Either side may
// be gone first; an execution context that died is never touched.

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "../../core/operation.hpp"
#include "../config.hpp"
#include "scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class mailboxes;

class mailbox_base : ring_link<mailboxes> {
 public:
  mailbox_base() = default;
  mailbox_base(const mailbox_base&) = delete;

  /// By the task: from now on `event` is run when there is a result.
  inline void open(asio_scheduler& to, work_item& event);

  /// By the task: it does not wait any more. False, if `event` is on its way already.
  bool close() noexcept {
    const std::scoped_lock lock(mutex_);
    to_ = nullptr;
    return !told_;
  }

  /// By the task, when its wait has ended.
  inline void leave() noexcept;

 protected:
  ~mailbox_base() = default;

  /// By the worker. The lock keeps the context: its service and our handler wait for it.
  template <class Put> void deliver(Put put) {
    std::unique_lock lock(mutex_);
    put();
    while (to_ && !tell()) {  // there was no memory: this thread can wait
      lock.unlock();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      lock.lock();
    }
  }

 private:
  friend mailboxes;

  class handler {
   public:
    using allocator_type = reserved_allocator<void>;

    explicit handler(mailbox_base& from) noexcept : to_(from.to_), from_(from) {
      to_->handed_out();
    }

    handler(handler&& other) noexcept
        : to_(std::exchange(other.to_, nullptr)), from_(other.from_) {}

    ~handler() {
      if (!to_) return;
      if (being_handed_out() == &from_.memory_) {
        to_->taken_back();
      } else {
        from_.wait_for_worker();
        to_->lost(*from_.event_);
      }
    }

    allocator_type get_allocator() const noexcept { return allocator_type(from_.memory_); }

    void operator()() {
      from_.wait_for_worker();
      std::exchange(to_, nullptr)->called(*from_.event_);
    }

   private:
    asio_scheduler* to_;
    mailbox_base& from_;  // which the task keeps until its event has run
  };

  /// The worker may still be about to return from the post that brought us here.
  void wait_for_worker() noexcept { const std::scoped_lock lock(mutex_); }

  bool tell() noexcept try {
    const hand_out_scope handing_out(memory_);
    asio::post(to_->executor(), handler(*this));
    to_ = nullptr;
    return told_ = true;
  } catch (...) { return false; }

  std::mutex mutex_;
  asio_scheduler* to_ = nullptr;
  work_item* event_ = nullptr;
  bool told_ = false;
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

void mailbox_base::open(asio_scheduler& to, work_item& event) {
  auto& all = asio::use_service<mailboxes>(asio::query(to.executor(), asio::execution::context));
  {
    const std::scoped_lock lock(all.mutex_);
    join_as_last(all.open_);
    all_ = &all;
  }
  const std::scoped_lock lock(mutex_);
  to_ = &to;
  event_ = &event;
}

void mailbox_base::leave() noexcept {
  if (!all_) return;
  const std::scoped_lock lock(all_->mutex_);
  ring_link::leave();
  all_ = nullptr;
}

template <class T> class mailbox final : public mailbox_base {
 public:
  void put(outcome<T>&& result) {
    deliver([&] { result_.emplace(std::move(result)); });
  }

  /// By the task, once its event has run.
  std::optional<outcome<T>>& result() noexcept { return result_; }

 private:
  std::optional<outcome<T>> result_;
};

/// The base of a wait for a thread's result. Who derives from it has `make_box()`, `launch()`,
/// which sets the thread to work, and `retract()`: whether a stop ends the wait, or the thread must
/// be awaited.
template <class Derived, class T>
class mailbox_wait : public leaf_operation<mailbox_wait<Derived, T>>, work_item {
 public:
  using value_type = T;

  mailbox_wait() noexcept : work_item(&answered) {}

  mailbox_wait(mailbox_wait&& other) noexcept
      : leaf_operation<mailbox_wait>(std::move(other)), work_item(&answered) {}

  ~mailbox_wait() {
    if (!box_) return;
    box_->close();
    box_->leave();
  }

  start_result start(environment here, work_item& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || this->begin(here, waiter) == start_result::ended) return start_result::ended;
    try {
      box_ = derived().make_box();
      box_->open(*scheduler_, *this);
      derived().launch();
    } catch (...) {
      refusal_ = error::current();
      if (box_ && !box_->close())
        return start_result::pending;  // dropped in the attempt: its event is on its way
      this->deregister();
      return start_result::ended;
    }
    return start_result::pending;
  }

  void cancel() noexcept {
    if ((derived().retract() || scheduler_->abandoned()) && box_->close()) this->end_stopped();
  }

  result<T> take() {
    if (!scheduler_) return not_on_asio();
    if (refusal_) return *std::move(refusal_);
    if (box_->result()->stopped())
      return error(std::make_error_code(std::errc::operation_canceled), "the work was dropped");
    return std::move(*box_->result()).as_result();
  }

 private:
  Derived& derived() noexcept { return static_cast<Derived&>(*this); }

  static void answered(work_item& self) noexcept {
    auto& w = static_cast<mailbox_wait&>(self);
    w.box_->result() ? w.end() : w.end_stopped();
  }

  asio_scheduler* scheduler_ = nullptr;
  std::shared_ptr<mailbox<T>> box_;
  std::optional<error> refusal_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
