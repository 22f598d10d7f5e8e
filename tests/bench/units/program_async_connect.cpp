// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program with one call of `async_connect`.

#include <asio/io_context.hpp>
#include <cstdio>
#if __has_include(<eyeballs/asio/async_connect.hpp>)
#include <eyeballs/asio/async_connect.hpp>
#else
#include <eyeballs/asio/connect.hpp>  // before 0.2
#endif

int main() {
  asio::io_context io;
  eyeballs::async_connect(io, "localhost", "80",
                          [](asio::error_code code, const asio::ip::tcp::socket&) {
                            std::puts(code ? "failed" : "connected");
                          });
  io.run();
}
