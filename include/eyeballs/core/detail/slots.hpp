// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Where a group's children are kept: in a tuple, or of a range in a vector.

#include <tuple>

#include "as_operation.hpp"
#include "group.hpp"

namespace eyeballs::detail {

/// Holds a child's operation, and then what it ended with. An exception while that is moved here is
/// the child's error.
template <operation A> struct child_of : child {
  using value_type = typename A::value_type;

  explicit child_of(A&& a) : child(&on_end), state_(in_first, std::move(a)) {}

  void start(group& owner, environment here) noexcept {
    owner_ = &owner;
    end_if([&] { return state_.first().start(here, *this) == start_result::ended; });
  }

  ending how() const noexcept {
    if (state_.has_first()) return ending::pending;
    const outcome<value_type>& end = state_.second();
    if (end.has_value()) return ending::value;
    return end.has_error() ? ending::error : ending::stopped;
  }

  const eyeballs::error& error() const noexcept { return state_.second().error(); }

  result<value_type> take_value() { return std::move(state_.second()).as_result(); }

  stored<value_type>&& keep() noexcept { return std::move(state_.second()).keep(); }

 private:
  static void on_end(work_item& self) noexcept {
    auto& c = static_cast<child_of&>(self);
    c.end_if([] { return true; });
    c.owner_->post_waiter_if_ended();
  }

  template <class F> void end_if(F has_ended) noexcept {
    try {
      if (!has_ended()) return;
      A& operation = state_.first();
      if (operation.stopped()) state_.emplace_second(eyeballs::stopped);
      else state_.emplace_second(operation.take());
    } catch (...) { state_.emplace_second(eyeballs::error::current()); }

    const ending end = how();
    const auto* const why = end == ending::error ? &error() : nullptr;
    if (owner_->child_ended(*this, end, why) == arrival::dropped)
      state_.emplace_second(eyeballs::stopped);
  }

  group* owner_ = nullptr;
  either<A, outcome<value_type>> state_;
};

template <class Range> concept range_of_awaitables =
    !awaited_directly<Range> && requires(Range& r) { std::begin(r) != std::end(r); };

template <class... As> auto slots_of(As&&... as) {
  return std::tuple<child_of<operation_of<As>>...>(as_operation(std::forward<As>(as))...);
}

/// Operations are moved out of a range that is an rvalue.
template <range_of_awaitables Range> auto slots_of(Range&& range) {
  EYEBALLS_ASSERT_NAMED(Range);
  using reference = decltype(*std::begin(range));
  constexpr bool moves =
      !std::is_lvalue_reference_v<Range> && awaited_once<std::remove_cvref_t<reference>>;
  using element = std::conditional_t<moves, std::remove_reference_t<reference>&&, reference>;

  std::vector<child_of<operation_of<element>>> slots;
  if constexpr (requires { slots.reserve(range.size()); }) slots.reserve(range.size());
  for (auto&& e : range) slots.emplace_back(as_operation(static_cast<element&&>(e)));
  return slots;
}

/// Calls `f` with the children in order, while it returns true. True if it always did.
template <class Slots, class F> bool each(Slots& slots, F f) {
  if constexpr (requires { slots.begin(); }) {
    for (auto& c : slots)
      if (!f(c)) return false;
    return true;
  } else {
    return std::apply([&](auto&... c) { return (f(c) && ...); }, slots);
  }
}

/// Whether all children have ended in this way.
template <class Slots> bool all_ended(const Slots& slots, ending how) noexcept {
  return each(slots, [how](const auto& c) { return c.how() == how; });
}

template <class... As> using slots_for = decltype(slots_of(std::declval<As>()...));

/// A group with its children.
template <class Slots, rule Rule> struct group_of : group {
  template <class... As> explicit group_of(std::in_place_t, As&&... as)
      : group(Rule), slots_(slots_of(std::forward<As>(as)...)) {}

  start_result start(environment here, work_item& waiter) noexcept {
    return start_children(here, waiter, slots_);
  }

 protected:
  Slots slots_;
};

}  // namespace eyeballs::detail
