// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What can be awaited, by the rules of C++ alone; and what the compiler says where it is not.

#include <type_traits>
#include <utility>

namespace eyeballs::detail {

template <class A> decltype(auto) get_awaiter(A&& a) {
  if constexpr (requires { std::forward<A>(a).operator co_await(); })
    return std::forward<A>(a).operator co_await();
  else if constexpr (requires { operator co_await(std::forward<A>(a)); })
    return operator co_await(std::forward<A>(a));
  else return (a);
}

/// As `co_await` would take it, in any coroutine.
template <class A> concept standard_awaitable =
    std::is_class_v<std::remove_cvref_t<A>> &&
    requires(A&& a) { get_awaiter(std::forward<A>(a)).await_resume(); };

/// Specialized for what becomes an operation in a way of its own: `make(A&&)` returns that.
template <class A> struct operation_adapter {};

template <class A> concept adapted =
    requires(A&& a) { operation_adapter<std::remove_cvref_t<A>>::make(std::forward<A>(a)); };

/// Whether it is another operation, to go by its looks: whether it can be moved may depend on this.
template <class A, class B> concept other_operation_than = !std::is_same_v<A, B> && requires {
  typename A::value_type;
  &A::start;
  &A::take;
};

}  // namespace eyeballs::detail

/// What a type is declared with that does nothing until it is awaited.
#define EYEBALLS_AWAITABLE \
  [[nodiscard("eyeballs: nothing is done until it is awaited: co_await it")]]
