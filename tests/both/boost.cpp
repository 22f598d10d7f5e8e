// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <boost/asio/io_context.hpp>
#include <string>

#include "eyeballs/asio.hpp"

bool boost_connects(unsigned short port) {
  bool connected = false;
  boost::asio::io_context io;
  eyeballs::async_connect(io, "127.0.0.1", std::to_string(port),
                          [&](boost::system::error_code code, boost::asio::ip::tcp::socket s) {
                            connected = !code && s.is_open();
                          });
  io.run();
  return connected;
}
