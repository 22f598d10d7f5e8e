// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Whether a thread of ours may post to an execution context.

#include "../config.hpp"

#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)

// Asio has config.hpp since 1.33. Before, the context's scheduler knows its hint.
// clang-format off
#if __has_include(EYEBALLS_ASIO_HEADER(config.hpp))
#define EYEBALLS_ASIO_HAS_CONFIG
#include EYEBALLS_ASIO_HEADER(config.hpp)
#else
#include EYEBALLS_ASIO_HEADER(detail/scheduler.hpp)
#endif
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef EYEBALLS_USE_BOOST_ASIO
#define EYEBALLS_ASIO_IS_LOCKING BOOST_ASIO_CONCURRENCY_HINT_IS_LOCKING
#ifdef BOOST_ASIO_HAS_THREADS
#define EYEBALLS_ASIO_HAS_THREADS
#endif
#else
#define EYEBALLS_ASIO_IS_LOCKING ASIO_CONCURRENCY_HINT_IS_LOCKING
#ifdef ASIO_HAS_THREADS
#define EYEBALLS_ASIO_HAS_THREADS
#endif
#endif

/// Not, if Asio was told to do without locks: by ASIO_CONCURRENCY_HINT_UNSAFE for this context, or
/// by ASIO_DISABLE_THREADS for all. Asio's own resolver asks the same.
inline bool admits_foreign_threads(asio::execution_context& context) {
#if !defined(EYEBALLS_ASIO_HAS_THREADS)
  return (void)context, false;
#elif defined(EYEBALLS_ASIO_HAS_CONFIG)
  return asio::config(context).get("scheduler", "locking", true);
#else
  using scheduler = asio::detail::io_context_impl;
  if (!asio::has_service<scheduler>(context)) return true;
  const int hint = asio::use_service<scheduler>(context).concurrency_hint();
  return EYEBALLS_ASIO_IS_LOCKING(SCHEDULER, hint);
#endif
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
