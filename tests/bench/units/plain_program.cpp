// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The same with Asio alone: the yardstick of all other units.

#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <cstdio>

int main() {
  asio::io_context io;
  asio::ip::tcp::resolver resolver(io);
  asio::ip::tcp::socket socket(io);
  resolver.async_resolve("localhost", "80", [&](asio::error_code code, const auto& found) {
    if (code) return void(std::puts("failed"));
    asio::async_connect(socket, found, [](asio::error_code end, const auto&) {
      std::puts(end ? "failed" : "connected");
    });
  });
  io.run();
}
