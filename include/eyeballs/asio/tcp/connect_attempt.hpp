// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One attempt to connect by TCP: a socket is opened, made ready, and connected.

#include <cstddef>
#include <utility>

#include "../../attempts/in_place.hpp"
#include "../../core/as_result.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "attempt_error.hpp"
#include "connect_operation.hpp"
#include "observed_attempt.hpp"
#include "open_socket.hpp"
#include "round_trip_times.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How long an attempt may take, and which of the options says so.
struct attempt_limit {
  duration most = duration::max();
  time_limit is = time_limit::none;
};

inline attempt_limit limit_of_attempt(const connect_options& options) noexcept {
  return {options.attempt_timeout, time_limit::attempt_timeout};
}

/// `open_socket`. What a preparer throws is the error.
inline result<void> try_to_open(tcp::socket& socket, const destination& to,
                                const connect_options& options) noexcept {
  try {
    return open_socket(socket, to, options);
  } catch (...) { return error::current(); }
}

/// Connects the socket, within the limit. Socket and endpoint outlive the task.
template <class = void>
task<> connect_in_time(tcp::socket& socket, const tcp::endpoint& endpoint, attempt_limit limit) {
  auto unlimited = as_result(tcp_connect_operation(socket, endpoint));
  // There are two results: the timeout's own, and within it how the connect ended in time.
  auto in_time = co_await as_result(timeout(std::move(unlimited), limit.most));
  if (!in_time) co_await fail(late_attempt_error(endpoint, limit.is));
  if (!*in_time) co_await fail(std::move(*in_time).error());
}

/// The error of an attempt whose socket was not connected, since `end`. To the observer an attempt
/// that the limit on all of the connect has ended was stopped.
inline error failed_attempt(observed_attempt& observed, const error& end,
                            const tcp::endpoint& endpoint) {
  error why = attempt_error(end, endpoint);
  if (!has_reached(why, time_limit::timeout)) observed.failed(why);
  return why;
}

/// One attempt, which is observed, and remembered if it has connected. `options` outlive the task, and
/// so does the executor, if `Executor` is a reference.
///
/// Yields a socket on `executor`. Ends with an error that is about the endpoint; one of the limit has
/// that as `reached`. Ends stopped after a stop, and closes the socket.
template <class Executor>
task<tcp::socket> connect_attempt(Executor executor, std::size_t index, destination to,
                                  const connect_options& options, attempt_limit limit) {
  observed_attempt observed(options.observer, index, to.endpoint);
  const time_point start = options.history ? asio_now() : time_point();

  tcp::socket socket(executor);
  result<void> end = try_to_open(socket, to, options);
  if (end && limit.most == duration::max()) {
    tcp_connect_operation connecting(socket, to.endpoint);
    co_await until_ended(connecting);
    end = connecting.take();
  } else if (end) {
    auto connecting = connect_in_time(socket, to.endpoint, limit);
    co_await until_ended(connecting);
    end = connecting.take();
  }

  if (!end) co_return fail(failed_attempt(observed, end.error(), to.endpoint));
  observed.connected();
  if (options.history) remember(options, address_of(to.endpoint), asio_now() - start);
  co_return socket;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
