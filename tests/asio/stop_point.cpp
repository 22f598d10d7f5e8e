// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/this_task.hpp"
#include "eyeballs/core/timeout.hpp"
#include "support/asio.hpp"
#include "support/busy.hpp"

// A loop that awaits only what is ready, with a stop point in it: others get in. If they did not,
// these tests would not end.

using namespace eyeballs;
using namespace std::chrono_literals;
using support::busy;

TEST_CASE("a timeout ends a loop that never waits", "[D36]") {
  asio::io_context io;
  std::exception_ptr thrown;
  auto body = []() -> task<> { co_await timeout(busy(), 10ms); };
  co_spawn(io, body(), [&](std::exception_ptr e) { thrown = e; });
  io.run();
  REQUIRE(thrown);
  try {
    std::rethrow_exception(thrown);
  } catch (const std::system_error& e) { CHECK(e.code() == std::errc::timed_out); }
}

TEST_CASE("a timeout ends a loop of connects to an address that are refused at once", "[D36]") {
  struct refuses_all : address_filter {
    error_code admit(const tcp::endpoint&) override { return asio::error::access_denied; }
  };

  asio::io_context io;
  refuses_all filter;
  std::exception_ptr thrown;
  auto tries_again = [&]() -> task<> {
    for (;;) {
      connect_options options;
      options.admit = &filter;
      auto end = co_await as_result(connect(io.get_executor(), "127.0.0.1", "1", options));
      if (end) co_return;
    }
  };
  co_spawn(io, timeout(tries_again(), 10ms), [&](std::exception_ptr e) { thrown = e; });
  io.run();
  CHECK(thrown);
}

TEST_CASE("a cancellation ends a loop that never waits, even one that computes only", "[D36]") {
  asio::io_context io;
  asio::cancellation_signal signal;
  int ended = 0;
  auto only_computes = []() -> task<> {
    for (;;) co_await stop_point();
  };
  for (const bool computes : {false, true}) {
    task<> loop = computes ? only_computes() : busy();
    co_spawn(io, std::move(loop),
             asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr e) {
               if (e) ++ended;
             }));
    asio::post(io, [&] { signal.emit(asio::cancellation_type::all); });
    io.run();
    io.restart();
  }
  CHECK(ended == 2);
}
