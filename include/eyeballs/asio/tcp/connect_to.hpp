// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects a TCP socket to one endpoint.
//
//     tcp::socket s = co_await connect_to(executor, endpoint);

#include <utility>

#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../use_task.hpp"
#include "attempt_error.hpp"
#include "open_socket.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Socket and endpoint outlive it. It is cancelled at the socket, which is cheaper than a
/// cancellation slot.
class tcp_connect_operation : public asio_wait<tcp_connect_operation, error_code> {
 public:
  tcp_connect_operation(tcp::socket& s, const tcp::endpoint& e) noexcept
      : socket_(s), endpoint_(e) {}

 private:
  friend asio_wait;

  void initiate(handler&& h) { socket_.async_connect(endpoint_, std::move(h)); }

  void abort() noexcept {
    error_code ignored;
    socket_.cancel(ignored);
  }

  tcp::socket& socket_;
  const tcp::endpoint& endpoint_;
};

/// Whether TCP has connected the socket to itself: nobody listens at `peer`, which is on this host,
/// and the port that the socket was given happens to be that one.
inline bool has_met_itself(const tcp::socket& socket, const tcp::endpoint& peer) noexcept {
  error_code ignored;
  const tcp::endpoint own = socket.local_endpoint(ignored);
  return own.port() == peer.port() && own == socket.remote_endpoint(ignored);
}

/// Closes by a reset, so that the port is free at once for who is to listen there.
inline void reset(tcp::socket& socket) noexcept {
  error_code ignored;
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

/// `connect_to`, with a socket that is opened as the options say. They outlive the task.
inline task<tcp::socket> open_and_connect(asio::any_io_executor executor, destination to,
                                          const connect_options& options) {
  tcp::socket socket(std::move(executor));
  auto opened = open_socket(socket, to, options);
  if (!opened) co_return fail(std::move(opened).error());

  auto connected = co_await as_result(tcp_connect_operation(socket, to.endpoint));
  if (!connected) co_return fail(connect_error(connected.error().code(), to.endpoint));
  if (has_met_itself(socket, to.endpoint)) {
    reset(socket);
    co_return fail(std::make_error_code(std::errc::connection_refused),
                   tcp_subject{to.endpoint, &to_string});
  }
  co_return socket;
}

inline const connect_options default_options;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects to one endpoint. An IPv4-mapped IPv6 address is the IPv4 address.
///
/// * Yields a connected socket on `executor`, which is close-on-exec.
/// * Ends with an error that is about the endpoint, and has the system's code as a `std::errc`. If
///   the route is a blackhole, it is `network_unreachable`; if the socket has met itself, at a port
///   of this host where nobody listens, `connection_refused`.
/// * Ends stopped after a stop, and closes the socket.
/// * Resumes on the executor of the task, whose tree must run on Asio.
inline task<tcp::socket> connect_to(detail::asio::any_io_executor executor,
                                    tcp::endpoint endpoint) {
  return detail::open_and_connect(std::move(executor), {without_mapping(endpoint)},
                                  detail::default_options);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
