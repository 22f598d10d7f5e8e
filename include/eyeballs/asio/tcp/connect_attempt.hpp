// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One attempt to connect by TCP: a socket is opened, made ready, and connected.

#include <cstddef>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
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

/// One attempt, which is observed, and remembered if it has connected. `options` outlive the task.
///
/// Yields a socket on `executor`. Ends with an error that is about the endpoint; one of the limit has
/// that as `reached`. To the observer an attempt that the limit on all of the connect has ended was
/// stopped. Ends stopped after a stop, and closes the socket.
template <class = void>
task<tcp::socket> connect_attempt(asio::any_io_executor executor, std::size_t index, destination to,
                                  const connect_options& options, attempt_limit limit) {
  observed_attempt observed(options.observer, index, to.endpoint);
  const environment here = co_await current_environment();
  const time_point start = options.history ? here.where->now() : time_point();

  tcp::socket socket(std::move(executor));
  result<void> end = try_to_open(socket, to, options);
  if (end && limit.most == duration::max())
    end = co_await as_result(tcp_connect_operation(socket, to.endpoint));
  else if (end) end = co_await as_result(connect_in_time(socket, to.endpoint, limit));

  if (!end) {
    const error why = attempt_error(end.error(), to.endpoint);
    if (!has_reached(why, time_limit::timeout)) observed.failed(why);
    co_return fail(why);
  }
  observed.connected();
  if (options.history) remember(options, address_of(to.endpoint), here.where->now() - start);
  co_return socket;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
