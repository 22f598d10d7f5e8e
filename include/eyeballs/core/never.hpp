// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Waits until it is stopped:  co_await never();
#include "sleep.hpp"
namespace eyeballs {
/// Ends only as stopped, in the turn of the stop.
inline auto never() noexcept { return sleep(duration::max()); }
}  // namespace eyeballs
