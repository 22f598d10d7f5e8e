// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <asio/io_context.hpp>
#include <eyeballs/asio.hpp>
#include <eyeballs/asio/cares_resolver.hpp>
#include <iostream>

// Nobody answers at port 1 of loopback: not to find the name is the success.
int main() {
  bool failed = false;
  asio::io_context context;
  eyeballs::cares_resolver dns("127.0.0.1:1");
  eyeballs::async_connect(
      context.get_executor(), "name.test", "1",
      eyeballs::connect_options{.timeout = std::chrono::seconds(1), .resolver = &dns},
      [&](auto error, auto) {
        std::cout << error.message() << '\n';
        failed = static_cast<bool>(error);
      });
  context.run();
  return failed ? 0 : 1;
}
