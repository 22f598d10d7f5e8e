// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <boost/asio/io_context.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>

// Nobody listens on port 1: being told so is the success.
int main() {
  bool refused = false;
  boost::asio::io_context context;
  eyeballs::async_connect(context.get_executor(), "localhost", "1", [&](auto error, auto) {
    std::cout << error.message() << '\n';
    refused = static_cast<bool>(error);
  });
  context.run();
  return refused ? 0 : 1;
}
