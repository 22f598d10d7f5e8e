// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// A task is a coroutine that starts when it is awaited and ends once: with a value, an error, or
// stopped. It lives in one frame, which it owns.
//     task<int> twice(task<int> t) { co_return 2 * co_await std::move(t); }
// A wait that is stopped does not resume its coroutine: the frame is destroyed where it stands, its
// destructors run, no `catch` sees it, and the parent is told. A plain `co_await` of a child that
// ended stopped ends the parent likewise; a child's error is thrown there.
// Depth stays flat in every build mode: only to start a child is a plain call. A task that ended
// within its start lets its parent go on in place; all else resumes through the ready queue.
#include <cassert>
#include <coroutine>
#include <new>
#include "environment.hpp"
namespace eyeballs {
template <class T = void> struct task;
namespace detail {
template <class T> struct promise;
struct promise_base {
  promise_base() = default;
  promise_base(const promise_base&) = delete;
  bool start(std::coroutine_handle<> self, environment here, job& waiter) {
    assert(!ended_ && "eyeballs: a task is awaited once");
    here_ = here;
    self.resume();
    if (!ended_) waiter_ = &waiter;
    return ended_;
  }
  void end() noexcept {
    ended_ = true;
    if (waiter_) here_.where->post(*waiter_);  // else `start` says so
  }
  const environment& here() const noexcept { return here_; }
  struct end_here : std::suspend_always {
    explicit end_here(promise_base& p) noexcept : promise(p) {}
    void await_suspend(std::coroutine_handle<>) const noexcept { promise.end(); }
    promise_base& promise;
  };
  std::suspend_always initial_suspend() const noexcept { return {}; }
  end_here final_suspend() noexcept { return end_here(*this); }
  // Each frame remembers its resource, behind its end.
  static void* operator new(std::size_t bytes) {
    frame_resource* from = current_frame_resource();
    const std::size_t all = padded(bytes) + sizeof from;
    void* frame = from ? from->allocate(all) : ::operator new(all);
    ::new (static_cast<char*>(frame) + padded(bytes)) frame_resource*(from);
    return frame;
  }
  static void operator delete(void* frame, std::size_t bytes) noexcept {
    auto* from = *reinterpret_cast<frame_resource**>(static_cast<char*>(frame) + padded(bytes));
    const std::size_t all = padded(bytes) + sizeof from;
    from ? from->deallocate(frame, all) : ::operator delete(frame, all);
  }
 private:
  static constexpr std::size_t padded(std::size_t n) noexcept { return (n + 7) & ~std::size_t{7}; }
  environment here_;
  job* waiter_ = nullptr;
  bool ended_ = false;
};
/// What never leaves the turn of its start lets its waiter go on in place.
template <class A> concept in_place = A::goes_on_in_place;
/// Awaits an operation inside of a task.
template <class A> struct awaiter : private job {
  awaiter(A&& a, promise_base& p) : job(&ended), operation_(std::forward<A>(a)), promise_(p) {}
  awaiter(awaiter&&) = delete;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) {
    self_ = self;
    if (!operation_.start(promise_.here(), *this)) return true;
    if (operation_.stopped()) return promise_.end(), true;
    if constexpr (in_place<std::remove_reference_t<A>>) return false;
    promise_.here().where->post(*this);  // through the queue, so that a recursion of waits is none
    return true;
  }
  auto await_resume() -> typename std::remove_reference_t<A>::value_type {
    return operation_.take().value();
  }
  static void ended(job& self) noexcept {
    auto& a = static_cast<awaiter&>(self);
    a.operation_.stopped() ? a.promise_.end() : a.self_.resume();
  }
  A operation_;  // an rvalue stays where it is: it lives as long as the co_await expression
  promise_base& promise_;
  std::coroutine_handle<> self_;
};
/// An awaitable of somebody else's, in a frame of its own.
template <class A> decltype(auto) get_awaiter(A&& a) {
  if constexpr (requires { std::forward<A>(a).operator co_await(); })
    return std::forward<A>(a).operator co_await();
  else if constexpr (requires { operator co_await(std::forward<A>(a)); })
    return operator co_await(std::forward<A>(a));
  else return (a);
}
template <class A> auto adopt(A a)
    -> task<decltype(get_awaiter(std::forward<A>(a)).await_resume())> {
  co_return co_await std::forward<A>(a);
}
/// What may be awaited or raced, as an operation.
template <class A> decltype(auto) as_operation(A&& a) {
  using B = std::remove_cvref_t<A>;
  if constexpr (operation<B>) {
    static_assert(!std::is_lvalue_reference_v<A>,
                  "eyeballs: a task (any operation) is awaited once, as an rvalue: std::move it");
    return std::forward<A>(a);
  } else if constexpr (has_wait<B>) {
    static_assert(std::is_lvalue_reference_v<A>,
                  "eyeballs: a variable outlives those who wait for it: name it first");
    return a.wait();
  } else return adopt<A>(std::forward<A>(a));
}
template <class A> using operation_of =
    std::remove_cvref_t<decltype(as_operation(std::declval<A>()))>;
template <class A> concept ours =
    operation<std::remove_cvref_t<A>> || has_wait<std::remove_cvref_t<A>>;
template <class T> struct promise_of : promise_base {
  task<T> get_return_object() noexcept { return task<T>(static_cast<promise<T>&>(*this)); }
  template <ours A> auto await_transform(A&& a) {
    return awaiter<decltype(as_operation(std::forward<A>(a)))>(as_operation(std::forward<A>(a)),
                                                               *this);
  }
  template <class A> A&& await_transform(A&& foreign) noexcept { return std::forward<A>(foreign); }
  end_here await_transform(failure f) noexcept { return set_error(std::move(f)), end_here(*this); }
  end_here await_transform(stopped_t) noexcept { return end_here(*this); }
  void unhandled_exception() noexcept { set_error(error::current()); }
  void set_error(error e) noexcept { outcome.template emplace<1>(std::move(e)); }
  eyeballs::outcome<T> outcome{stopped};
};
template <class T> struct promise final : promise_of<T> {
  void return_value(T value) {
    if constexpr (std::is_reference_v<T>) this->outcome.template emplace<0>(&value);
    else this->outcome.template emplace<0>(std::move(value));
  }
  void return_value(failure f) noexcept { this->set_error(std::move(f)); }
};
template <> struct promise<void> final : promise_of<void> {
  void return_void() noexcept { outcome.emplace<0>(); }
};
}  // namespace detail
/// Outside of a task there is no environment: a compile error that says so.
template <detail::ours A> std::suspend_never operator co_await(A&&) noexcept {
  static_assert(
      !sizeof(A),
      "eyeballs: this can only be awaited in an eyeballs::task: start one by run, co_spawn");
  return {};
}

/// See the head of this file. A moved-from task must not be awaited. In a `task<>`, which has no
/// `co_return fail(why)`, say `co_await fail(why)`.
template <class T> struct [[nodiscard]] task {
  using value_type = T;
  using promise_type = detail::promise<T>;
  static constexpr bool goes_on_in_place = true;
  task(task&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  task(const task&) = delete;  // a task is awaited once, by one: move it
  task& operator=(task other) noexcept { return std::swap(frame_, other.frame_), *this; }
  ~task() {
    if (frame_) frame_.destroy();
  }
  bool start(environment here, job& waiter) { return promise().start(frame_, here, waiter); }
  bool stopped() const noexcept { return promise().outcome.stopped(); }
  result<T> take() { return std::move(promise().outcome).as_result(); }
 private:
  friend detail::promise_of<T>;
  using frame = std::coroutine_handle<promise_type>;
  explicit task(promise_type& p) noexcept : frame_(frame::from_promise(p)) {}
  promise_type& promise() const noexcept { return assert(frame_), frame_.promise(); }
  frame frame_;
};
}  // namespace eyeballs
