// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "support/asio.hpp"
#include "support/gate.hpp"

namespace {

int add(int a, int b) { return a + b; }

struct two_contexts {
  asio::io_context io;
  asio::thread_pool pool{1};
};

}  // namespace

TEST_CASE("run_on yields what a function returns") {
  two_contexts c;
  auto adds = [](asio::thread_pool& p) -> task<int> { co_return co_await run_on(p, add, 40, 2); };
  CHECK(run_in(c.io, adds(c.pool)).value == 42);
}

TEST_CASE("run_on calls elsewhere, and comes back") {
  two_contexts c;
  auto asks = [](asio::thread_pool& p) -> task<bool> {
    const auto here = std::this_thread::get_id();
    const auto there = co_await run_on(p, [] { return std::this_thread::get_id(); });
    co_return here != there&& here == std::this_thread::get_id();
  };
  CHECK(run_in(c.io, asks(c.pool)).value == true);
}

TEST_CASE("run_on takes an executor, too") {
  two_contexts c;
  asio::any_io_executor any = c.pool.get_executor();
  auto adds = [](asio::any_io_executor e) -> task<int> { co_return co_await run_on(e, add, 1, 2); };
  CHECK(run_in(c.io, adds(any)).value == 3);
}

TEST_CASE("run_on of what returns nothing") {
  two_contexts c;
  std::atomic<bool> called = false;
  auto sets = [](asio::thread_pool& p, std::atomic<bool>& b) -> task<> {
    co_await run_on(p, [&b] { b = true; });
  };
  CHECK(!run_in(c.io, sets(c.pool, called)).why);
  CHECK(called);
}

TEST_CASE("run_on of what returns a reference yields that reference") {
  two_contexts c;
  int object = 0;
  auto refers = [](asio::thread_pool& p, int& o) -> task<bool> {
    int& got = co_await run_on(p, [&o]() -> int& { return o; });
    co_return &got == &o;
  };
  CHECK(run_in(c.io, refers(c.pool, object)).value == true);
}

TEST_CASE("run_on: what the call throws is the error") {
  two_contexts c;
  auto fails = [](asio::thread_pool& p) -> task<std::string> {
    try {
      co_await run_on(p, [] { throw std::out_of_range("far"); });
    } catch (const std::out_of_range& e) { co_return e.what(); }
    co_return "";
  };
  CHECK(run_in(c.io, fails(c.pool)).value == "far");
}

TEST_CASE("run_on: a system_error is the error with its code, without a throw here") {
  two_contexts c;
  auto fails = [](asio::thread_pool& p) -> task<std::error_code> {
    auto r = co_await as_result(run_on(
        p, [] { throw std::system_error(std::make_error_code(std::errc::no_such_device)); }));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in(c.io, fails(c.pool)).value == std::errc::no_such_device);
}

TEST_CASE("run_on copies its arguments, as std::thread does") {
  two_contexts c;
  auto copies = [](asio::thread_pool& p) -> task<std::string> {
    std::string text = "before";
    const char array[] = "array";
    auto late = run_on(p, [](std::string a, const char* b) { return a + b; }, text, array);
    text = "after";
    co_return co_await std::move(late);
  };
  CHECK(run_in(c.io, copies(c.pool)).value == "beforearray");
}

TEST_CASE("run_on moves what can only be moved: in, through and out") {
  two_contexts c;
  auto moves = [](asio::thread_pool& p) -> task<int> {
    auto in = std::make_unique<int>(1);
    auto passes = [](std::unique_ptr<int> i) {
      ++*i;
      return i;
    };
    auto out = co_await run_on(p, passes, std::move(in));
    co_return in ? -1 : *out;
  };
  CHECK(run_in(c.io, moves(c.pool)).value == 2);
}

TEST_CASE("run_on takes a closure that was named and moved") {
  two_contexts c;
  auto moves = [](asio::thread_pool& p) -> task<int> {
    auto owns = [i = std::make_unique<int>(5)] { return *i; };
    auto call = run_on(p, std::ref(owns));
    co_return co_await std::move(call);
  };
  CHECK(run_in(c.io, moves(c.pool)).value == 5);
}

TEST_CASE("run_on: several at once") {
  asio::io_context io;
  asio::thread_pool pool(3);
  auto several = [](asio::thread_pool& p) -> task<int> {
    auto all = co_await join(run_on(p, add, 1, 2), run_on(p, add, 3, 4), run_on(p, add, 5, 6));
    co_return std::get<0>(all) + std::get<1>(all) + std::get<2>(all);
  };
  CHECK(run_in(io, several(pool)).value == 21);
}

TEST_CASE("run_on: a call that runs sees the stop, and is awaited") {
  two_contexts c;
  support::gate begun;
  std::atomic<bool> over = false;
  bool awaited = false;
  auto stops = [&](asio::thread_pool& p) -> task<> {
    auto waits_for_stop = [&](on_threads::stop_token stop) {
      begun.open();
      while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
      std::this_thread::sleep_for(5ms);
      over = true;
    };
    auto o = co_await as_outcome(run_on(p, std::ref(waits_for_stop)));
    awaited = over && o.has_value();
  };
  asio::cancellation_signal signal;
  co_spawn(c.io, stops(c.pool), asio::bind_cancellation_slot(signal.slot(), asio::detached));
  c.io.poll();
  begun.wait();
  signal.emit(asio::cancellation_type::terminal);
  c.io.run();
  CHECK(awaited);
}

TEST_CASE("run_on: a call that has not begun is forgotten on a stop") {
  two_contexts c;
  support::gate released;
  asio::post(c.pool, [&] { released.wait(); });
  std::atomic<bool> called = false;
  auto stops = [](asio::thread_pool& p, std::atomic<bool>& b) -> task<bool> {
    auto r = co_await as_result(timeout(run_on(p, [&b] { b = true; }), 5ms));
    co_return r.has_error() && r.error().code() == std::errc::timed_out;
  };
  CHECK(run_in(c.io, stops(c.pool, called)).value == true);
  released.open();
  c.pool.join();
  CHECK(!called);
}

TEST_CASE("run_on: after a stop nothing is called") {
  two_contexts c;
  std::atomic<bool> called = false;
  auto stops = [](asio::thread_pool& p, std::atomic<bool>& b) -> task<> {
    auto first = co_await as_outcome(never());
    CHECK(first.stopped());
    co_await run_on(p, [&b] { b = true; });
  };
  asio::cancellation_signal signal;
  ending<void> end;
  co_spawn(c.io, stops(c.pool, called), asio::bind_cancellation_slot(signal.slot(), into(end)));
  signal.emit(asio::cancellation_type::terminal);
  c.io.run();
  c.pool.join();
  CHECK(code_of(end.why) == asio::error::operation_aborted);
  CHECK(!called);
}

TEST_CASE("run_on: a context that dies first is never touched") {
  asio::thread_pool pool(1);
  support::gate begun, released;
  auto io = std::make_unique<asio::io_context>();
  auto calls = [&](asio::thread_pool& p) -> task<int> {
    auto blocks = [&] {
      begun.open();
      released.wait();
      return 1;
    };
    co_return co_await run_on(p, blocks);  // a copy of it is called
  };
  co_spawn(*io, calls(pool), asio::detached);
  io->poll();
  begun.wait();
  io.reset();
  released.open();
  pool.join();
}

TEST_CASE("run_on: an executor that refuses is the error, once") {
  asio::io_context io;
  auto asks = [](asio::io_context& refuses) -> task<std::error_code> {
    auto r = co_await as_result(run_on(refusing_executor(refuses), add, 1, 2));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in(io, asks(io)).value == std::errc::device_or_resource_busy);
}

TEST_CASE("run_on in virtual time is a clear error") {
  asio::thread_pool pool(1);
  auto calls = [](asio::thread_pool& p) -> task<int> { co_return co_await run_on(p, add, 1, 2); };
  auto end = run_in_virtual_time(calls(pool));
  REQUIRE(end.has_error());
  CHECK(end.error().code() == std::errc::operation_not_supported);
}
