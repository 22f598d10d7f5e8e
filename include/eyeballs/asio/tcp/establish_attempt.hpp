// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One attempt that is more than TCP: a socket is connected, and then the application makes of it what
// it wants.

#include <cstddef>
#include <utility>

#include "../../attempts/attempt_progress.hpp"
#include "../../attempts/in_place.hpp"
#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "attempt_error.hpp"
#include "connect_attempt.hpp"
#include "connect_operation.hpp"
#include "establisher.hpp"
#include "observed_attempt.hpp"
#include "open_socket.hpp"
#include "round_trip_times.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Both stages. Its errors are those of the attempt, and `stage` is where it is. All references
/// outlive the task.
template <class = void>
task<established> connect_and_establish(asio::any_io_executor executor, const destination& to,
                                        const connect_options& options, establisher& then,
                                        attempt_progress progress, attempt_stage& stage) {
  const environment here = co_await current_environment();
  const time_point start = here.where->now();
  tcp::socket socket(std::move(executor));
  result<void> connected = try_to_open(socket, to, options);
  if (connected) {
    tcp_connect_operation connecting(socket, to.endpoint);
    co_await until_ended(connecting);
    connected = connecting.take();
  }
  if (!connected) co_return fail(attempt_error(connected.error(), to.endpoint));

  const duration round_trip = here.where->now() - start;
  stage = attempt_stage::establish;
  progress();
  auto end = co_await as_result(then.establish(std::move(socket)));
  if (!end) co_return fail(establish_error(end.error(), to.endpoint));
  remember(options, address_of(to.endpoint), round_trip);
  co_return end;
}

/// As `connect_attempt`, but it has connected when `then` is done with the socket. `options` and
/// `then` outlive the task.
template <class = void> task<established> establish_attempt(asio::any_io_executor executor,
                                                            std::size_t index, destination to,
                                                            const connect_options& options,
                                                            attempt_limit limit, establisher& then,
                                                            attempt_progress progress) {
  observed_attempt observed(options.observer, index, to.endpoint);
  attempt_stage stage = attempt_stage::connect;
  auto both = connect_and_establish(std::move(executor), to, options, then, progress, stage);
  // There are two results: the timeout's own, and within it how the stages ended in time.
  auto in_time = co_await as_result(timeout(as_result(std::move(both)), limit.most));
  if (in_time && *in_time) {
    observed.connected();
    co_return *std::move(in_time);
  }

  const error why = in_time ? in_time->error() : late_attempt_error(to.endpoint, limit.is, stage);
  if (!has_reached(why, time_limit::timeout)) observed.failed(why);
  co_return fail(why);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
