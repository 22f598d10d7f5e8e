// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// All children's values; the first error stops the others.
//     std::tuple<int, std::string> both = co_await join(number(), text());
#include "group.hpp"
namespace eyeballs {
namespace detail {
template <class... As> auto values_of(std::tuple<slot_of<As>...>& slots) {
  using values = std::tuple<stored<typename As::value_type>...>;
  return std::apply([](auto&... s) { return values(s.take_value().keep()...); }, slots);
}
template <class A> auto values_of(std::vector<slot_of<A>>& slots) {
  std::vector<stored<typename A::value_type>> values;
  values.reserve(slots.size());
  for (auto& s : slots) values.push_back(s.take_value().keep());
  return values;
}
template <class Slots> struct [[nodiscard]] join_operation final : group {
  using value_type = decltype(values_of(std::declval<Slots&>()));
  explicit join_operation(Slots&& slots) : slots_(std::move(slots)) {}
  bool start(environment here, job& waiter) noexcept { return group::start(here, waiter, slots_); }
  result<value_type> take() {
    if (first_) return error(*first_->why);
    return values_of(slots_);
  }
  bool decides(const slot& s) const noexcept override { return s.how == s.failed && !stop_came_; }
  bool stopped_undecided() noexcept override {
    return !each(slots_, [](slot& s) { return s.how == s.value; });
  }
  Slots slots_;
};
}  // namespace detail
/// Yields all values, once all have ended: a `std::tuple`, of a range a `std::vector` (void as
/// std::monostate, a reference as a pointer). The first error stops the others and is the error,
/// unless the awaiter's stop came before. Otherwise it ends stopped if any child did.
template <class... As> auto join(As&&... as) {
  return detail::join_operation(detail::slots_of(std::forward<As>(as)...));
}
}  // namespace eyeballs
