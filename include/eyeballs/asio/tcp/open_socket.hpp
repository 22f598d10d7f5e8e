// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Opens the socket of an attempt.

#include "../connect_options.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Binds the socket, if the options have a local address for its family.
inline error_code bind_socket(tcp::socket& socket, address_family family,
                              const connect_options& options) {
  error_code code;
  if (family == address_family::v6 && options.local_v6) socket.bind({*options.local_v6, 0}, code);
  if (family == address_family::v4 && options.local_v4) socket.bind({*options.local_v4, 0}, code);
  return code;
}

/// Opens, binds and prepares a socket, as the options say.
inline error_code open_socket(tcp::socket& socket, const tcp::endpoint& endpoint,
                              const connect_options& options) {
  error_code code;
  socket.open(endpoint.protocol(), code);
  if (!code) code = bind_socket(socket, family_of(endpoint), options);
  if (!code && options.prepare) code = options.prepare->prepare(socket, endpoint);
  return code;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
