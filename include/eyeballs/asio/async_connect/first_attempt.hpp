// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The first attempt of a connect by name, which is made in the caller's socket.

#include <system_error>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../tcp/connect_attempt.hpp"
#include "callers_tcp_socket.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// As `connect_attempt` makes the others.
template <class = void>
task<> first_attempt(callers_tcp_socket& caller, destination to, const connect_options& options) {
  if (caller.is_lost()) co_await fail(caller.give_up());
  observed_attempt observed(options.observer, 0, to.endpoint);
  const environment here = co_await current_environment();
  const time_point start = here.where->now();

  tcp::socket fresh(caller.executor());
  result<void> end = try_to_open(fresh, to, options);
  if (end) end = caller.become(std::move(fresh), to.endpoint.protocol());
  if (end) {
    auto unlimited = as_result(caller.connect(to.endpoint));
    auto in_time = co_await as_result(timeout(std::move(unlimited), options.attempt_timeout));
    if (in_time) end = *std::move(in_time);
    else end = late_attempt_error(to.endpoint, time_limit::attempt_timeout);
  }

  if (!end) {
    const bool was_given_up = end.error().code() == std::errc::operation_canceled;
    if (was_given_up) co_await fail(caller.give_up());
    if (!caller.is_open()) caller.open(to.endpoint.protocol());
    const error why = attempt_error(end.error(), to.endpoint);
    observed.failed(why);
    co_await fail(why);
  }
  observed.connected();
  if (options.history) remember(options, address_of(to.endpoint), here.where->now() - start);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
