// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for a TCP socket to be connected.

#include "../../core/result.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../runtime/asio_wait.hpp"
#include "attempt_error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether TCP has connected the socket to itself: nobody listens at `peer`, which is on this host,
/// and the port that the socket was given happens to be that one.
template <class Socket>
bool has_met_itself(const Socket& socket, const tcp::endpoint& peer) noexcept {
  error_code ignored;
  const tcp::endpoint own = socket.local_endpoint(ignored);
  return own.port() == peer.port() && own == socket.remote_endpoint(ignored);
}

/// Closes by a reset, so that the port is free at once for who is to listen there.
template <class Socket> void reset(Socket& socket) noexcept {
  error_code ignored;
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

/// How the connect of a socket has ended, since `connected` is what the system says. Its error is about
/// the endpoint; a socket that has met itself is closed, and was refused.
template <class Socket> result<void> end_of_connect(const result<void>& connected, Socket& socket,
                                                    const tcp::endpoint& endpoint) {
  if (!connected) return socket_error(connected.error().code(), endpoint);
  if (!has_met_itself(socket, endpoint)) return {};
  reset(socket);
  return socket_error(std::make_error_code(std::errc::connection_refused), endpoint);
}

/// Connects the socket, which is open. Socket and endpoint outlive it. It is cancelled at the socket,
/// which is cheaper than a cancellation slot. It ends as `end_of_connect` says.
class tcp_connect_operation : public asio_wait<tcp_connect_operation, error_code> {
 public:
  tcp_connect_operation(tcp::socket& s, const tcp::endpoint& e) noexcept
      : socket_(s), endpoint_(e) {}

  result<void> take() { return end_of_connect(asio_wait::take(), socket_, endpoint_); }

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

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
