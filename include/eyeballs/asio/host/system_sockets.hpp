// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system is asked of sockets. See system_names.hpp for where it is defined.

#include <cstdint>

#include "../config.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef _WIN32
using native_socket = std::uintptr_t;  // a SOCKET
#else
using native_socket = int;
#endif

inline constexpr native_socket no_socket = static_cast<native_socket>(-1);

/// A new socket, as Asio opens it, which no program that is started inherits; `no_socket` if there
/// is none, as `last_system_error` tells.
inline native_socket open_native(int family, int type, int protocol) noexcept;

inline void close_native(native_socket socket) noexcept;

/// Why the last call of this page on this thread that can fail has failed.
inline error_code last_system_error() noexcept;

/// Before a bind to port 0: the port is to be chosen when the socket is connected, so that sockets to
/// different destinations may have the same one. Where the system can't do so, nothing is done.
inline void choose_port_late(tcp::socket& socket) noexcept;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

// clang-format off
#ifdef _WIN32
#include "windows/sockets.hpp"
#else
#include "posix/sockets.hpp"
#endif
// clang-format on
