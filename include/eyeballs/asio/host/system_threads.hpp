// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system is asked of threads that nobody waits for. See system_names.hpp for where it is defined.

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// As long as it lives, no signal is delivered to this thread, nor ever to those that it starts.
class blocked_signals;

/// From now on the shared object that this code is in stays loaded to the end of the process: a
/// thread that is nobody's returns into it from a call, who knows when.
inline void keep_code_loaded() noexcept;

/// From now on, at each fork: `prepare` before it, then `parent` in the parent, and `child`, whose
/// one thread is that which forks, in the child.
inline void at_fork(void (*prepare)(), void (*parent)(), void (*child)());

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

// clang-format off
#ifdef _WIN32
#include "windows/threads.hpp"
#else
#include "posix/threads.hpp"
#endif
// clang-format on
