// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Waits until it is stopped.
//
//     co_await never();

#include "environment.hpp"

namespace eyeballs {

namespace detail {
class never_operation : public leaf<never_operation> {
 public:
  using value_type = void;
  bool start(environment here, job& waiter) noexcept { return !begin(here, waiter); }
  void cancel() noexcept { end_stopped(); }
  result<void> take() noexcept { return {}; }
};
}  // namespace detail

/// Ends only as stopped, in the turn of the stop.
inline auto never() noexcept { return detail::never_operation(); }

}  // namespace eyeballs
