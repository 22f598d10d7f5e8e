// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Threads that nobody waits for, since they block in calls of the system's that can't be ended.

#include <thread>
#include <utility>

#include "../config.hpp"
#include "system_threads.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Starts a thread that no signal is delivered to. Throws a std::system_error if the system has no
/// thread to give.
template <class F> void start_lookup_thread(F f) {
  const blocked_signals blocked;
  std::thread(std::move(f)).detach();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
