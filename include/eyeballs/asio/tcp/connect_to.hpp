// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects a TCP socket to one endpoint.
//
//     tcp::socket s = co_await connect_to(executor, endpoint);

#include <utility>

#include "../endpoint.hpp"
#include "connect_attempt.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline constexpr connect_options default_options;

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
  return detail::connect_attempt(std::move(executor), 0, {without_mapping(endpoint)},
                                 detail::default_options, {});
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
