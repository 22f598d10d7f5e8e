// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects a socket of the caller's to a host, or to what the caller lists, with options: as
// `connect` does, which makes a socket of its own. It is compiled once.

#include <string>
#include <vector>

#include "../../core/task.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "callers_tcp_socket.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Where a caller's socket is to be connected.
struct target {
  std::string host;
  std::string service;
  std::vector<tcp::endpoint> listed;  // if there are any, there is no name
};

/// Yields where the socket is connected to. Ends with `operation_canceled` if the caller has given up.
template <class = void> task<tcp::endpoint> connect_callers_socket(callers_tcp_socket& caller,
                                                                   const target& to,
                                                                   const connect_options& options);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_SEPARATE_COMPILATION
namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<tcp::endpoint> connect_callers_socket<>(callers_tcp_socket&, const target&,
                                                             const connect_options&);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
#else
#include "../impl/connect_callers_socket.hpp"
#endif
