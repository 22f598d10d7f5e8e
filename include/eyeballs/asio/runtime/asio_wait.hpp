// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for one Asio operation. Its handler is called, or dropped (destroyed uncalled), exactly once,
// on whichever thread, and even while the initiation runs. The wait lives until then: its event goes
// through the gate of the tree's strand, and it ends in the turn of that event.
//
//   state       event                     next        what is done
//   ----------  ------------------------  ----------  ---------------------------------------------
//   unstarted   started                   initiating  the operation is initiated
//   initiating  the initiation returns    waiting     a stop that came meanwhile cancels
//   initiating  the initiation throws     waiting     the exception is kept
//   waiting     a stop comes              waiting     the operation is cancelled
//   initiating  the handler is called,    completed   its event is on its way
//   or waiting  or dropped
//
// What the initiation has thrown is its error. Otherwise it ends as stopped if a stop came and the
// operation says that it was cancelled, or if the handler was dropped in a context that has died. A
// handler that is dropped in one that lives is an error, too.
//
// Why no completion is lost, and nothing is used that is gone:
//
// 1. Who is in counts the handler before Asio has it. It is called or dropped once, so `complete` is
//    called once, and the count goes down in the turn of its event. The tree neither ends nor unwinds
//    before: until its event is pushed, the wait is there.
// 2. Once it is pushed, `complete` touches the strand alone, of which it has a reference.
// 3. Who pushes where somebody is in can go: that one will come to the event (gate.hpp). Otherwise who
//    pushes is in, and hands that on to a wake-up. The executor calls it, and the tree runs; or
//    destroys it, and the tree is abandoned; or refuses it, and the tree goes on to the next one.
// 4. The context can't die while a wake-up is handed to it: who does so has a lease, for which its
//    death waits. Who gets no lease comes after the death, and abandons the tree itself.
// 5. An abandoned tree is entered by each further event, and unwinds once the last one is there.
//
// tests/verification/interleaving explores initiation, completion, drop, stop and the context's death
// in every order, with the code of these headers.

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
    using executor_type = tree_executor;
    using cancellation_slot_type = asio::cancellation_slot;

    explicit handler(asio_wait& w) noexcept : wait_(&w) { w.scheduler_->operation_begins(); }

    handler(handler&& other) noexcept : wait_(std::exchange(other.wait_, nullptr)) {}

    ~handler() {
      if (wait_) wait_->complete();
    }

    executor_type get_executor() const noexcept { return wait_->scheduler_->executor(); }

    cancellation_slot_type get_cancellation_slot() const noexcept {
      return wait_->derived().slot();
    }

    void operator()(Args... args) {
      wait_->keep(std::move(args)...);
      std::exchange(wait_, nullptr)->complete();
    }

   private:
    asio_wait* wait_;  // null once it was called, or moved from
  };

  // The protocol of an operation.

  start_result start(environment here, work_item& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || this->begin(here, waiter) == start_result::ended) return start_result::ended;
    state_.store(state::initiating, std::memory_order_relaxed);
    try {
      derived().initiate(handler(*this));
    } catch (...) { thrown_ = error::current(); }
    state now = state::initiating;
    state_.compare_exchange_strong(now, state::waiting, std::memory_order_relaxed);
    if (stop_came_) cancel();
    return start_result::pending;
  }

  void cancel() noexcept {
    stop_came_ = true;
    if (state_.load(std::memory_order_relaxed) == state::waiting) derived().abort();
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
    waiting,     // the handler is with Asio, and a stop may cancel
    completed,   // the handler was called, or dropped
  };

  Derived& derived() noexcept { return static_cast<Derived&>(*this); }

  void keep(Args&&... args) noexcept {
    try {
      args_.emplace(std::move(args)...);
    } catch (...) { thrown_ = error::current(); }
  }

  /// On any thread: once the event is pushed, this may be gone.
  void complete() noexcept {
    state_.store(state::completed, std::memory_order_relaxed);
    const strand_ptr& strand = scheduler_->strand();
    if (strand->is_inside()) return scheduler_->operation_ends(*this);
    this->run = &arrived;
    strand_ptr(strand)->push(*this);
  }

  static void arrived(work_item& self) noexcept {
    self.run = &answered;
    static_cast<asio_wait&>(self).scheduler_->operation_ends(self);
  }

  static void answered(work_item& self) noexcept {
    auto& wait = static_cast<asio_wait&>(self);
    if (wait.ends_stopped()) wait.end_stopped();
    else wait.end();
  }

  bool ends_stopped() const noexcept {
    if (thrown_) return false;
    if (!args_) return scheduler_->abandoned();
    return stop_came_ && std::apply(&completion<Args...>::aborted, *args_);
  }

  asio_scheduler* scheduler_ = nullptr;
  std::optional<std::tuple<Args...>> args_;
  std::optional<error> thrown_;  // by the initiation, or by a move of the arguments
  std::atomic<state> state_ = state::unstarted;
  bool stop_came_ = false;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
