// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Waits for an operation that stays where it is, and is asked there how it has ended. Nothing is moved,
// and the wait has no copy of it.
//
//     auto opened = open(connector);
//     auto& end = co_await outcome_in_place(opened);

#include "../core/as_result.hpp"

namespace eyeballs::detail {

/// Waits for an operation, which outlives the wait.
template <operation A> class wait_in_place {
 public:
  static constexpr bool resume_inline_if_ended = resumes_inline<A>;

  explicit wait_in_place(A& a) noexcept : waited_for_(a) {}

  start_result start(environment here, work_item& waiter) {
    return waited_for_.start(here, waiter);
  }

 protected:
  A& waited_for_;
};

/// If the operation ends stopped, so does the awaiter. Otherwise it has a value or an error to take.
template <class A> struct EYEBALLS_AWAITABLE until_ended : wait_in_place<A>, yields_nothing {
  using wait_in_place<A>::wait_in_place;

  bool stopped() const noexcept { return this->waited_for_.stopped(); }
};

/// Yields the outcome that a task has, as long as that lives. Never ends stopped itself.
template <has_outcome Task> struct EYEBALLS_AWAITABLE outcome_in_place : wait_in_place<Task> {
  using value_type = outcome<typename Task::value_type>&;
  using wait_in_place<Task>::wait_in_place;

  bool stopped() const noexcept { return false; }

  result<value_type> take() { return &value(); }

  value_type value() { return this->waited_for_.how(); }
};

template <class A> until_ended(A&) -> until_ended<A>;
template <class Task> outcome_in_place(Task&) -> outcome_in_place<Task>;

/// Any other operation, with a place for its outcome as a task has it.
template <operation A> class with_outcome : public wrapped_operation<A> {
 public:
  using wrapped_operation<A>::wrapped_operation;

  /// When it has ended.
  outcome<typename A::value_type>& how() {
    if (how_.stopped() && !this->stopped()) how_.emplace(this->take());
    return how_;
  }

 private:
  outcome<typename A::value_type> how_{eyeballs::stopped};
};

}  // namespace eyeballs::detail
