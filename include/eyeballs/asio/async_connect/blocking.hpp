// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `connect` with the arguments of `asio::connect`, for who has no loop that runs: the race runs in the
// call, on an execution context of its own.
//
//     tcp::endpoint reached = connect(socket, resolver_results);

#include <utility>

#include "arguments.hpp"
#include "callers_socket.hpp"
#include "initiate_list.hpp"

#include EYEBALLS_ASIO_HEADER(io_context.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects a socket of the context's own, which the caller's becomes then.
template <class What, class Protocol, class Executor, class List, class Condition>
typename What::type connect_blocking(asio::basic_socket<Protocol, Executor>& socket, List list,
                                     Condition condition, typename What::type none,
                                     error_code& code) {
  using own_executor = asio::io_context::executor_type;
  callers_socket caller(socket);
  caller.close();

  asio::io_context own_context(1);
  raced_socket<Protocol, own_executor> own(own_context.get_executor());
  typename What::type reached = none;
  const auto note = [&](const error_code& c, typename What::type r) {
    code = c;
    reached = std::move(r);
  };
  initiate_list<What, Protocol, own_executor> initiate(own);
  initiate(note, std::move(list), std::move(condition), std::move(none));
  own_context.run();
  if (code) return reached;

  const typename Protocol::endpoint peer = What::endpoint(reached);
  const result<void> delivered = caller.adopt(std::move(own), peer.protocol());
  if (!delivered) code = to_asio(delivered.error().code());
  return reached;
}

inline void throw_if(const error_code& code) {
  if (code) throw system_error(code, "connect");
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects a socket to one of several endpoints. It is a call of `asio::connect`, with one word
/// changed: but the endpoints are raced, as by `async_connect`, which says what the arguments are.
/// It blocks until that has ended.
///
/// Returns the endpoint that the socket is connected to. When all have failed, `code` is the first
/// one's error; it is `asio::error::not_found` where there was nothing to try. The socket is closed
/// then.
template <class Protocol, class Executor, class Endpoints, class Condition>
  requires detail::endpoint_list_of<Endpoints, typename Protocol::endpoint> &&
           detail::connect_condition<Condition, detail::element_of<Endpoints>>
auto connect(detail::asio::basic_socket<Protocol, Executor>& socket, const Endpoints& endpoints,
             Condition condition, error_code& code) {
  using endpoint = typename Protocol::endpoint;
  return detail::connect_blocking<detail::endpoint_reached<endpoint>>(
      socket, endpoints, std::move(condition), endpoint(), code);
}

/// The same. Throws the error.
template <class Protocol, class Executor, class Endpoints, class Condition>
  requires detail::endpoint_list_of<Endpoints, typename Protocol::endpoint> &&
           detail::connect_condition<Condition, detail::element_of<Endpoints>>
auto connect(detail::asio::basic_socket<Protocol, Executor>& socket, const Endpoints& endpoints,
             Condition condition) {
  error_code code;
  auto reached = connect(socket, endpoints, std::move(condition), code);
  detail::throw_if(code);
  return reached;
}

/// The same, without a condition.
template <class Protocol, class Executor, class Endpoints>
  requires detail::endpoint_list_of<Endpoints, typename Protocol::endpoint>
auto connect(detail::asio::basic_socket<Protocol, Executor>& socket, const Endpoints& endpoints,
             error_code& code) {
  return connect(socket, endpoints, detail::try_all(), code);
}

/// The same, without a condition. Throws the error.
template <class Protocol, class Executor, class Endpoints>
  requires detail::endpoint_list_of<Endpoints, typename Protocol::endpoint>
auto connect(detail::asio::basic_socket<Protocol, Executor>& socket, const Endpoints& endpoints) {
  return connect(socket, endpoints, detail::try_all());
}

/// The same for the endpoints from `begin` to `end`. Returns the iterator of the endpoint that was
/// reached, or `end`.
template <class Protocol, class Executor, class Iterator, class Condition>
  requires detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint> &&
           detail::connect_condition<Condition, detail::element_at<Iterator>>
Iterator connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                 Iterator end, Condition condition, error_code& code) {
  detail::iterator_range<Iterator> all(std::move(begin), end);
  return detail::connect_blocking<detail::iterator_reached<Iterator>>(
      socket, std::move(all), std::move(condition), std::move(end), code);
}

/// The same. Throws the error.
template <class Protocol, class Executor, class Iterator, class Condition>
  requires detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint> &&
           detail::connect_condition<Condition, detail::element_at<Iterator>>
Iterator connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                 Iterator end, Condition condition) {
  error_code code;
  Iterator reached = connect(socket, std::move(begin), std::move(end), std::move(condition), code);
  detail::throw_if(code);
  return reached;
}

/// The same, without a condition.
template <class Protocol, class Executor, class Iterator>
  requires detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint>
Iterator connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                 Iterator end, error_code& code) {
  return connect(socket, std::move(begin), std::move(end), detail::try_all(), code);
}

/// The same, without a condition. Throws the error.
template <class Protocol, class Executor, class Iterator>
  requires detail::endpoint_iterator_of<Iterator, typename Protocol::endpoint>
Iterator connect(detail::asio::basic_socket<Protocol, Executor>& socket, Iterator begin,
                 Iterator end) {
  return connect(socket, std::move(begin), std::move(end), detail::try_all());
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
