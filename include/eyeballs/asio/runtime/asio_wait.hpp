// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for one Asio operation. Its handler is called on the executor of the tree, but it may be
// dropped (destroyed uncalled) on any thread, and even while the initiation runs.
//
//   state       event                     next        what is done
//   ----------  ------------------------  ----------  ---------------------------------------------
//   unstarted   started                   initiating  the operation is initiated
//   initiating  the initiation throws     initiating  the wait has ended, with that error
//   initiating  the handler is dropped    dropped     the handler is taken back
//   initiating  the initiation returns    waiting     a stop that came meanwhile cancels
//   dropped     the initiation throws     dropped     the wait has ended, with that error
//   dropped     the initiation returns    dropped     the wait has ended, with an error: nobody had
//                                                     use for the handler
//   initiating  the handler is called     completed   the end of the wait is posted
//   waiting     a stop comes              waiting     the operation is cancelled
//   waiting     the handler is called     completed   the end of the wait is posted
//   waiting     the handler is dropped    completed   the end of the wait is posted: an error, or
//                                                     stopped in a context that dies
//
// It ends as stopped if a stop came and the operation says that it was cancelled.

#include <atomic>
#include <optional>
#include <tuple>
#include <utility>

#include "../../core/operation.hpp"
#include "completion.hpp"
#include "scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The base of such a wait; the operation completes with `Args`. Who derives from it has
/// `initiate(handler)` and `abort()`, and `slot()` if it is cancelled by one.
template <class Derived, class... Args>
class asio_wait : public leaf_operation<asio_wait<Derived, Args...>>, work_item {
 public:
  using value_type = typename completion<Args...>::value_type;

  asio_wait() noexcept : work_item(&answered) {}

  asio_wait(asio_wait&& other) noexcept
      : leaf_operation<asio_wait>(std::move(other)), work_item(&answered) {}

  /// What the operation is given.
  class handler {
   public:
    using executor_type = serial_executor;
    using cancellation_slot_type = asio::cancellation_slot;

    explicit handler(asio_wait& w) noexcept : wait_(&w) { w.scheduler_->handler_handed_out(); }

    handler(handler&& other) noexcept : wait_(std::exchange(other.wait_, nullptr)) {}

    ~handler() {
      if (wait_) wait_->handler_dropped();
    }

    executor_type get_executor() const noexcept { return wait_->scheduler_->executor(); }

    cancellation_slot_type get_cancellation_slot() const noexcept {
      return wait_->derived().slot();
    }

    void operator()(Args... args) {
      std::exchange(wait_, nullptr)->handler_called(std::move(args)...);
    }

   private:
    asio_wait* wait_;  // null once it was called, or moved from
  };

  // The protocol of an operation.

  start_result start(environment here, work_item& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || this->begin(here, waiter) == start_result::ended) return start_result::ended;
    state_ = state::initiating;
    try {
      derived().initiate(handler(*this));
    } catch (...) {
      thrown_ = error::current();
      this->deregister();
      return start_result::ended;
    }
    state now = state::initiating;
    state_.compare_exchange_strong(now, state::waiting);
    if (now == state::dropped) {
      this->deregister();
      return start_result::ended;
    }
    if (stop_came_) cancel();
    return start_result::pending;
  }

  void cancel() noexcept {
    stop_came_ = true;
    if (state_ == state::waiting) derived().abort();
  }

  result<value_type> take() {
    if (!scheduler_) return not_on_asio();
    if (thrown_) return *std::move(thrown_);
    if (!args_)
      return error(std::make_error_code(std::errc::operation_canceled), "handler dropped");
    return std::apply([](Args&... args) { return completion<Args...>::take(std::move(args)...); },
                      *args_);
  }

 protected:
  /// Of operations that are cancelled in another way.
  asio::cancellation_slot slot() noexcept { return {}; }

 private:
  enum class state : unsigned char {
    unstarted,
    initiating,  // the initiation runs
    dropped,     // ... and has dropped the handler already
    waiting,     // the handler is with Asio, and a stop may cancel
    completed,   // the handler was called, or dropped
  };

  Derived& derived() noexcept { return static_cast<Derived&>(*this); }

  void handler_called(Args&&... args) {
    args_.emplace(std::move(args)...);
    state_ = state::completed;
    scheduler_->handler_called(*this);
  }

  /// On any thread, while the tree may go on: once the state has changed, or the event is posted,
  /// this may be gone.
  void handler_dropped() noexcept {
    asio_scheduler& scheduler = *scheduler_;
    state now = state::initiating;
    if (state_.compare_exchange_strong(now, state::dropped)) {
      scheduler.handler_taken_back();
      return;
    }
    state_ = state::completed;
    scheduler.operation_handler_dropped(*this);
  }

  static void answered(work_item& self) noexcept {
    auto& wait = static_cast<asio_wait&>(self);
    if (wait.ends_stopped()) wait.end_stopped();
    else wait.end();
  }

  bool ends_stopped() const noexcept {
    if (!args_) return scheduler_->abandoned();
    return stop_came_ && std::apply(&completion<Args...>::aborted, *args_);
  }

  asio_scheduler* scheduler_ = nullptr;
  std::optional<std::tuple<Args...>> args_;
  std::optional<error> thrown_;  // by the initiation
  std::atomic<state> state_ = state::unstarted;
  bool stop_came_ = false;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
