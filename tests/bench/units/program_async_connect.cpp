// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program with one call of `async_connect`.

#include <asio/io_context.hpp>
#include <cstdio>
#include <eyeballs/asio/connect.hpp>

int main() {
  asio::io_context io;
  eyeballs::async_connect(io, "localhost", "80",
                          [](asio::error_code code, const asio::ip::tcp::socket&) {
                            std::puts(code ? "failed" : "connected");
                          });
  io.run();
}
