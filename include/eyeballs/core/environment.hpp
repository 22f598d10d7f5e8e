// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// What a running task knows, and the protocol of waiting. All that can be waited for is its own
// operation state, which its waiter keeps in place from `start` until it has ended:
//     using value_type = T;
//     bool start(environment, job& waiter);  // true: has ended; false: will, and post `waiter`
//     bool stopped();                        // once it has ended: without a value or an error?
//     result<T> take();                      // otherwise, once: the value or the error
// What is waited for by name (a variable) is none, but has a `wait()` that returns one.
#include "result.hpp"
#include "scheduler.hpp"
namespace eyeballs {
struct environment {
  stop_token stop;
  scheduler* where = nullptr;
};

template <class A> concept operation =
    std::move_constructible<A> && requires(A a, environment e, job& waiter) {
      { a.start(e, waiter) } -> std::same_as<bool>;
      { a.stopped() } noexcept -> std::same_as<bool>;
      { a.take() } -> std::same_as<result<typename A::value_type>>;
    };
template <class A> concept has_wait = operation<decltype(std::declval<A&>().wait())>;

/// A wait not made of others. It ends once, by `end` or `end_stopped`; a stop calls `Leaf::cancel`.
template <class Leaf> struct leaf : private stop_listener {
  bool stopped() const noexcept { return stopped_; }
 protected:
  leaf() noexcept : stop_listener(&told) {}
  leaf(leaf&&) = default;
  ~leaf() {
    if (waiting()) withdraw();
  }
  bool begin(environment here, job& waiter) noexcept {  ///< False: stopped; it has ended.
    stopped_ = here.where->abandonment.token().stop_arrived() || !listen(here.stop);
    if (stopped_) return false;
    here_ = here, waiter_ = &waiter;
    return ++here.where->waits, true;
  }
  void end() noexcept { here_.where->post(*withdraw()); }
  void end_stopped() noexcept { stopped_ = true, end(); }
  /// Takes a wait back that has begun, for what is there already or failed to start.
  job* withdraw() noexcept {
    forget();
    --here_.where->waits;
    return std::exchange(waiter_, nullptr);
  }
  bool waiting() const noexcept { return waiter_; }
  const environment& here() const noexcept { return here_; }
 private:
  static void told(stop_listener& self) noexcept { static_cast<Leaf&>(self).cancel(); }
  environment here_;
  job* waiter_ = nullptr;
  bool stopped_ = false;
};

namespace detail {
/// What needs no wait: asks the environment, and goes on in place or ends the task as stopped.
template <class Ask> struct question {
  using answer = std::invoke_result_t<Ask, environment>;
  using value_type = typename answer::value_type;
  static constexpr bool goes_on_in_place = true;
  explicit question(Ask ask) noexcept : ask_(ask) {}
  bool start(environment here, job&) noexcept { return answer_ = ask_(here), true; }
  bool stopped() const noexcept { return answer_.stopped(); }
  result<value_type> take() noexcept { return std::move(answer_).as_result(); }
  Ask ask_;
  answer answer_ = eyeballs::stopped;
};
}  // namespace detail
/// `co_await current_environment()` is that of the task.
inline auto current_environment() noexcept {
  return detail::question([](environment e) noexcept { return outcome<environment>(e); });
}
/// `co_await stop_requested()` tells whether the task was asked to stop.
inline auto stop_requested() noexcept {
  return detail::question([](environment e) { return outcome<bool>(e.stop.stop_requested()); });
}
}  // namespace eyeballs
