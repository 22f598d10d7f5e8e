// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Where a group's children are kept: in a tuple, or of a range in a vector.

#include <tuple>

#include "as_operation.hpp"
#include "group.hpp"

namespace eyeballs::detail {

/// Holds a child's operation, and then what it ended with.
template <operation A> struct child_of : child {
  using value_type = typename A::value_type;

  explicit child_of(A&& a) : child(&on_end), state_(std::in_place_index<0>, std::move(a)) {}

  void start(group& owner, environment here) noexcept {
    owner_ = &owner;
    try {
      if (std::get<0>(state_).start(here, *this) == start_result::ended) take();
    } catch (...) { keep(eyeballs::error::current()); }
  }

  ending how() const noexcept {
    const auto* end = std::get_if<1>(&state_);
    if (!end) return ending::pending;
    if (end->has_value()) return ending::value;
    return end->has_error() ? ending::error : ending::stopped;
  }

  const eyeballs::error& error() const noexcept { return std::get<1>(state_).error(); }

  result<value_type> take_value() { return std::get<1>(std::move(state_)).as_result(); }

 private:
  static void on_end(work_item& self) noexcept {
    auto& c = static_cast<child_of&>(self);
    c.take();
    c.owner_->post_waiter_if_ended();
  }

  void take() noexcept {
    A& operation = std::get<0>(state_);
    try {
      if (operation.stopped()) keep(eyeballs::stopped);
      else keep(operation.take());
    } catch (...) { keep(eyeballs::error::current()); }
  }

  void keep(outcome<value_type> end) noexcept {
    const auto& kept = state_.template emplace<1>(std::move(end));
    const auto* why = kept.has_error() ? &kept.error() : nullptr;
    if (owner_->child_ended(*this, how(), why) == arrival::dropped)
      state_.template emplace<1>(eyeballs::stopped);
  }

  group* owner_ = nullptr;
  std::variant<A, outcome<value_type>> state_;
};

template <class Range> concept range_of_awaitables =
    !ours<Range> && requires(Range& r) { std::begin(r) != std::end(r); };

template <class... As> auto slots_of(As&&... as) {
  return std::tuple<child_of<operation_of<As>>...>(as_operation(std::forward<As>(as))...);
}

/// Operations are moved out of a range that is an rvalue.
template <range_of_awaitables Range> auto slots_of(Range&& range) {
  EYEBALLS_ASSERT_NAMED(Range);
  using reference = decltype(*std::begin(range));
  constexpr bool moves =
      !std::is_lvalue_reference_v<Range> && operation<std::remove_cvref_t<reference>>;
  using element = std::conditional_t<moves, std::remove_reference_t<reference>&&, reference>;

  std::vector<child_of<operation_of<element>>> slots;
  for (auto&& e : range) slots.emplace_back(as_operation(static_cast<element&&>(e)));
  return slots;
}

/// Calls `f` with the children in order, while it returns true. True if it always did.
template <class... As, class F> bool each(std::tuple<child_of<As>...>& slots, F f) {
  return std::apply([&](auto&... c) { return (f(c) && ...); }, slots);
}

template <class A, class F> bool each(std::vector<child_of<A>>& slots, F f) {
  for (auto& c : slots)
    if (!f(c)) return false;
  return true;
}

/// Whether all children have ended in this way.
template <class Slots> bool all_ended(Slots& slots, ending how) noexcept {
  return each(slots, [how](const auto& c) { return c.how() == how; });
}

/// A group with its children.
template <class Slots> struct group_of : group {
  explicit group_of(Slots&& slots) : slots_(std::move(slots)) {}

  start_result start(environment here, work_item& waiter) noexcept {
    return start_children(here, waiter, slots_);
  }

 protected:
  Slots slots_;
};

}  // namespace eyeballs::detail
