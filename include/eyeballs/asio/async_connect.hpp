// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `connect` for those who have no task: with any completion token of Asio's.
//
//     tcp::socket s = co_await async_connect(executor, "example.com", "443", use_awaitable);
//
// Its other forms are in async_connect/:
//
//   socket_and_list.hpp    (socket, endpoints, [condition,] token), (socket, begin, end, ...): Asio's
//   socket_and_host.hpp    (socket, host, service, [options,] token)
//   executor_and_list.hpp  (executor, endpoints, [options,] token)
//   established.hpp        (executor, host, service, establish, [options,] token)
//   blocking.hpp           connect(socket, endpoints), without a loop: Asio's

#include <string>
#include <type_traits>
#include <utility>

#include "async_connect/arguments.hpp"
#include "async_connect/blocking.hpp"
#include "async_connect/completion_arguments.hpp"
#include "async_connect/established.hpp"
#include "async_connect/executor_and_list.hpp"
#include "async_connect/kept_options.hpp"
#include "async_connect/socket_and_host.hpp"
#include "async_connect/socket_and_list.hpp"
#include "connect.hpp"
#include "runtime/initiation.hpp"
#include "runtime/spawned.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Executor> class initiate_connect : public initiation<Executor> {
 public:
  using initiation<Executor>::initiation;

  template <class Handler> void operator()(Handler&& handler, std::string host, std::string service,
                                           kept_options options) const {
    using handler_type = std::decay_t<Handler>;
    using sockets = socket_arguments<tcp::socket, Executor>;
    using arguments = arguments_with_key<sockets>;
    const auto make = [&, used = options.get()] {
      return eyeballs::connect(this->executor_, std::move(host), std::move(service), used);
    };
    spawned<Executor, tcp::socket, handler_type, arguments>::start_made(
        this->executor_, make, handler_type(std::forward<Handler>(handler)),
        arguments(sockets(this->executor_), std::move(options)));
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// `connect` as an asynchronous operation of Asio's.
///
/// * `place`: the executor that the socket, and the connect itself, run on; or an execution context.
/// * `host`, `service` and `options` are those of `connect`. The texts are copied, that of
///   `options.history_key`, too; a service may be the number of a port. What the options point to
///   outlives the operation, which begins when a lazy token, as `deferred`, is launched.
/// * `token`: any completion token, for `void(error_code, tcp::socket)`. It can be left out if the
///   executor has a default one.
///
/// The code is Asio's own, that of `connect` by `to_asio`: all compare equal to the constants of
/// `asio::error`, as `timed_out`, `connection_refused`, `network_unreachable`, `no_descriptors`,
/// `invalid_argument` for wrong arguments, `host_not_found`, `not_found` for no endpoints, and
/// `operation_aborted` for a stop. A cancellation of any kind stops it. For executors, allocator
/// and lifetime see `co_spawn`.
template <class Place, class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>>
auto async_connect(Place&& place, detail::host_argument host, detail::service_argument service,
                   connect_options options,
                   Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  using executor = detail::executor_at<Place>;
  return detail::asio::async_initiate<Token, void(error_code, tcp::socket)>(
      detail::initiate_connect<executor>(detail::executor_of(place)), token, std::move(host).take(),
      std::move(service).take(), detail::kept_options(options));
}

/// The same, with the default options.
template <class Place, class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>> &&
           (!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(Place&& place, detail::host_argument host, detail::service_argument service,
                   Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  return async_connect(std::forward<Place>(place), std::move(host), std::move(service),
                       connect_options(), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
