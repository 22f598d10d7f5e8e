// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// TCP sockets on POSIX systems.

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include "../system_sockets.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline error_code last_system_error() noexcept {
  return {errno, asio::error::get_system_category()};
}

/// Only where the system can't open it close-on-exec from the start, another thread's `exec` may
/// come between.
inline native_socket open_native(int family, int type, int protocol) noexcept {
#ifdef SOCK_CLOEXEC
  type |= SOCK_CLOEXEC;
#endif
  const int native = ::socket(family, type, protocol);
  if (native < 0) return no_socket;
#ifndef SOCK_CLOEXEC
  ::fcntl(native, F_SETFD, FD_CLOEXEC);
#endif
#ifdef SO_NOSIGPIPE
  const int yes = 1;  // as Asio's own sockets have it: a write to who has gone is no signal
  ::setsockopt(native, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  return native;
}

inline void close_native(native_socket socket) noexcept { ::close(socket); }

inline void choose_port_late([[maybe_unused]] tcp::socket& socket) noexcept {
#ifdef IP_BIND_ADDRESS_NO_PORT
  // Older kernels don't know it, and choose the port now.
  const int yes = 1;
  ::setsockopt(socket.native_handle(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
#endif
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
