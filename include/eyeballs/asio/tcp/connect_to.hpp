// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects a TCP socket to one endpoint.
//
//     tcp::socket s = co_await connect_to(executor, endpoint);

#include "../../core/task.hpp"
#include "../endpoint.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects to one endpoint. An IPv4-mapped IPv6 address is the IPv4 address.
///
/// * Yields a connected socket on `executor`, which is close-on-exec.
/// * Ends with an error that is about the endpoint, and has the system's code as a `std::errc`. If
///   the route is a blackhole, it is `network_unreachable`; if the socket has met itself, at a port
///   of this host where nobody listens, `connection_refused`.
/// * Ends stopped after a stop, and closes the socket.
/// * Resumes on the executor of the task, whose tree must run on Asio.
template <class = void>
task<tcp::socket> connect_to(detail::asio::any_io_executor executor, tcp::endpoint endpoint);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_SEPARATE_COMPILATION
namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<tcp::socket> connect_to<>(detail::asio::any_io_executor, tcp::endpoint);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
#else
#include "../impl/connect_to.hpp"
#endif
