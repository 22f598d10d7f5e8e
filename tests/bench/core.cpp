// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Tasks, and the ways to combine them, beside Asio's own coroutines.

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <eyeballs/asio.hpp>
#include <eyeballs/eyeballs.hpp>
#include <utility>
#include <vector>

#include "rows.hpp"

namespace {

using namespace std::chrono_literals;
using bench::expect;
using eyeballs::task;

task<int> ready() { co_return 1; }

task<int> pending() {
  co_await eyeballs::never();
  co_return 0;
}

task<int> chain(int length) {
  if (length == 1) co_return 1;
  const int rest = co_await chain(length - 1);
  co_return 1 + rest;
}

task<> await_each(std::size_t times) {
  for (; times > 0; --times) {
    const int one = co_await ready();
    expect(one == 1, "the task's value");
  }
}

task<> chains(std::size_t times) {
  for (; times > 0; --times) {
    const int length = co_await chain(1000);
    expect(length == 1000, "the chain's length");
  }
}

task<> races_of_ready(std::size_t times) {
  for (; times > 0; --times) {
    const int first = co_await eyeballs::race(ready(), ready());
    expect(first == 1, "the winner");
  }
}

task<> races_with_a_loser(std::size_t times) {
  for (; times > 0; --times) {
    const int first = co_await eyeballs::race(pending(), ready());
    expect(first == 1, "the winner");
  }
}

task<> races_of_64(std::size_t times) {
  for (; times > 0; --times) {
    std::vector<task<int>> children;
    children.reserve(64);
    for (int i = 1; i < 64; ++i) children.push_back(pending());
    children.push_back(ready());
    const int first = co_await eyeballs::race(std::move(children));
    expect(first == 1, "the winner");
  }
}

task<> races_of_64_ready(std::size_t times) {
  for (; times > 0; --times) {
    std::vector<task<int>> children;
    children.reserve(64);
    for (int i = 0; i < 64; ++i) children.push_back(ready());
    const int first = co_await eyeballs::race(std::move(children));
    expect(first == 1, "the winner");
  }
}

task<> races_of_sleeps(std::size_t times) {
  for (; times > 0; --times) co_await eyeballs::race(eyeballs::sleep(1h), eyeballs::sleep(1ns));
}

auto in_virtual_time(task<> (*repeat)(std::size_t)) {
  return [repeat](std::size_t times) {
    eyeballs::virtual_time time;
    auto& run = time.start(repeat(times));
    time.run();
    expect(run.ended() && run.end().has_value(), "how the tree ended");
  };
}

auto over_asio(task<> (*repeat)(std::size_t)) {
  return [repeat](std::size_t times) {
    asio::io_context io;
    eyeballs::co_spawn(io, repeat(times), asio::detached);
    io.run();
  };
}

namespace asios {

using asio::awaitable;
using namespace asio::experimental::awaitable_operators;

awaitable<int> ready() { co_return 1; }

awaitable<int> sleep(asio::steady_timer::duration delay) {
  asio::steady_timer timer(co_await asio::this_coro::executor, delay);
  co_await timer.async_wait(asio::use_awaitable);
  co_return 1;
}

awaitable<int> chain(int length) {
  if (length == 1) co_return 1;
  const int rest = co_await chain(length - 1);
  co_return 1 + rest;
}

awaitable<void> await_each(std::size_t times) {
  for (; times > 0; --times) co_await ready();
}

awaitable<void> chains(std::size_t times) {
  for (; times > 0; --times) co_await chain(1000);
}

awaitable<void> races_of_ready(std::size_t times) {
  for (; times > 0; --times) co_await (ready() || ready());
}

awaitable<void> races_with_a_loser(std::size_t times) {
  for (; times > 0; --times) co_await (sleep(1h) || ready());
}

awaitable<void> races_of_sleeps(std::size_t times) {
  for (; times > 0; --times) co_await (sleep(1h) || sleep(1ns));
}

auto repeated(awaitable<void> (*repeat)(std::size_t)) {
  return [repeat](std::size_t times) {
    asio::io_context io;
    asio::co_spawn(io, repeat(times), asio::detached);
    io.run();
  };
}

}  // namespace asios
}  // namespace

int main(int argc, char** argv) {
  const std::vector<bench::row> rows{
      {"task, awaited: eyeballs", 100, 1100, in_virtual_time(await_each)},
      {"task, awaited: eyeballs, over Asio", 100, 1100, over_asio(await_each)},
      {"task, awaited: asio::awaitable", 100, 1100, asios::repeated(asios::await_each)},

      {"chain of 1,000 tasks: eyeballs", 2, 6, in_virtual_time(chains)},
      {"chain of 1,000 tasks: eyeballs, over Asio", 2, 6, over_asio(chains)},
      {"chain of 1,000 tasks: asio::awaitable", 2, 6, asios::repeated(asios::chains)},

      {"race of 2 that are ready: eyeballs", 100, 1100, in_virtual_time(races_of_ready)},
      {"race of 2 that are ready: eyeballs, over Asio", 100, 1100, over_asio(races_of_ready)},
      {"race of 2 that are ready: awaitable ||", 100, 1100, asios::repeated(asios::races_of_ready)},

      {"race of 2, one stopped: eyeballs", 100, 1100, in_virtual_time(races_with_a_loser)},
      {"race of 2, one stopped: eyeballs, over Asio", 100, 1100, over_asio(races_with_a_loser)},
      {"race of 2, one stopped: awaitable ||", 100, 1100,
       asios::repeated(asios::races_with_a_loser)},

      {"race of 64 that are ready: eyeballs", 10, 60, in_virtual_time(races_of_64_ready)},
      {"race of 64 that are ready: eyeballs, over Asio", 10, 60, over_asio(races_of_64_ready)},

      {"race of 64, 63 stopped: eyeballs", 10, 60, in_virtual_time(races_of_64)},
      {"race of 64, 63 stopped: eyeballs, over Asio", 10, 60, over_asio(races_of_64)},

      {"race of 2 sleeps, one stopped: eyeballs", 100, 1100, in_virtual_time(races_of_sleeps)},
      {"race of 2 sleeps, one stopped: eyeballs, over Asio", 100, 600, over_asio(races_of_sleeps)},
      {"race of 2 sleeps, one stopped: awaitable ||", 100, 600,
       asios::repeated(asios::races_of_sleeps)},
  };
  return bench::run_rows(rows, argc, argv);
}
