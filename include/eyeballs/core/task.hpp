// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A task is a coroutine that starts when it is awaited, and ends once: with a value, with an error,
// or stopped. It lives in one frame, which it owns.
//
//     task<int> twice(task<int> t) { co_return 2 * co_await std::move(t); }
//
// What always holds, and which line keeps it:
//
// 1. A wait that ends stopped does not resume its coroutine: the task has ended as stopped, and
//    its parent is told. No `catch` sees it. (`awaiter::await_suspend`, `awaiter::on_end`)
// 2. The parent destroys the frame where it stands, so that all destructors run. (`~task`)
// 3. So a plain `co_await` of a child that ended stopped ends its parent likewise. A child's error
//    is thrown at its `co_await`. (`awaiter::await_resume`)
// 4. A wait takes no stack when it ends, in any build mode. A parent whose child has ended within
//    its start returns from a plain call; every other one resumes through the ready queue. What
//    takes stack is a chain of starts: a task that awaits a task that awaits a task.
//    (`promise_base::end`, `awaiter::await_suspend`)

#include "detail/promise.hpp"

namespace eyeballs {

/// A coroutine that starts when it is awaited, and yields a `T`.
///
/// It ends with `co_return value`, `co_return fail(why)` or `co_return a_result`. A `task<>`
/// has no `co_return fail(why)`; it is `co_await fail(why)` there. `co_await stopped` ends any task
/// as stopped. A task resumes on the thread of its tree. A moved-from task must not be awaited.
template <class T = void> struct EYEBALLS_AWAITABLE task {
  using value_type = T;  ///< what it yields
  // What makes a function a coroutine.
  using promise_type = detail::promise<T>;

  /// A task is moved, and not copied, as it is awaited once, by one.
  task(task&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}

  /// Of any other operation, as `timeout(...)`: the task awaits it.
  template <detail::other_operation_than<task> A> task(A a)
      : task([](A o) -> task { co_return co_await std::move(o); }(std::move(a))) {}

  task(const task&) = delete;  // a task is awaited once, by one: move it

  /// The task that it was is destroyed, if it is one.
  task& operator=(task other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }

  ~task() {
    if (frame_) frame_.destroy();
  }

  // The protocol of an operation.

  static constexpr bool resume_inline_if_ended = true;

  start_result start(environment here, detail::work_item& waiter) {
    detail::require(frame_ != nullptr,
                    "a moved-from task is awaited: await the one that it was moved to");
    return promise().start(frame_, here, waiter);
  }

  bool stopped() const noexcept { return promise().how().stopped(); }

  result<T> take() { return std::move(how()).as_result(); }

  /// The same, with a move less.
  T value() { return std::move(how()).value(); }

  outcome<T>& how() noexcept { return promise().how(); }

 private:
  friend detail::promise_of<T>;
  using frame = std::coroutine_handle<promise_type>;

  explicit task(promise_type& p) noexcept : frame_(frame::from_promise(p)) {}

  promise_type& promise() const noexcept { return frame_.promise(); }

  frame frame_;
};

namespace detail {

/// Outside of a task there is no environment: the compile error says so.
template <awaited_directly A>
  requires(!adapted<A>)
std::suspend_never operator co_await(A&&) noexcept {
  static_assert(!sizeof(A),
                "eyeballs: this can only be awaited in an eyeballs::task: start one by co_spawn, "
                "or by run_in_virtual_time");
  return {};
}

}  // namespace detail

using detail::operator co_await;  // for what is of this namespace

}  // namespace eyeballs
