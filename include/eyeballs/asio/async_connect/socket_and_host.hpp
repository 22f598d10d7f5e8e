// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `async_connect` of a socket of the caller's by a name.
//
//     async_connect(socket, "example.com", "443", [](error_code ec, tcp::endpoint reached) { ... });

#include <string>
#include <type_traits>
#include <utility>

#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "arguments.hpp"
#include "completion_arguments.hpp"
#include "connect_callers_socket.hpp"
#include "initiate_list.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Executor>
task<tcp::endpoint> connect_to_target(callers_tcp_socket_on<Executor> caller, target to,
                                      connect_options options) {
  co_return co_await as_result(connect_callers_socket(caller, to, options));
}

template <class Executor> class initiate_by_name {
  using socket = asio::basic_socket<tcp, Executor>;
  using arguments = arguments_with_key<list_arguments<tcp::endpoint>>;

 public:
  using executor_type = Executor;

  explicit initiate_by_name(socket& s) noexcept : socket_(&s) {}

  executor_type get_executor() const noexcept { return socket_->get_executor(); }

  template <class Handler> void operator()(Handler&& handler, std::string host, std::string service,
                                           kept_options options) const {
    using handler_type = std::decay_t<Handler>;
    const auto place = place_of_tree(handler, get_executor());
    using operation =
        spawned<std::remove_const_t<decltype(place)>, tcp::endpoint, handler_type, arguments>;
    const auto make = [&, used = options.get()] {
      return connect_to_target(callers_tcp_socket_on<Executor>(*socket_),
                               target{std::move(host), std::move(service), {}}, used);
    };
    operation::start_made(
        place, make, handler_type(std::forward<Handler>(handler)),
        arguments(list_arguments<tcp::endpoint>(tcp::endpoint()), std::move(options)));
  }

 private:
  socket* socket_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects a TCP socket of the caller's to a host by its name. It is the `async_connect` that makes
/// a new socket, but for these:
///
/// * `socket` is closed first, kept open until the operation has ended, and given up by whoever
///   closes it, as in the form with a list of endpoints. Options of sockets are for
///   `options.prepare`, which sees each one before it is connected.
/// * `token` is for `void(error_code, tcp::endpoint)`: where the socket is connected to.
/// * A `total` cancellation does not stop it.
/// * It runs on the handler's associated executor; that is otherwise the socket's.
template <class Executor, class Token = detail::default_token<Executor>>
auto async_connect(detail::asio::basic_socket<tcp, Executor>& socket, detail::host_argument host,
                   detail::service_argument service, connect_options options,
                   Token&& token = detail::default_token<Executor>()) {
  return detail::asio::async_initiate<Token, void(error_code, tcp::endpoint)>(
      detail::initiate_by_name<Executor>(socket), token, std::move(host).take(),
      std::move(service).take(), detail::kept_options(options));
}

/// The same, with the default options.
template <class Executor, class Token = detail::default_token<Executor>>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(detail::asio::basic_socket<tcp, Executor>& socket, detail::host_argument host,
                   detail::service_argument service,
                   Token&& token = detail::default_token<Executor>()) {
  return async_connect(socket, std::move(host), std::move(service), connect_options(),
                       std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
