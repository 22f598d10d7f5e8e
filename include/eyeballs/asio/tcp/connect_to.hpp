// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects a TCP socket to one endpoint.
//
//     tcp::socket s = co_await connect_to(executor, endpoint);

#include <utility>

#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "../use_task.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Cancelled at the socket: cheaper than a cancellation slot, and there since ever.
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
  tcp::endpoint endpoint_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Yields a connected socket on `executor`. An error names the endpoint. A stop closes the socket.
inline task<tcp::socket> connect_to(detail::asio::any_io_executor executor,
                                    tcp::endpoint endpoint) {
  tcp::socket socket(std::move(executor));
  error_code code;
  socket.open(endpoint.protocol(), code);
  if (code) co_return fail(std::error_code(code), to_string(endpoint));
  auto connected = co_await as_result(detail::tcp_connect_operation(socket, endpoint));
  if (!connected) co_return fail(connected.error().code(), to_string(endpoint));
  co_return socket;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
