// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Looks at a child's end without a throw. Costs no frame.
//
//     result<int> r = co_await as_result(might_fail());
//     outcome<int> o = co_await as_outcome(might_stop());

#include "task.hpp"

namespace eyeballs {

namespace detail {

/// An operation made of one other, which it hands its own waiter to.
template <operation A>
class wrapper {
 public:
  static constexpr bool goes_on_in_place = in_place<A>;
  explicit wrapper(A&& inner) : inner_(std::move(inner)) {}
  bool start(environment here, job& waiter) { return inner_.start(here, waiter); }
  bool stopped() noexcept { return inner_.stopped(); }

 protected:
  A inner_;
};

template <operation A>
class as_result_operation : public wrapper<A> {
 public:
  using value_type = result<typename A::value_type>;
  using wrapper<A>::wrapper;
  result<value_type> take() { return this->inner_.take(); }
};

template <operation A>
class as_outcome_operation : public wrapper<A> {
 public:
  using value_type = outcome<typename A::value_type>;
  using wrapper<A>::wrapper;
  bool stopped() const noexcept { return false; }
  result<value_type> take() {
    return this->inner_.stopped() ? value_type(eyeballs::stopped) : value_type(this->inner_.take());
  }
};

}  // namespace detail

/// Yields a `result`: the child's value or its error. A stopped child still stops the awaiter.
template <class A>
auto as_result(A&& a) {
  return detail::as_result_operation<detail::operation_of<A>>(
      detail::as_operation(std::forward<A>(a)));
}
/// Yields an `outcome`, however the child ended: the one place where a stopped child resumes its
/// parent.
template <class A>
auto as_outcome(A&& a) {
  return detail::as_outcome_operation<detail::operation_of<A>>(
      detail::as_operation(std::forward<A>(a)));
}

}  // namespace eyeballs
