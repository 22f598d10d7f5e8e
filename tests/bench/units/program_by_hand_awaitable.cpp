// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The same as `program_async_connect`, by hand with coroutines and `||`, and Asio's resolver.

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <chrono>
#include <cstdio>
#include <exception>
#include <vector>

#include "../by_hand_awaitable.hpp"

namespace {

asio::awaitable<void> connect_to_localhost() {
  using asio::ip::tcp;
  const char* end = "failed";
  try {
    tcp::resolver resolver(co_await asio::this_coro::executor);
    const auto found = co_await resolver.async_resolve("localhost", "80", asio::use_awaitable);
    const std::vector<tcp::endpoint> endpoints(found.begin(), found.end());
    co_await by_hand::connect(endpoints, std::chrono::milliseconds(250));
    end = "connected";
  } catch (const std::exception&) {}
  std::puts(end);
}

}  // namespace

int main() {
  asio::io_context io;
  asio::co_spawn(io, connect_to_localhost(), asio::detached);
  io.run();
}
