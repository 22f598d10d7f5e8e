// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <memory>
#include <vector>

#include "support/asio.hpp"
#include "support/steps.hpp"

// On a stack of 256 KiB.

using support::counted;

namespace {

constexpr int ten_thousand = 10'000;

struct counts {
  int started = 0;
  int live = 0;
  int after_a_wait = 0;
};

task<int> never_connects(counts& c, counted) {
  ++c.started;
  co_await never();
  ++c.after_a_wait;
  co_return 0;
}

task<int> sleeps(counts& c, counted) {
  ++c.started;
  co_await sleep(1h);
  ++c.after_a_wait;
  co_return 0;
}

task<int> waits_for_a_timer(counts& c, asio::io_context& io, counted) {
  ++c.started;
  asio::steady_timer timer(io, 1h);
  co_await timer.async_wait(use_task);
  ++c.after_a_wait;
  co_return 0;
}

task<int> fails(counts& c) {
  ++c.started;
  co_return fail(std::errc::connection_refused);
}

task<int> works() { co_return 7; }

task<int> connect_to_nobody(counts& c, asio::io_context& io) {
  std::vector<task<int>> connectors;
  for (int i = 0; i < ten_thousand; ++i) {
    counted witness(c.live);
    connectors.push_back(i % 3 == 0   ? never_connects(c, std::move(witness))
                         : i % 3 == 1 ? sleeps(c, std::move(witness))
                                      : waits_for_a_timer(c, io, std::move(witness)));
  }
  return happy_eyeballs(0ms, std::move(connectors));
}

task<> join_of_timers(counts& c, asio::io_context& io) {
  std::vector<task<int>> waits;
  for (int i = 0; i < ten_thousand; ++i) waits.push_back(waits_for_a_timer(c, io, counted(c.live)));
  co_await join(std::move(waits));
  ++c.after_a_wait;
}

}  // namespace

TEST_CASE("a context is destroyed with 10,000 pending attempts") {
  counts c;
  bool called = false;
  {
    asio::io_context io;
    co_spawn(io, connect_to_nobody(c, io), [&](std::exception_ptr, int) { called = true; });
    while (c.started < ten_thousand && io.run_one_for(60s)) {}
    CHECK(c.started == ten_thousand);
    CHECK(c.live == ten_thousand);
  }
  CHECK(c.live == 0);
  CHECK(c.after_a_wait == 0);
  CHECK(!called);
}

TEST_CASE("10,000 pending attempts are stopped") {
  counts c;
  asio::io_context io;
  asio::cancellation_signal signal;
  ending<int> end;
  co_spawn(io, connect_to_nobody(c, io), asio::bind_cancellation_slot(signal.slot(), into(end)));
  while (c.started < ten_thousand && io.run_one_for(60s)) {}
  signal.emit(asio::cancellation_type::terminal);
  io.run();
  CHECK(code_of(end.why) == asio::error::operation_aborted);
  CHECK(c.live == 0);
  CHECK(c.after_a_wait == 0);
}

TEST_CASE("a context is destroyed with 10,000 timers that one task waits for") {
  counts c;
  {
    asio::io_context io;
    co_spawn(io, join_of_timers(c, io), asio::detached);
    io.poll();
    CHECK(c.live == ten_thousand);
  }
  CHECK(c.live == 0);
  CHECK(c.after_a_wait == 0);
}

TEST_CASE("a context is destroyed with 10,000 trees") {
  counts c;
  {
    asio::io_context io;
    for (int i = 0; i < ten_thousand; ++i)
      co_spawn(io, waits_for_a_timer(c, io, counted(c.live)), asio::detached);
    io.poll();
    CHECK(c.live == ten_thousand);
  }
  CHECK(c.live == 0);
}

TEST_CASE("100,000 connectors fail at once, then one works") {
  constexpr int failing = 100'000;
  counts c;
  std::vector<task<int>> connectors;
  for (int i = 0; i < failing; ++i) connectors.push_back(fails(c));
  connectors.push_back(works());
  auto end = run_in_context(happy_eyeballs(1h, std::move(connectors)));
  CHECK(end.value == 7);
  CHECK(c.started == failing);
}

TEST_CASE("100,000 connectors fail at once, and no other is left") {
  constexpr int failing = 100'000;
  counts c;
  std::vector<task<int>> connectors;
  for (int i = 0; i < failing; ++i) connectors.push_back(fails(c));
  auto end = run_in_context(happy_eyeballs(1h, std::move(connectors)));
  CHECK(code_of(end.why) == asio::error::connection_refused);
  CHECK(c.started == failing);
}

TEST_CASE("a million awaits of tasks that end at once") {
  auto counts_up = []() -> task<int> {
    int n = 0;
    for (int i = 0; i < 1'000'000; ++i)
      if (co_await works() == 7) ++n;
    co_return n;
  };
  CHECK(run_in_context(counts_up()).value == 1'000'000);
}
