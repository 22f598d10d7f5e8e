// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `async_connect` of what an application makes of a socket.
//
//     async_connect(executor, "example.com", "443", greet, [](error_code ec, session s) { ... });

#include <string>
#include <type_traits>
#include <utility>

#include "../co_spawn.hpp"
#include "../connect.hpp"
#include "../connect_options.hpp"
#include "../runtime/initiation.hpp"
#include "../runtime/spawned.hpp"
#include "arguments.hpp"
#include "completion_arguments.hpp"
#include "kept_options.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Executor> class initiate_established : public initiation<Executor> {
 public:
  using initiation<Executor>::initiation;

  template <class Handler, class Establish>
  void operator()(Handler&& handler, std::string host, std::string service, Establish establish,
                  kept_options options) const {
    using handler_type = std::decay_t<Handler>;
    using arguments = arguments_with_key<connection_arguments>;
    const auto make = [&, used = options.get()] {
      return connect_and_establish_by(this->executor_, std::move(host), std::move(service),
                                      std::move(establish), used);
    };
    spawned<Executor, established_by<Establish>, handler_type, arguments>::start_made(
        this->executor_, make, handler_type(std::forward<Handler>(handler)),
        arguments(connection_arguments(), std::move(options)));
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// `connect` with an `establish`, as an asynchronous operation of Asio's: `async_connect` to a host,
/// but for these.
///
/// * `establish` is moved. It is that of `connect`.
/// * `token`: any completion token, for `void(error_code, T)`, where `T` is what `establish` yields.
///   If there is no `T()` for an error, it is a `std::optional<T>`. It can be left out, where there
///   are options, if the executor has a default one.
template <class Place, class Establish,
          class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>> && detail::establishes<Establish>
auto async_connect(Place&& place, detail::host_argument host, detail::service_argument service,
                   Establish establish, connect_options options,
                   Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  using value = detail::spawned_value<detail::established_by<Establish>>;
  return detail::asio::async_initiate<Token, void(error_code, value)>(
      detail::initiate_established<detail::executor_at<Place>>(detail::executor_of(place)), token,
      std::move(host).take(), std::move(service).take(), std::move(establish),
      detail::kept_options(options));
}

/// The same, with the default options.
template <class Place, class Establish, class Token>
  requires detail::place<std::remove_cvref_t<Place>> && detail::establishes<Establish> &&
           (!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(Place&& place, detail::host_argument host, detail::service_argument service,
                   Establish establish, Token&& token) {
  return async_connect(std::forward<Place>(place), std::move(host), std::move(service),
                       std::move(establish), connect_options(), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
