// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Where a task may end when asked to, without waiting for anything.
//
//     for (const block& b : blocks) { co_await stop_point(); hash(b); }

#include "environment.hpp"

namespace eyeballs {

namespace detail {
class stop_point_operation {
 public:
  using value_type = void;
  static constexpr bool goes_on_in_place = true;
  stop_point_operation() noexcept {}
  bool start(environment here, job&) noexcept { return stop_ = here.stop, true; }
  bool stopped() const noexcept { return stop_.stop_requested(); }
  result<void> take() noexcept { return {}; }

 private:
  stop_token stop_;
};
}  // namespace detail

/// Ends the task as stopped if a stop was requested, of it or above; else it goes on in place.
inline auto stop_point() noexcept { return detail::stop_point_operation(); }

}  // namespace eyeballs
