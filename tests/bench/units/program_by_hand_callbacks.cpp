// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The same as `program_async_connect`, by hand with callbacks, and Asio's resolver.

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <chrono>
#include <cstdio>
#include <vector>

#include "../by_hand_callbacks.hpp"

int main() {
  using asio::ip::tcp;
  asio::io_context io;
  tcp::resolver resolver(io);
  resolver.async_resolve("localhost", "80", [&](asio::error_code code, const auto& found) {
    if (code) return void(std::puts("failed"));
    const std::vector<tcp::endpoint> endpoints(found.begin(), found.end());
    by_hand::async_connect(io.get_executor(), endpoints, std::chrono::milliseconds(250),
                           [](asio::error_code end, const std::vector<by_hand::attempt_error>&,
                              const tcp::socket&) { std::puts(end ? "failed" : "connected"); });
  });
  io.run();
}
