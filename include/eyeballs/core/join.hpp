// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All children's values. The first error stops the others.
//
//     std::tuple<int, std::string> both = co_await join(number(), text());

#include "detail/slots.hpp"

namespace eyeballs {
namespace detail {

template <class... As> auto values_of(std::tuple<child_of<As>...>& slots) {
  using values = std::tuple<stored<typename As::value_type>...>;
  return std::apply([](auto&... c) { return values(c.keep()...); }, slots);
}

template <class A> auto values_of(std::vector<child_of<A>>& slots) {
  std::vector<stored<typename A::value_type>> values;
  values.reserve(slots.size());
  for (auto& c : slots) values.push_back(c.keep());
  return values;
}

template <class Slots> struct EYEBALLS_AWAITABLE join_operation final
    : group_of<Slots, rule::first_error_before_stop> {
  using value_type = decltype(values_of(std::declval<Slots&>()));

  using join_operation::group_of::group_of;

  bool stopped() const noexcept {
    if (this->decider()) return false;
    return this->refused() || !all_ended(this->slots_, ending::value);
  }

  result<value_type> take() {
    if (this->decider()) return error(*this->why());
    return values_of(this->slots_);
  }

  value_type value() {
    if (this->decider()) std::rethrow_exception(this->why()->exception());
    return values_of(this->slots_);
  }
};

}  // namespace detail

/// Yields all values, once all children (or elements of one range) have ended: a `std::tuple`, of a
/// range a `std::vector` (void as std::monostate, a reference as a pointer). Resumes in the task.
///
/// The first error stops the others and is the error, unless the awaiter's stop came before it.
/// Otherwise it ends stopped, if any child did.
template <class... As> auto join(As&&... as) {
  return detail::join_operation<detail::slots_for<As...>>(std::in_place, std::forward<As>(as)...);
}

}  // namespace eyeballs
