// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Makes an operation of whatever may be awaited or raced.

#include <coroutine>

#include "../operation.hpp"

namespace eyeballs {

template <class T> struct task;

namespace detail {

/// It is moved to who awaits it.
template <class A> concept awaited_once = operation<std::remove_cvref_t<A>> || adapted<A>;

template <class A> concept awaited_directly = awaited_once<A> || has_wait<std::remove_cvref_t<A>>;

template <class A> concept awaitable = awaited_directly<A> || standard_awaitable<A>;

/// Awaits what is somebody else's, in a frame of its own. `A` is a reference where an lvalue is
/// awaited.
template <class A> auto adopt(A a)
    -> task<decltype(get_awaiter(std::forward<A>(a)).await_resume())> {
  co_return co_await std::forward<A>(a);
}

/// 1. An operation is passed on. It must be an rvalue, since it is awaited once.
/// 2. What has a `wait()` stands for the operation that this returns. It must be an lvalue, since
///    it outlives its waiters.
/// 3. What has an adapter becomes what that makes of it.
/// 4. An awaitable of somebody else's is adopted.
template <class A> decltype(auto) as_operation(A&& a) {
  using B = std::remove_cvref_t<A>;
  EYEBALLS_ASSERT_NAMED(A);
  static_assert(awaitable<A>, "eyeballs: this is no task, nor anything else that can be awaited");
  if constexpr (operation<B>) {
    static_assert(!std::is_lvalue_reference_v<A>,
                  "eyeballs: a task (any operation) is awaited once, as an rvalue: std::move it");
    return std::forward<A>(a);
  } else if constexpr (has_wait<B>) {
    static_assert(std::is_lvalue_reference_v<A>,
                  "eyeballs: a variable outlives those who wait for it: name it first");
    return a.wait();
  } else if constexpr (adapted<A>) {
    return operation_adapter<B>::make(std::forward<A>(a));
  } else if constexpr (awaitable<A>) {
    return adopt<A>(std::forward<A>(a));
  } else {
    return adopt<std::conditional_t<awaitable<A>, A, std::suspend_always>>({});
  }
}

template <class A> using operation_of =
    std::remove_cvref_t<decltype(as_operation(std::declval<A>()))>;

}  // namespace detail
}  // namespace eyeballs
