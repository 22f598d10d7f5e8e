// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <asio/io_context.hpp>
#include <string>

#include "eyeballs/asio.hpp"

bool standalone_connects(unsigned short port) {
  bool connected = false;
  asio::io_context io;
  eyeballs::async_connect(
      io, "127.0.0.1", std::to_string(port),
      [&](asio::error_code code, asio::ip::tcp::socket s) { connected = !code && s.is_open(); });
  io.run();
  return connected;
}
