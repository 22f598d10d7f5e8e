// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The stop tokens of functions that run on other threads (those of tasks are in core/stop.hpp).
//
//     void wait_for(eyeballs::on_threads::stop_token stop) {
//       while (!stop.stop_requested()) ...

#include <version>

#ifdef __cpp_lib_jthread
#include <stop_token>
#else
#include "shared_stop.hpp"
#endif

/// Stop tokens for functions that run on other threads, as those that `run_on` calls: `stop_token`,
/// `stop_source` and `stop_callback`, which are those of `<stop_token>` where the standard library has
/// it. They are no aliases of `eyeballs::stop_token` and its kin, which are for one thread.
namespace eyeballs::on_threads {

// Those of the standard library, or where it has none, as libc++ 19, the same of our own.
#ifdef __cpp_lib_jthread
using std::stop_callback;
using std::stop_source;
using std::stop_token;
#else
using detail::shared_stop::stop_callback;
using detail::shared_stop::stop_source;
using detail::shared_stop::stop_token;
#endif

}  // namespace eyeballs::on_threads
