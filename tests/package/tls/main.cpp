// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <asio/io_context.hpp>
#include <eyeballs/asio.hpp>
#include <eyeballs/asio/tls.hpp>
#include <iostream>

// Nobody listens at port 1 of loopback: not to connect is the success.
int main() {
  bool failed = false;
  asio::io_context context;
  asio::ssl::context tls(asio::ssl::context::tls_client);
  eyeballs::async_connect_tls(context.get_executor(), tls, "127.0.0.1", "1", [&](auto error, auto) {
    std::cout << error.message() << '\n';
    failed = static_cast<bool>(error);
  });
  context.run();
  return failed ? 0 : 1;
}
