// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `async_connect` with the arguments of `asio::async_connect`: it connects a socket of the caller's to
// one of several endpoints.
//
//     async_connect(socket, resolver_results, [](error_code ec, tcp::endpoint reached) { ... });

#include <type_traits>
#include <utility>

#include "arguments.hpp"
#include "initiate_list.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects a socket to one of several endpoints. It is a call of `asio::async_connect`, with one
/// word changed; but the endpoints are not tried one after another, but raced by `happy_eyeballs`,
/// with the default options.
///
/// * `socket`: of any stream protocol and any executor. As with Asio, it outlives the operation and
///   is closed first, so that options that were set on it are lost. It keeps its executor.
/// * `endpoints`: a container of endpoints, or of what converts to them, as the results of a lookup.
///   It is copied. The first one is tried first; after it, if they are of IP, the families take
///   turns (RFC 8305, section 4).
/// * `condition(error, endpoint)`: asked before each attempt whether to make it. `error` is that of
///   the last attempt that has failed. It is copied.
/// * `token`: any completion token, for `void(error_code, Protocol::endpoint)`.
///
/// The first attempt runs in the socket itself, which is opened at once. If the caller closes it
/// before the handler is called, or cancels its operations, nothing is delivered, and the code is
/// `operation_aborted`: at once while the first attempt is pending, and otherwise when the next
/// attempt begins or ends.
///
/// When all have failed, the code is the first one's, and the socket is closed; where there was
/// nothing to try, it is `asio::error::not_found`. As with Asio a `terminal` or `partial` cancellation,
/// by the handler's slot, stops it, and no `total` one; it closes the socket. It runs on the handler's associated executor; that is otherwise
/// the socket's. For allocator and lifetime see `co_spawn`.
template <class Protocol, class Executor, class Endpoints, class Condition,
          class Token = detail::default_token<Executor>>
  requires(!std::is_void_v<Token>) &&
          detail::endpoint_list_of<Endpoints, typename Protocol::endpoint> &&
          detail::connect_condition<Condition, detail::element_of<Endpoints>>
auto async_connect(detail::asio::basic_socket<Protocol, Executor>& socket,
                   const Endpoints& endpoints, Condition condition,
                   Token&& token = detail::default_token<Executor>()) {
  using endpoint = typename Protocol::endpoint;
  using what = detail::endpoint_reached<endpoint>;
  return detail::asio::async_initiate<Token, void(error_code, endpoint)>(
      detail::initiate_list<what, Protocol, Executor>(socket), token, Endpoints(endpoints),
      std::move(condition), endpoint());
}

/// The same, without a condition.
template <class Protocol, class Executor, class Endpoints,
          class Token = detail::default_token<Executor>>
  requires detail::endpoint_list_of<Endpoints, typename Protocol::endpoint>
auto async_connect(detail::asio::basic_socket<Protocol, Executor>& socket,
                   const Endpoints& endpoints, Token&& token = detail::default_token<Executor>()) {
  using endpoint = typename Protocol::endpoint;
  using what = detail::endpoint_reached<endpoint>;
  return detail::asio::async_initiate<Token, void(error_code, endpoint)>(
      detail::initiate_list<what, Protocol, Executor>(socket), token, Endpoints(endpoints),
      detail::try_all(), endpoint());
}

/// The same for the endpoints from `begin` to `end`, which outlive the operation. The token is for
/// `void(error_code, Iterator)`; the iterator is that of the endpoint which was reached, or `end`.
template <class Protocol, class Executor, class Iterator, class Condition,
          class Token = detail::default_token<Executor>>
  requires(!std::is_void_v<Token>) &&
          detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint> &&
          detail::connect_condition<Condition, detail::element_at<Iterator>>
auto async_connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                   Iterator end, Condition condition,
                   Token&& token = detail::default_token<Executor>()) {
  using what = detail::iterator_reached<Iterator>;
  detail::iterator_range<Iterator> all(std::move(begin), end);
  return detail::asio::async_initiate<Token, void(error_code, Iterator)>(
      detail::initiate_list<what, Protocol, Executor>(socket), token, std::move(all),
      std::move(condition), std::move(end));
}

/// The same, without a condition.
template <class Protocol, class Executor, class Iterator,
          class Token = detail::default_token<Executor>>
  requires detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint>
auto async_connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                   Iterator end, Token&& token = detail::default_token<Executor>()) {
  using what = detail::iterator_reached<Iterator>;
  detail::iterator_range<Iterator> all(std::move(begin), end);
  return detail::asio::async_initiate<Token, void(error_code, Iterator)>(
      detail::initiate_list<what, Protocol, Executor>(socket), token, std::move(all),
      detail::try_all(), std::move(end));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
