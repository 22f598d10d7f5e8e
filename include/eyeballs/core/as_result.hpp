// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Looks, without a throw, at how a child ends. It costs no frame.
//
//     result<int> r = co_await as_result(might_fail());
//     outcome<int> o = co_await as_outcome(might_stop());

#include "task.hpp"

namespace eyeballs {
namespace detail {

/// The base of an operation that wraps one other, to which it hands its own waiter.
template <operation A> struct wrapped_operation {
  using value_type = typename A::value_type;
  static constexpr bool resume_inline_if_ended = resumes_inline<A>;

  explicit wrapped_operation(A&& inner) : inner_(std::move(inner)) {}

  start_result start(environment here, work_item& waiter) { return inner_.start(here, waiter); }

  bool stopped() noexcept { return inner_.stopped(); }

  result<value_type> take() { return inner_.take(); }

  A inner_;
};

/// Whether the operation keeps its outcome, as a task does.
template <class A> concept has_outcome = requires(A a) {
  { a.how() } -> std::same_as<outcome<typename A::value_type>&>;
};

/// Its value is how the child ended, as an `End`: a result or an outcome.
template <template <class> class End, class A> struct EYEBALLS_AWAITABLE end_operation
    : wrapped_operation<A> {
  using value_type = End<typename A::value_type>;
  static constexpr bool holds_stopped = std::is_same_v<value_type, outcome<typename A::value_type>>;

  using wrapped_operation<A>::wrapped_operation;

  bool stopped() noexcept { return !holds_stopped && this->inner_.stopped(); }

  result<value_type> take() { return value(); }

  value_type value() {
    if constexpr (holds_stopped)
      if (this->inner_.stopped()) return eyeballs::stopped;
    if constexpr (!has_outcome<A>) return this->inner_.take();
    else if constexpr (holds_stopped) return std::move(this->inner_.how());
    else return std::move(this->inner_.how()).as_result();
  }
};

template <template <class> class End, class A> auto end_of(A&& a) {
  return end_operation<End, operation_of<A>>(as_operation(std::forward<A>(a)));
}

}  // namespace detail

/// Yields a `result`: the child's value, or its error, which is not thrown. A stopped child still
/// stops the awaiter. Resumes in the task.
template <class A> auto as_result(A&& a) { return detail::end_of<result>(std::forward<A>(a)); }

/// Yields an `outcome`, however the child ended: a stopped child resumes its parent, too. Never ends
/// stopped itself. Resumes in the task.
template <class A> auto as_outcome(A&& a) { return detail::end_of<outcome>(std::forward<A>(a)); }

}  // namespace eyeballs
