// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `async_connect` of a new socket, to one of a list of endpoints.
//
//     async_connect(executor, resolver_results, [](error_code ec, tcp::socket socket) { ... });

#include <type_traits>
#include <utility>
#include <vector>

#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../runtime/initiation.hpp"
#include "arguments.hpp"
#include "completion_arguments.hpp"
#include "connect_callers_socket.hpp"
#include "initiate_list.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The protocol of what a list has: endpoints, or what tells their type as the entries of a lookup do.
template <class Element> struct endpoint_named_by : std::type_identity<Element> {};

template <class Element>
  requires requires { typename Element::endpoint_type; }
struct endpoint_named_by<Element> : std::type_identity<typename Element::endpoint_type> {};

template <class List> using endpoint_in_list =
    typename endpoint_named_by<std::remove_cvref_t<element_of<List>>>::type;

template <class List> using socket_for_list =
    typename endpoint_in_list<List>::protocol_type::socket;

template <class List> concept list_of_endpoints = requires {
  typename List::iterator;
  typename socket_for_list<List>;
} && endpoint_list_of<List, endpoint_in_list<List>>;

/// A list of TCP endpoints is tried with the options. Of any other protocol there are none.
template <class = void> task<tcp::socket> connect_listed(asio::any_io_executor executor,
                                                         std::vector<tcp::endpoint> listed,
                                                         connect_options options) {
  if (listed.empty()) co_return fail(make_error_code(errc::no_endpoints));
  tcp::socket socket(std::move(executor));
  const target to{{}, {}, std::move(listed)};
  callers_tcp_socket_on<asio::any_io_executor> own(socket);
  auto reached = co_await as_result(connect_callers_socket(own, to, options));
  if (!reached) co_return fail(std::move(reached).error());
  co_return socket;
}

template <class List>
task<socket_for_list<List>> connect_listed_of(asio::any_io_executor executor, List listed) {
  socket_for_list<List> socket(executor);
  using protocol = typename socket_for_list<List>::protocol_type;
  socket_list<protocol, asio::any_io_executor, List, try_all> list(socket, std::move(listed), {});
  auto place = co_await as_result(race_list(list));
  if (!place) co_return fail(std::move(place).error());
  co_return socket;
}

template <class Executor> class initiate_listed : public initiation<Executor> {
 public:
  using initiation<Executor>::initiation;

  template <class Handler> void operator()(Handler&& handler, std::vector<tcp::endpoint> listed,
                                           kept_options options) const {
    using sockets = socket_arguments<tcp::socket, Executor>;
    using arguments = arguments_with_key<sockets>;
    const auto make = [&, used = options.get()] {
      return connect_listed(this->executor_, std::move(listed), used);
    };
    spawned<Executor, tcp::socket, std::decay_t<Handler>, arguments>::start_made(
        this->executor_, make, std::decay_t<Handler>(std::forward<Handler>(handler)),
        arguments(sockets(this->executor_), std::move(options)));
  }

  template <class Handler, class List> void operator()(Handler&& handler, List listed) const {
    using socket = socket_for_list<List>;
    using arguments = socket_arguments<socket, Executor>;
    const auto make = [&] { return connect_listed_of(this->executor_, std::move(listed)); };
    spawned<Executor, socket, std::decay_t<Handler>, arguments>::start_made(
        this->executor_, make, std::decay_t<Handler>(std::forward<Handler>(handler)),
        arguments(this->executor_));
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects a new TCP socket to one of several endpoints, with options. The first one of the list is
/// tried first, and the families take turns. For the rest it is as with a host.
///
/// * `place`: the executor that the socket, and the connect itself, run on; or an execution context.
/// * `endpoints`: a container of endpoints, or of what converts to them. It is copied.
/// * `token`: any completion token, for `void(error_code, tcp::socket)`.
template <class Place, class Endpoints,
          class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>> &&
           detail::endpoint_list_of<Endpoints, tcp::endpoint>
auto async_connect(Place&& place, const Endpoints& endpoints, connect_options options,
                   Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  return detail::asio::async_initiate<Token, void(error_code, tcp::socket)>(
      detail::initiate_listed<detail::executor_at<Place>>(detail::executor_of(place)), token,
      std::vector<tcp::endpoint>(endpoints.begin(), endpoints.end()),
      detail::kept_options(options));
}

/// The same for endpoints of any stream protocol, with the default options: for
/// `void(error_code, Protocol::socket)`.
template <class Place, class Endpoints,
          class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>> && detail::list_of_endpoints<Endpoints> &&
           (!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(Place&& place, const Endpoints& endpoints,
                   Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  using socket = detail::socket_for_list<Endpoints>;
  if constexpr (std::is_same_v<socket, tcp::socket>) {
    return async_connect(std::forward<Place>(place), endpoints, connect_options(),
                         std::forward<Token>(token));
  } else {
    return detail::asio::async_initiate<Token, void(error_code, socket)>(
        detail::initiate_listed<detail::executor_at<Place>>(detail::executor_of(place)), token,
        Endpoints(endpoints));
  }
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
