// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// What an operation holds of the heap that waits for what does not come.

#include <asio/co_spawn.hpp>
#include <asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <eyeballs/asio.hpp>
#include <string>
#include <utility>
#include <vector>

#include "by_hand_awaitable.hpp"
#include "by_hand_callbacks.hpp"
#include "loopback.hpp"
#include "plain.hpp"
#include "resolvers.hpp"
#include "rows.hpp"

namespace {

using bench::tcp;
using eyeballs::task;

constexpr auto delay = std::chrono::hours(1);

task<> await_for_ever() { co_await eyeballs::never(); }

task<> never_connects() {
  std::vector<task<int>> connectors;
  connectors.push_back([]() -> task<int> {
    co_await eyeballs::never();
    co_return 0;
  }());
  co_await eyeballs::happy_eyeballs(delay, std::move(connectors));
}

task<> connects_to(asio::any_io_executor executor, tcp::endpoint server) {
  std::vector<task<tcp::socket>> connectors;
  connectors.push_back(eyeballs::connect_to(std::move(executor), server));
  co_await eyeballs::happy_eyeballs(delay, std::move(connectors));
}

asio::awaitable<void> connects_by_hand(tcp::endpoint server) {
  std::vector<tcp::endpoint> servers{server};
  co_await by_hand::connect(std::move(servers), delay);
}

constexpr auto never_called = [](const auto&...) { bench::expect(false, "an end"); };

/// Starts so many, and lets them run until all wait. They do so until the program ends.
auto held(auto start) {
  return [start](std::size_t times) {
    static asio::io_context io;
    for (; times > 0; --times) start(io);
    io.poll();
  };
}

tcp::endpoint nobody() {
  static const bench::silent server;
  return server.endpoint();
}

void spawn_task(asio::io_context& io) { eyeballs::co_spawn(io, await_for_ever(), never_called); }

void spawn_connector(asio::io_context& io) {
  eyeballs::co_spawn(io, never_connects(), never_called);
}

void connect_in_task(asio::io_context& io) {
  eyeballs::co_spawn(io, connects_to(io.get_executor(), nobody()), never_called);
}

void connect_to_address(asio::io_context& io) {
  eyeballs::async_connect(io, nobody().address().to_string(), std::to_string(nobody().port()),
                          never_called);
}

void look_up(asio::io_context& io) {
  static bench::silent_resolver dns;
  eyeballs::connect_options options;
  options.resolver = &dns;
  eyeballs::async_connect(io, "silent.test", "80", options, never_called);
}

void connect_plainly(asio::io_context& io) {
  static const std::vector<tcp::endpoint> servers{nobody()};
  bench::plain_connect(io, servers, never_called);
}

void connect_by_callbacks(asio::io_context& io) {
  by_hand::async_connect(io.get_executor(), {nobody()}, delay, never_called);
}

void connect_by_awaitable(asio::io_context& io) {
  asio::co_spawn(io, connects_by_hand(nobody()), never_called);
}

}  // namespace

int main(int argc, char** argv) {
  const auto row = [](const char* name, auto start) {
    return bench::row{name, 100, 900, held(start)};
  };
  const std::vector<bench::row> rows{
      row("a task that waits: eyeballs, spawned", spawn_task),
      row("a connector that waits: happy_eyeballs, spawned", spawn_connector),
      row("nobody answers: happy_eyeballs, spawned", connect_in_task),
      row("nobody answers: eyeballs::async_connect", connect_to_address),
      row("nobody answers: asio::async_connect", connect_plainly),
      row("nobody answers: by hand, callbacks", connect_by_callbacks),
      row("nobody answers: by hand, awaitable", connect_by_awaitable),
      row("the resolver does not answer: eyeballs::async_connect", look_up),
  };
  return bench::run_rows(rows, argc, argv);
}
