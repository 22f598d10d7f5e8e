// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The stop tokens of functions that run on other threads (those of tasks are in core/stop.hpp).
//
//     void wait_for(eyeballs::on_threads::stop_token stop) {
//       while (!stop.stop_requested()) ...

#include <version>

// libc++ 19 has none. With GCC's, where the system has no futex, who ends a callback that runs may
// wait for ever: the library checks without a lock before it sleeps (GCC 12).
#if defined(__cpp_lib_jthread) && (!defined(__GLIBCXX__) || defined(_GLIBCXX_HAVE_LINUX_FUTEX))
#define EYEBALLS_HAS_STD_STOP_TOKEN
#include <stop_token>
#else
#include "shared_stop.hpp"
#endif

/// Stop tokens for functions that run on other threads, as those that `run_on` calls: `stop_token`,
/// `stop_source` and `stop_callback`. They are those of `<stop_token>`, but with libc++ and on
/// Windows, where they behave as those do. They are no aliases of `eyeballs::stop_token` and its
/// kin, which are for one thread.
namespace eyeballs::on_threads {

#ifdef EYEBALLS_HAS_STD_STOP_TOKEN
using std::stop_callback;
using std::stop_source;
using std::stop_token;
#else
using detail::shared_stop::stop_callback;
using detail::shared_stop::stop_source;
using detail::shared_stop::stop_token;
#endif

}  // namespace eyeballs::on_threads
