// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Stream sockets as Asio does not open them: no program that is started meanwhile inherits them, and a
// bind takes no port from other destinations.

#include "../config.hpp"
#include "../endpoint.hpp"
#include "system_sockets.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Opens a socket that is closed. Compared with Asio's own `open`, it costs one system call more
/// when the socket is closed, since Asio does not know that nobody has a copy of it. (A protocol whose
/// type has the flag would spare that, but to Asio its sockets are no streams, which have an end.)
template <class Socket>
error_code open_stream_socket(Socket& socket, const typename Socket::protocol_type& protocol) {
  const native_socket native = open_native(protocol.family(), protocol.type(), protocol.protocol());
  if (native == no_socket) return last_system_error();

  error_code code;
  try {
    socket.assign(protocol, native, code);
  } catch (...) {  // there is no memory for Asio's part
    close_native(native);
    throw;
  }
  if (code) close_native(native);
  return code;
}

/// Binds to an address, with any port. Where the system can, it chooses the port when the socket is
/// connected, so that sockets to different destinations may have the same one.
inline error_code bind_to_address(tcp::socket& socket, const asio::ip::address& address) {
  choose_port_late(socket);
  error_code code;
  socket.bind({address, 0}, code);
  return code;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
