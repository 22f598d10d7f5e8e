// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The protocol of waiting. Whatever can be awaited is an *operation*, and its own operation state:
// its waiter keeps it in place from `start` until it has ended. All of it happens on one thread.
//
//     waiter                              operation
//       |--- start(environment, waiter) --->|   once
//       |<-- ended -------------------------|   it has ended within `start`; or
//       |<-- pending -----------------------|   it will end later, by an event or by a stop
//       :                                   :
//       |<-- where->post(waiter) -----------|   once, if it was pending: it has ended
//       |--- stopped() -------------------->|   then: has it ended stopped?
//       |--- take() ----------------------->|   if not, once: its value or its error
//
// It may have a `value()` beside `take()`: the same as `take().value()`, with a move less.
//
// After a stop it may end as stopped, or with a value or an error that is there already. A
// `dataflow_variable` is not an operation itself; its `wait()` returns one.

#include "../base/awaitable.hpp"
#include "result.hpp"
#include "scheduler.hpp"

namespace eyeballs {

/// What an operation is told where it starts.
struct environment {
  stop_token stop;             ///< whether it is asked to stop
  scheduler* where = nullptr;  ///< what its tree runs on
};

/// Whether an operation has ended within its start, or will post its waiter later.
enum class start_result : bool { ended, pending };

/// Whatever a task may await: a task, what `race` or `sleep` returns, an operation of Asio's with
/// `use_task`. See the protocol above.
template <class A> concept operation =
    std::move_constructible<A> && requires(A a, environment here, detail::work_item& waiter) {
      { a.start(here, waiter) } -> std::same_as<start_result>;
      { a.stopped() } noexcept -> std::same_as<bool>;
      { a.take() } -> std::same_as<result<typename A::value_type>>;
    };

namespace detail {

template <class A> concept has_wait = operation<decltype(std::declval<A&>().wait())>;

/// The base of an operation that has no value.
struct yields_nothing {
  using value_type = void;

  result<void> take() noexcept { return {}; }
};

/// The base of a wait that is not made of others. It ends once, by `end` or by `end_stopped`. A
/// stop calls `Derived::cancel`.
template <class Derived> struct leaf_operation : private stop_listener {
  bool stopped() const noexcept { return stopped_; }

 protected:
  leaf_operation() noexcept : stop_listener(&on_stop) {}

  leaf_operation(leaf_operation&&) = default;

  ~leaf_operation() {
    if (waiting()) deregister();
  }

  /// Registers the wait, and returns `pending`; or, after a stop, `ended`, and it is stopped.
  start_result begin(environment here, work_item& waiter) noexcept {
    stopped_ = here.where->abandonment.token().stop_arrived() || !listen(here.stop);
    if (stopped_) return start_result::ended;
    here_ = here;
    waiter_ = &waiter;
    ++here.where->waits;
    return start_result::pending;
  }

  void end() noexcept { here_.where->post(*deregister()); }

  void end_stopped() noexcept {
    stopped_ = true;
    end();
  }

  /// What a stop does, where there is nothing to be told of it.
  void cancel() noexcept { end_stopped(); }

  /// The wait is over: it has ended, its value is there already, or it could not be started.
  /// Returns the waiter.
  work_item* deregister() noexcept {
    stop_listening();
    --here_.where->waits;
    return std::exchange(waiter_, nullptr);
  }

  bool waiting() const noexcept { return waiter_ != nullptr; }

  const environment& here() const noexcept { return here_; }

 private:
  static void on_stop(stop_listener& self) noexcept { static_cast<Derived&>(self).cancel(); }

  environment here_;
  work_item* waiter_ = nullptr;
  bool stopped_ = false;
};

}  // namespace detail
}  // namespace eyeballs
