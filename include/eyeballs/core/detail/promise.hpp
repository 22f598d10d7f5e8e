// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What is in a task's frame beside its variables: how it ended, what it was told, and who waits.

#include "../../base/foreign_awaiter.hpp"
#include "../../base/frames.hpp"
#include "as_operation.hpp"

namespace eyeballs::detail {

/// Whatever of a promise does not depend on the task's type.
struct promise_base : frame_memory {
  start_result start(std::coroutine_handle<> self, environment here, work_item& waiter) {
    require(!here_.where, "a task is awaited twice: make a new one by calling the function again");
    here_ = here;
    self_ = self;
    resume();
    if (ended_) return start_result::ended;
    waiter_ = &waiter;
    return start_result::pending;
  }

  /// The task has ended. If it is still in its start, nobody waits yet: `start` tells it.
  void end() noexcept {
    ended_ = true;
    if (waiter_) here_.where->post(*waiter_);
  }

  void resume() const { self_.resume(); }

  const environment& here() const noexcept { return here_; }

  /// Suspends the task for good, and ends it. Its owner destroys the frame.
  struct end_here : std::suspend_always {
    explicit end_here(promise_base& p) noexcept : promise(p) {}

    void await_suspend(std::coroutine_handle<>) const noexcept { promise.end(); }

    promise_base& promise;
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }

  end_here final_suspend() noexcept { return end_here(*this); }

 private:
  environment here_;
  std::coroutine_handle<> self_;
  work_item* waiter_ = nullptr;
  bool ended_ = false;
};

/// Whether the awaiter of such an operation resumes at once if it has ended within its start, and
/// not through the ready queue. A task does so: a loop of awaits that end at once stays cheap, and
/// takes no stack, since the start of each has returned. A group does not: whoever races within what
/// they race would take stack for each level.
template <class A> concept resumes_inline = A::resume_inline_if_ended;

/// Awaits an operation within a task.
template <class A> struct awaiter : private work_item {
  awaiter(A&& a, promise_base& p)
      : work_item(&on_end), operation_(std::forward<A>(a)), promise_(p) {}

  awaiter(awaiter&&) = delete;

  bool await_ready() const noexcept { return false; }

  bool await_suspend(std::coroutine_handle<>) {
    constexpr bool suspended = true;
    if (operation_.start(promise_.here(), *this) == start_result::pending) return suspended;
    if (operation_.stopped()) promise_.end();
    else if constexpr (resumes_inline<std::remove_reference_t<A>>) return !suspended;
    else promise_.here().where->post(*this);  // so that a recursion of waits takes no stack
    return suspended;
  }

  auto await_resume() -> typename std::remove_reference_t<A>::value_type {
    if constexpr (requires { operation_.value(); }) return operation_.value();
    else return operation_.take().value();
  }

 private:
  static void on_end(work_item& self) noexcept {
    auto& a = static_cast<awaiter&>(self);
    if (a.operation_.stopped()) a.promise_.end();
    else a.promise_.resume();
  }

  A operation_;  // a reference where an operation is awaited: it outlives the co_await expression
  promise_base& promise_;
};

template <class T> struct promise;

template <class T> struct promise_of : promise_base {
  task<T> get_return_object() noexcept { return task<T>(static_cast<promise<T>&>(*this)); }

  template <awaited_directly A> auto await_transform(A&& a) {
    using operation_type = decltype(as_operation(std::forward<A>(a)));
    return awaiter<operation_type>(as_operation(std::forward<A>(a)), *this);
  }

  template <class A> auto await_transform(A&& foreign) {
    EYEBALLS_ASSERT_NAMED(A);
    return foreign_awaiter<A, scheduler>(std::forward<A>(foreign), *this->here().where);
  }

  end_here await_transform(failure why) noexcept {
    how_.emplace_error(std::move(why));
    return end_here(*this);
  }

  end_here await_transform(stopped_t) noexcept { return end_here(*this); }

  void unhandled_exception() noexcept { how_.emplace_error(error::current()); }

  outcome<T>& how() noexcept { return how_; }

 private:
  outcome<T> how_{stopped};  // until there is another
};

template <class T> struct promise final : promise_of<T> {
  template <class U = T>
    requires std::is_convertible_v<U, T> && (!any_of<std::remove_cvref_t<U>, failure, result<T>>)
  void return_value(U&& value) {
    if constexpr (std::is_reference_v<T>) this->how().emplace_value(&static_cast<T>(value));
    else this->how().emplace_value(std::forward<U>(value));
  }

  void return_value(failure why) noexcept { this->how().emplace_error(std::move(why)); }

  /// A braced list is a value, not a result.
  template <std::same_as<result<T>> R> void return_value(R r) { this->how().emplace(std::move(r)); }
};

template <> struct promise<void> final : promise_of<void> {
  void return_void() noexcept { how().emplace_value(std::monostate()); }
};

}  // namespace eyeballs::detail
