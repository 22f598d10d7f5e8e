// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Stream sockets as Asio does not open them: no program that is started meanwhile inherits them, and a
// bind takes no port from other destinations.

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include "../config.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline error_code last_system_error() noexcept {
  return {errno, asio::error::get_system_category()};
}

/// A new socket that is close-on-exec; negative, if there is none. Only where the system can't open
/// it so from the start, another thread's `exec` may come between.
template <class Protocol> int open_native(const Protocol& protocol) noexcept {
#ifdef SOCK_CLOEXEC
  return ::socket(protocol.family(), protocol.type() | SOCK_CLOEXEC, protocol.protocol());
#else
  const int native = ::socket(protocol.family(), protocol.type(), protocol.protocol());
  if (native >= 0) ::fcntl(native, F_SETFD, FD_CLOEXEC);
  return native;
#endif
}

/// Opens a socket that is closed. Compared with Asio's own `open`, it costs one system call more
/// when the socket is closed, since Asio does not know that nobody has a copy of it.
template <class Socket>
error_code open_stream_socket(Socket& socket, const typename Socket::protocol_type& protocol) {
  const int native = open_native(protocol);
  if (native < 0) return last_system_error();
#ifdef SO_NOSIGPIPE
  const int yes = 1;  // as Asio's own sockets have it: a write to who has gone is no signal
  ::setsockopt(native, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif

  error_code code;
  try {
    socket.assign(protocol, native, code);
  } catch (...) {  // there is no memory for Asio's part
    ::close(native);
    throw;
  }
  if (code) ::close(native);
  return code;
}

/// Binds to an address, with any port. Where the system can, it chooses the port when the socket is
/// connected, so that sockets to different destinations may have the same one.
inline error_code bind_to_address(tcp::socket& socket, const asio::ip::address& address) {
#ifdef IP_BIND_ADDRESS_NO_PORT
  // Older kernels don't know it, and choose the port now.
  const int yes = 1;
  ::setsockopt(socket.native_handle(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
#endif
  error_code code;
  socket.bind({address, 0}, code);
  return code;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
