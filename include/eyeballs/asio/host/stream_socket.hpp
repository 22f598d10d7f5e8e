// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Stream sockets as Asio does not open them: no program that is started meanwhile inherits them, and a
// bind takes no port from other destinations.

#include <utility>

#include "../../core/result.hpp"
#include "../config.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "system_sockets.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A protocol whose sockets no program inherits that is started meanwhile. Asio opens one by it, and
/// then knows that nobody has a copy: who assigns a socket to it pays a system call more for its close.
template <class Protocol> class close_on_exec {
 public:
  using endpoint = typename Protocol::endpoint;

  close_on_exec(const Protocol& of) noexcept : of_(of) {}

  operator Protocol() const noexcept { return of_; }

  int family() const noexcept { return of_.family(); }

  int type() const noexcept { return of_.type() | close_on_exec_type; }

  int protocol() const noexcept { return of_.protocol(); }

 private:
  Protocol of_;
};

/// Assigns a socket of the system's. `socket` is closed, and stays so if there is an error.
template <class Socket>
error_code open_and_assign(Socket& socket, const typename Socket::protocol_type& protocol) {
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

/// A socket that is open; or one that is closed, and then `end` says why.
template <class Socket> Socket open_stream_socket(const typename Socket::executor_type& executor,
                                                  const typename Socket::protocol_type& protocol,
                                                  result<void>& end) {
  error_code code;
  try {
    if constexpr (close_on_exec_type != 0) {
      using opened = close_on_exec<typename Socket::protocol_type>;
      asio::basic_stream_socket<opened, typename Socket::executor_type> socket(executor);
      socket.open(protocol, code);
      if (!code) return Socket(std::move(socket));
    } else {
      Socket socket(executor);
      code = open_and_assign(socket, protocol);
      if (!code) return socket;
    }
    end = error(from_asio(code));
  } catch (...) { end = error::current(); }
  return Socket(executor);
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
