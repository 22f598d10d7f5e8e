// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Keeps a stop from a child: cleanup that has to wait for something can do so after a stop.
//
//     auto end = co_await as_outcome(use(connection));
//     co_await shield(say_goodbye(connection));

#include "as_result.hpp"

namespace eyeballs {
namespace detail {

template <class A> struct EYEBALLS_AWAITABLE shield_operation : wrapped_operation<A> {
  using wrapped_operation<A>::wrapped_operation;

  start_result start(environment here, work_item& waiter) {
    return this->inner_.start({here.where->abandonment.token(), here.where}, waiter);
  }
};

}  // namespace detail

/// Ends as `a` does, and yields what it yields. Resumes in the task. `a` is started even after a
/// stop, and hears of none but that of a backend which dies.
template <class A> auto shield(A&& a) {
  return detail::shield_operation<detail::operation_of<A>>(
      detail::as_operation(std::forward<A>(a)));
}

}  // namespace eyeballs
