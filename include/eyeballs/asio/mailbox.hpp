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

#include "../core/environment.hpp"
#include "config.hpp"
#include "scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {
namespace asio_detail {

class mailbox_base {
 public:
  mailbox_base() = default;
  mailbox_base(const mailbox_base&) = delete;

  /// By the task: from now on `event` is run when there is a result.
  void open(asio_scheduler& to, job& event) noexcept {
    const std::scoped_lock lock(mutex_);
    to_ = &to;
    event_ = &event;
  }
  /// By the task: it does not wait any more. False, if `event` is on its way already.
  bool close() noexcept {
    const std::scoped_lock lock(mutex_);
    return std::exchange(to_, nullptr);
  }
 protected:
  ~mailbox_base() = default;

  /// By the worker. The lock keeps the task, and so its context, until the handler is on its way.
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
  class handler {
   public:
    using allocator_type = reserved_allocator<void>;
    handler(asio_scheduler& to, job& event, reserved_block& memory) noexcept
        : to_(&to), event_(event), memory_(memory) {
      to.handed_out();
    }
    handler(handler&& other) noexcept
        : to_(std::exchange(other.to_, nullptr)), event_(other.event_), memory_(other.memory_) {}
    ~handler() {
      if (!to_) return;
      if (being_handed_out() == memory_.block) to_->taken_back();
      else to_->lost(event_);
    }
    allocator_type get_allocator() const noexcept { return memory_; }
    void operator()() { std::exchange(to_, nullptr)->called(event_); }
   private:
    asio_scheduler* to_;
    job& event_;
    allocator_type memory_;
  };

  bool tell() noexcept try {
    const hand_out_scope handing_out(memory_);
    asio::post(to_->executor(), handler(*to_, *event_, memory_));
    to_ = nullptr;
    return true;
  } catch (...) { return false; }

  std::mutex mutex_;
  asio_scheduler* to_ = nullptr;
  job* event_ = nullptr;
  reserved_block memory_;
};

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
template <class Derived, class T> class mailbox_wait : public leaf<mailbox_wait<Derived, T>>, job {
 public:
  using value_type = T;

  mailbox_wait() noexcept : job(&answered) {}
  mailbox_wait(mailbox_wait&& other) noexcept
      : leaf<mailbox_wait>(std::move(other)), job(&answered) {}

  bool start(environment here, job& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || !this->begin(here, waiter)) return true;
    std::shared_ptr<mailbox<T>> box;
    try {
      box = derived().make_box();
      box->open(*scheduler_, *this);
      box_ = box;
      derived().launch();
    } catch (...) {
      if (box) box->close();
      this->withdraw();
      throw;
    }
    return false;
  }
  void cancel() noexcept {
    if ((derived().retract() || scheduler_->abandoned()) && box_->close()) this->end_stopped();
  }
  result<T> take() {
    if (!scheduler_) return not_on_asio();
    if (box_->result()->stopped())
      return error(std::make_error_code(std::errc::operation_canceled), "the work was dropped");
    return std::move(*box_->result()).as_result();
  }
 private:
  Derived& derived() noexcept { return static_cast<Derived&>(*this); }
  static void answered(job& self) noexcept {
    auto& w = static_cast<mailbox_wait&>(self);
    w.box_->result() ? w.end() : w.end_stopped();
  }

  asio_scheduler* scheduler_ = nullptr;
  std::shared_ptr<mailbox<T>> box_;
};

}  // namespace asio_detail
}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
