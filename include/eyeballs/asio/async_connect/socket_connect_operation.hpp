// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for a socket of any protocol and executor to be connected.

#include <optional>
#include <type_traits>
#include <utility>

#include "../../core/result.hpp"
#include "../endpoint.hpp"
#include "../runtime/asio_wait.hpp"
#include "../tcp/connect_operation.hpp"

#include EYEBALLS_ASIO_HEADER(basic_socket.hpp)
#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(prefer.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The executor, which keeps its context at work.
template <class Executor> using working = std::decay_t<decltype(asio::prefer(
    std::declval<const Executor&>(), asio::execution::outstanding_work.tracked))>;

/// The error of a connect to an endpoint, by what the system says.
template <class Endpoint> error connect_error_at(const std::error_code& code, const Endpoint& to) {
  if constexpr (std::is_same_v<Endpoint, tcp::endpoint>) return socket_error(code, to);
  else return error(code);
}

/// Connects the socket, which is open. Socket and endpoint outlive it. A TCP socket's ends as
/// `end_of_connect` says.
template <class Protocol, class Executor> class socket_connect_operation
    : public asio_wait<socket_connect_operation<Protocol, Executor>, error_code> {
  using wait = asio_wait<socket_connect_operation, error_code>;
  using socket = asio::basic_socket<Protocol, Executor>;
  using endpoint = typename Protocol::endpoint;

 public:
  /// `until_begun`, if it is given, keeps the socket's context at work until the operation itself does.
  socket_connect_operation(socket& s, const endpoint& e,
                           std::optional<working<Executor>> until_begun = std::nullopt) noexcept
      : socket_(s), endpoint_(e), until_begun_(std::move(until_begun)) {}

  result<void> take() {
    if constexpr (std::is_same_v<Protocol, tcp>)
      return end_of_connect(wait::take(), socket_, endpoint_);
    else return wait::take();
  }

 private:
  friend wait;

  void initiate(typename wait::handler&& h) {
    socket_.async_connect(endpoint_, std::move(h));
    until_begun_.reset();
  }

  void abort() noexcept {
    error_code ignored;
    socket_.cancel(ignored);
  }

  socket& socket_;
  const endpoint& endpoint_;
  std::optional<working<Executor>> until_begun_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
