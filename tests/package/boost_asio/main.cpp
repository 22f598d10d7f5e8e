// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>

using boost::asio::ip::tcp;

// Connects, by name, to a socket of its own that listens on the loopback address.
int main() {
  boost::asio::io_context context;
  const tcp::acceptor listening(context, {boost::asio::ip::address_v4::loopback(), 0});
  const std::string port = std::to_string(listening.local_endpoint().port());

  bool connected = false;
  eyeballs::async_connect(context.get_executor(), "localhost", port, [&](auto error, auto socket) {
    std::cout << "connect: " << error.message() << '\n';
    connected = !error && socket.is_open();
  });
  context.run();
  return connected ? 0 : 1;
}
