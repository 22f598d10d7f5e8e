// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Looks at a child's end without a throw. Costs no frame.
//     result<int> r = co_await as_result(might_fail());
//     outcome<int> o = co_await as_outcome(might_stop());
#include "task.hpp"
namespace eyeballs {
namespace detail {
/// An operation made of one other, which it hands its own waiter to.
template <operation A> struct wrapper {
  using value_type = typename A::value_type;
  static constexpr bool goes_on_in_place = in_place<A>;
  explicit wrapper(A&& inner) : inner_(std::move(inner)) {}
  bool start(environment here, job& waiter) { return inner_.start(here, waiter); }
  bool stopped() noexcept { return inner_.stopped(); }
  result<value_type> take() { return inner_.take(); }
  A inner_;
};
/// Its value is how the child ended, as an `End`: a result or an outcome.
template <template <class> class End, class A> struct [[nodiscard]] end_operation : wrapper<A> {
  using value_type = End<typename A::value_type>;
  static constexpr bool of_any_kind = std::is_same_v<value_type, outcome<typename A::value_type>>;
  using wrapper<A>::wrapper;
  bool stopped() noexcept { return !of_any_kind && this->inner_.stopped(); }
  result<value_type> take() {
    if constexpr (of_any_kind)
      if (this->inner_.stopped()) return value_type(eyeballs::stopped);
    return value_type(this->inner_.take());
  }
};
template <template <class> class End, class A> auto end_of(A&& a) {
  return end_operation<End, operation_of<A>>(as_operation(std::forward<A>(a)));
}
}  // namespace detail
/// Yields a `result`: the child's value or its error. A stopped child still stops the awaiter.
template <class A> auto as_result(A&& a) { return detail::end_of<result>(std::forward<A>(a)); }
/// Yields an `outcome`, however the child ended: only here a stopped child resumes its parent.
template <class A> auto as_outcome(A&& a) { return detail::end_of<outcome>(std::forward<A>(a)); }
}  // namespace eyeballs
