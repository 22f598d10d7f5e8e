// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A connect of a caller's socket is given up by whoever closes that socket.

#include <utility>
#include <variant>

#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/race.hpp"
#include "../../core/this_task.hpp"
#include "../runtime/scheduler.hpp"
#include "callers_socket.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Ends as `connecting` does; but once `lost` is set, that is stopped, and it ends with `given_up()`.
template <class T> task<T> unless_given_up(task<T> connecting, dataflow_variable<>& lost) {
  auto raced = race(as_outcome(std::move(connecting)), lost);
  auto end = co_await as_result(std::move(raced));
  if (!end || lost.has_value()) co_return fail(given_up());

  auto connected = std::get<0>(*std::move(end));
  if (connected.stopped()) co_await stopped;
  co_return std::move(connected).as_result();
}

/// Whether the execution context of the tree has died: then the caller's socket may be gone.
inline bool has_context_died(const environment& here) noexcept {
  const asio_scheduler* const scheduler = asio_scheduler_of(here);
  return scheduler && scheduler->abandoned();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
