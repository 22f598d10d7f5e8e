// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// TCP sockets on Windows.

#include <winsock2.h>
#include <ws2tcpip.h>

#include "../system_sockets.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline error_code last_system_error() noexcept {
  return {::WSAGetLastError(), asio::error::get_system_category()};
}

/// Asio has IPv6 sockets that take IPv4-mapped addresses, too, which is not Windows's default.
inline native_socket open_native(int family, int type, int protocol) noexcept {
  const SOCKET native = ::WSASocketW(family, type, protocol, nullptr, 0,
                                     WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
  if (native == INVALID_SOCKET || family != AF_INET6) return native;
  const DWORD no = 0;
  ::setsockopt(native, IPPROTO_IPV6, IPV6_V6ONLY, reinterpret_cast<const char*>(&no), sizeof no);
  return native;
}

inline void close_native(native_socket socket) noexcept { ::closesocket(socket); }

inline void choose_port_late(tcp::socket&) noexcept {}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
