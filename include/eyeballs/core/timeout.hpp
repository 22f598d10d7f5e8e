// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A limit on the time that a child may take.
//
//     auto reply = co_await timeout(ask(server), 5s);

#include <optional>

#include "as_result.hpp"
#include "race.hpp"
#include "sleep.hpp"

namespace eyeballs {

namespace detail {

/// `First` is the race of the ends of a sleep and a child.
template <class T, operation First>
class timeout_operation : public wrapper<First> {
 public:
  using value_type = T;
  using wrapper<First>::wrapper;
  bool stopped() noexcept {
    if (!end_) end_.emplace(end());
    return end_->stopped();
  }
  result<T> take() { return std::move(*end_).as_result(); }

 private:
  outcome<T> end() noexcept {
    if (this->inner_.stopped()) return eyeballs::stopped;
    auto first = this->inner_.take();  // a variant: by position
    if (auto* child = std::get_if<1>(&*first))
      return child->stopped() ? outcome<T>(eyeballs::stopped) : outcome<T>(*std::move(*child));
    if (std::get<0>(*first).stopped()) return eyeballs::stopped;
    return error(std::make_error_code(std::errc::timed_out));
  }
  std::optional<outcome<T>> end_;
};

}  // namespace detail

/// Ends as `a` does, or with an error that compares equal to `std::errc::timed_out` once `d` has
/// passed; then `a` is stopped and awaited. Whichever of its end, the time and a stop came first
/// decides. The timer is armed before `a` starts.
template <class A, class Rep, class Period>
auto timeout(A&& a, std::chrono::duration<Rep, Period> d) {
  auto first = race(as_outcome(sleep(d)), as_outcome(as_result(std::forward<A>(a))));
  using value_type = typename detail::operation_of<A>::value_type;
  return detail::timeout_operation<value_type, decltype(first)>(std::move(first));
}

}  // namespace eyeballs
