// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The README's program: connects to a host by its name, and prints to which address, or what became
// of every address.
//
//     quick_start HOST SERVICE

#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>

using eyeballs::tcp;

eyeballs::task<> program(asio::io_context& context, std::string host, std::string service) {
  eyeballs::result<tcp::socket> socket =
      co_await as_result(eyeballs::connect(context.get_executor(), host, service));
  if (socket) {
    std::cout << "connected to " << socket->remote_endpoint() << '\n';
  } else {
    std::cout << socket.error().message() << '\n';
  }
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  asio::io_context context;
  eyeballs::co_spawn(context, program(context, argv[1], argv[2]), asio::detached);
  context.run();
}
