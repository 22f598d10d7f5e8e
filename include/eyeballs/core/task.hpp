// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A task is a coroutine that starts when it is awaited and ends once: with a value, an error, or
// stopped. It lives in one frame, which it owns.
//
//     task<int> twice(task<int> t) { co_return 2 * co_await std::move(t); }
//
// A wait that is stopped does not resume its coroutine: the frame is destroyed where it stands, its
// destructors run, no `catch` sees it, and the parent is told. A plain `co_await` of a child that
// ended stopped ends the parent likewise; a child's error is thrown there.
//
// How depth stays flat in every build mode: to start a child is a plain call, so a deep chain of
// tasks costs stack; to go on after one is not. A task that ended within its start lets its parent
// go on in place, and everything else resumes through the ready queue.

#include <coroutine>
#include <new>

#include "environment.hpp"

namespace eyeballs {

template <class T = void>
class task;

namespace detail {

template <class T>
class promise;

/// What all tasks share, whatever they yield.
class promise_base {
 public:
  promise_base() = default;
  promise_base(const promise_base&) = delete;

  bool start(std::coroutine_handle<> self, environment here, job& waiter) {
    here_ = here;
    waiter_ = &waiter;
    starting_ = true;
    self.resume();
    return !std::exchange(starting_, false);
  }
  /// The task has ended, and its parent goes on.
  void end() noexcept {
    if (!std::exchange(starting_, false)) here_.where->post(*waiter_);  // else `start` says so
  }
  const environment& here() const noexcept { return here_; }

  struct end_here {
    explicit end_here(promise_base& p) noexcept : promise(p) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept { promise.end(); }
    void await_resume() const noexcept {}
    promise_base& promise;
  };
  std::suspend_always initial_suspend() const noexcept { return {}; }
  end_here final_suspend() noexcept { return end_here(*this); }

  static void* operator new(
      std::size_t bytes) {  // each frame remembers its resource, behind its end
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
  bool starting_ = false;
};

/// What never leaves the turn of its start lets its waiter go on in place.
template <class A>
concept in_place = A::goes_on_in_place;

/// Awaits an operation inside of a task.
template <operation A>
class awaiter : job {
 public:
  awaiter(A&& a, promise_base& promise)
      : job(&ended), operation_(std::move(a)), promise_(promise) {}
  awaiter(awaiter&&) = delete;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) {
    self_ = self;
    if (!operation_.start(promise_.here(), *this)) return true;
    if (operation_.stopped()) return promise_.end(), true;
    if constexpr (in_place<A>) return false;
    promise_.here().where->post(*this);  // through the queue, so that a recursion of waits is none
    return true;
  }
  typename A::value_type await_resume() { return operation_.take().value(); }

 private:
  static void ended(job& self) noexcept {
    auto& a = static_cast<awaiter&>(self);
    a.operation_.stopped() ? a.promise_.end() : a.self_.resume();
  }

  A operation_;
  promise_base& promise_;
  std::coroutine_handle<> self_;
};

/// An awaitable of somebody else's, in a frame of its own.
template <class A>
auto get_awaiter(A&& a) -> decltype(std::forward<A>(a).operator co_await()) {
  return std::forward<A>(a).operator co_await();
}
template <class A>
auto get_awaiter(A&& a) -> decltype(operator co_await(std::forward<A>(a))) {
  return operator co_await(std::forward<A>(a));
}
template <class A>
  requires requires(A& a) { a.await_ready(); }
A& get_awaiter(A&& a) {
  return a;
}
template <class A>
auto adopt(A a) -> task<decltype(get_awaiter(std::forward<A>(a)).await_resume())> {
  co_return co_await std::forward<A>(a);
}

/// What may be awaited or raced, as an operation.
template <class A>
auto as_operation(A&& a) {
  using B = std::remove_cvref_t<A>;
  if constexpr (operation<B>) {
    static_assert(!std::is_lvalue_reference_v<A>,
                  "eyeballs: a task (any operation) is awaited once, as an rvalue: std::move it");
    return B(std::forward<A>(a));
  } else if constexpr (has_wait<B>) {
    static_assert(std::is_lvalue_reference_v<A>,
                  "eyeballs: a variable outlives those who wait for it: name it first");
    return a.wait();
  } else {
    return adopt<A>(std::forward<A>(a));
  }
}
template <class A>
using operation_of = decltype(as_operation(std::declval<A>()));

template <class A>
concept ours = operation<std::remove_cvref_t<A>> || has_wait<std::remove_cvref_t<A>>;

template <class T>
class promise_of : public promise_base {
 public:
  template <ours A>
  auto await_transform(A&& a) {
    return awaiter<operation_of<A>>(as_operation(std::forward<A>(a)), *this);
  }
  template <class A>
    requires(!ours<A>)
  A&& await_transform(A&& foreign) noexcept {
    return std::forward<A>(foreign);
  }
  end_here await_transform(failure f) noexcept {
    outcome.template emplace<1>(std::move(f.why));
    return end_here(*this);
  }
  void unhandled_exception() noexcept { outcome.template emplace<1>(error::current()); }

  eyeballs::outcome<T> outcome{stopped};
};

template <class T>
class promise final : public promise_of<T> {
 public:
  task<T> get_return_object() noexcept;
  void return_value(T value) {
    if constexpr (std::is_reference_v<T>)
      this->outcome.template emplace<0>(&value);
    else
      this->outcome.template emplace<0>(std::move(value));
  }
  void return_value(failure f) noexcept { this->outcome.template emplace<1>(std::move(f.why)); }
};

template <>
class promise<void> final : public promise_of<void> {
 public:
  task<void> get_return_object() noexcept;
  void return_void() noexcept { outcome.emplace<0>(); }
};

template <class>
struct no_environment {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise>) const noexcept {
    static_assert(!sizeof(Promise),
                  "eyeballs: this can only be awaited in an eyeballs::task, which has a stop token "
                  "and a scheduler: start one by run or co_spawn");
  }
  void await_resume() const noexcept {}
};

}  // namespace detail

/// Outside of a task there is no environment: a compile error that says so.
template <detail::ours A>
detail::no_environment<A> operator co_await(A&&) noexcept {
  return {};
}

/// See the head of this file. A moved-from task must not be awaited. In a `task<>`, which has no
/// `co_return fail(why)`, say `co_await fail(why)`.
template <class T>
class [[nodiscard]] task {
 public:
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
  friend promise_type;
  explicit task(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  promise_type& promise() const noexcept { return frame_.promise(); }
  std::coroutine_handle<promise_type> frame_;
};

namespace detail {
template <class T>
task<T> promise<T>::get_return_object() noexcept {
  return task<T>(std::coroutine_handle<promise>::from_promise(*this));
}
inline task<void> promise<void>::get_return_object() noexcept {
  return task<void>(std::coroutine_handle<promise>::from_promise(*this));
}
}  // namespace detail

}  // namespace eyeballs
