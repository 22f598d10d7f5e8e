// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a running task knows, and the protocol of waiting. Everything that can be waited for is its
// own operation state, which its waiter keeps in place from `start` until it has ended:
//
//     using value_type = T;
//     bool start(environment, job& waiter);  // true: has ended; false: will post `waiter` when it
//     has bool stopped();                        // once it has ended: without a value or an error?
//     result<T> take();                      // otherwise, once: the value or the error
//
// What is no operation, but can be waited for by name (a variable), has a `wait()` that returns
// one.

#include <concepts>
#include <utility>

#include "result.hpp"
#include "scheduler.hpp"

namespace eyeballs {

struct environment {
  stop_token stop;
  scheduler* where = nullptr;
};

template <class A>
concept operation = std::move_constructible<A> && requires(A a, environment e, job& waiter) {
  { a.start(e, waiter) } -> std::same_as<bool>;
  { a.stopped() } noexcept -> std::same_as<bool>;
  { a.take() } -> std::same_as<result<typename A::value_type>>;
};

template <class A>
concept has_wait = requires(A& a) {
  { a.wait() } -> operation;
};

/// The base of a wait that is not made of others. It ends once, by `end` or `end_stopped`; a stop
/// calls `Leaf::cancel()`, which must see to it.
template <class Leaf>
class leaf : stop_listener {
 public:
  bool stopped() const noexcept { return stopped_; }

 protected:
  leaf() noexcept : stop_listener(&told) {}
  leaf(leaf&&) = default;
  ~leaf() {
    if (waiter_) withdraw();
  }

  /// False: a stop came first, and the wait has ended.
  bool begin(environment here, job& waiter) noexcept {
    if (!listen(here.stop)) return stopped_ = true, false;
    here_ = here;
    waiter_ = &waiter;
    ++here.where->waits;
    return true;
  }
  void end() noexcept {
    job& waiter = *waiter_;
    withdraw();
    here_.where->post(waiter);
  }
  void end_stopped() noexcept {
    stopped_ = true;
    end();
  }
  /// Takes a wait back that has begun, for what is there already or failed to start.
  void withdraw() noexcept {
    forget();
    waiter_ = nullptr;
    --here_.where->waits;
  }
  bool waiting() const noexcept { return waiter_; }
  const environment& here() const noexcept { return here_; }

 private:
  static void told(stop_listener& self) noexcept {
    static_cast<Leaf&>(static_cast<leaf&>(self)).cancel();
  }

  environment here_;
  job* waiter_ = nullptr;
  bool stopped_ = false;
};

namespace detail {

/// What needs no wait: asks the environment, and goes on in place.
template <class Ask>
class question {
 public:
  using value_type = std::invoke_result_t<Ask, environment>;
  static constexpr bool goes_on_in_place = true;
  explicit question(Ask ask) noexcept : ask_(ask) {}
  bool start(environment here, job&) noexcept { return here_ = here, true; }
  bool stopped() const noexcept { return false; }
  result<value_type> take() { return ask_(here_); }

 private:
  Ask ask_;
  environment here_;
};

}  // namespace detail

/// `co_await current_environment()` is the environment of the task.
inline auto current_environment() noexcept {
  return detail::question([](environment here) noexcept { return here; });
}
/// `co_await stop_requested()` tells whether the task was asked to stop.
inline auto stop_requested() noexcept {
  return detail::question([](environment here) noexcept { return here.stop.stop_requested(); });
}

}  // namespace eyeballs
