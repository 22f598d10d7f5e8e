// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Where a task may end when asked to, without waiting for anything.
//     for (const block& b : blocks) { co_await stop_point(); hash(b); }
#include "environment.hpp"
namespace eyeballs {
/// Ends the task as stopped if a stop was requested, of it or above; else it goes on in place.
inline auto stop_point() noexcept {
  return detail::question([](environment e) noexcept -> outcome<void> {
    return e.stop.stop_requested() ? outcome<void>(stopped) : outcome<void>();
  });
}
}  // namespace eyeballs
