// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <memory>
#include <string>
#include <vector>

#include "support/asio.hpp"
#include "support/steps.hpp"
#include "support/timeline.hpp"

using support::lines;
using support::timeline;

namespace {

task<> sleeps(timeline& log, std::string name, duration d) {
  co_await sleep(d);
  log.note(name);
}

}  // namespace

TEST_CASE("sleeps end in the order of their times, equal ones in that of their starts") {
  timeline log;
  auto all = [](timeline& l, duration unit) -> task<> {
    co_await join(sleeps(l, "5", 5 * unit), sleeps(l, "1", unit), sleeps(l, "3", 3 * unit));
  };
  // A machine that is busy for two units while they are started may start them in another order.
  for (const duration unit : {1ms, 20ms, 400ms}) {
    log.clear();
    run_in_context(all(log, unit));
    if (log == lines{"1", "3", "5"}) break;
  }
  CHECK(log == lines{"1", "3", "5"});
}

TEST_CASE("a sleep of nothing or less ends at once, but through the timer") {
  timeline log;
  auto all = [](timeline& l) -> task<> {
    auto says = [](timeline& to) -> task<> {
      to.note("runs");
      co_return;
    };
    co_await join(sleeps(l, "zero", 0ms), sleeps(l, "negative", -1h),
                  sleeps(l, "least", duration::min()), says(l));
  };
  CHECK(!run_in_context(all(log)).why);
  REQUIRE(log.all().size() == 4);
  CHECK(log.all().front() == "runs");
}

TEST_CASE("the longest sleep never ends, and can be stopped") {
  auto longest = []() -> task<bool> {
    auto r = co_await as_result(timeout(sleep(duration::max()), 5ms));
    auto hours = co_await as_result(timeout(sleep(std::chrono::hours::max()), 5ms));
    co_return r.has_error() && hours.has_error();
  };
  CHECK(run_in_context(longest()).value == true);
}

TEST_CASE("an earlier sleep than the one that the timer waits for is not late") {
  auto earlier = []() -> task<bool> {
    const auto before = std::chrono::steady_clock::now();
    co_await race(sleep(1h), support::after(2ms, 0));
    co_return std::chrono::steady_clock::now() - before < 30min;
  };
  CHECK(run_in_context(earlier()).value == true);
}

TEST_CASE("many sleeps, each one ends") {
  constexpr int many = 5000;
  int ended = 0;
  auto counts = [](int& n, duration d) -> task<> {
    co_await sleep(d);
    ++n;
  };
  auto all = [&counts](int& n) -> task<> {
    std::vector<task<>> sleepers;
    for (int i = 0; i < many; ++i)
      sleepers.push_back(counts(n, std::chrono::microseconds(i * 7919 % 20000)));
    co_await join(std::move(sleepers));
  };
  CHECK(!run_in_context(all(ended)).why);
  CHECK(ended == many);
}

TEST_CASE("a busy task lets other handlers in") {
  asio::io_context io;
  int rounds = 0, rounds_seen = -1;
  auto busy = [](int& n) -> task<> {
    for (; n < 100'000; ++n) co_await yield_turn();
  };
  co_spawn(io, busy(rounds), asio::detached);
  io.poll_one();  // it has begun
  asio::post(io, [&] { rounds_seen = rounds; });
  io.run();
  CHECK(rounds == 100'000);
  CHECK(rounds_seen >= 0);
  CHECK(rounds_seen < 10'000);
}

TEST_CASE("a task whose timers are always due sees a stop") {
  asio::io_context io;
  asio::cancellation_signal signal;
  auto busy = []() -> task<> {
    for (;;) co_await sleep(0ms);
  };
  ending<void> end;
  co_spawn(io, busy(), asio::bind_cancellation_slot(signal.slot(), into(end)));
  asio::post(io, [&] { signal.emit(asio::cancellation_type::terminal); });
  io.run_for(60s);
  CHECK(end.calls == 1);
}

TEST_CASE("an outside event runs as one handler, with its whole turn") {
  asio::io_context io;
  auto turns = []() -> task<> {
    co_await sleep(1ms);
    for (int i = 0; i < 20; ++i) co_await yield_turn();
  };
  co_spawn(io, turns(), asio::detached);
  std::size_t handlers = io.run();
  CHECK(handlers <= 6);
}

namespace {

/// A connector that ends after a time, by name.
task<std::string> connector(timeline& log, std::string name, duration d, bool works) {
  log.note(name + " starts");
  bool ended = false;

  struct at_exit {
    at_exit(timeline& t, const std::string& n, const bool& e) : log(t), name(n), ended(e) {}

    ~at_exit() {
      if (!ended) log.note(name + " stopped");
    }

    timeline& log;
    const std::string& name;
    const bool& ended;
  };

  at_exit notes(log, name, ended);
  co_await sleep(d);
  ended = true;
  log.note(name + (works ? " ok" : " fails"));
  if (!works) co_return fail(std::errc::connection_refused, name);
  co_return name;
}

task<std::string> scenario(timeline& log) {
  std::vector<task<std::string>> all;
  all.push_back(connector(log, "a", 1h, true));
  all.push_back(connector(log, "b", 20ms, false));
  all.push_back(connector(log, "c", 200ms, false));
  all.push_back(connector(log, "d", 300ms, true));
  all.push_back(connector(log, "e", 1h, true));
  return happy_eyeballs(100ms, std::move(all));
}

}  // namespace

TEST_CASE("the same scenario has the same order of events in virtual and in real time") {
  timeline in_virtual_time, in_real_time;
  auto first = run_in_virtual_time(scenario(in_virtual_time));
  auto second = run_in_context(scenario(in_real_time));
  REQUIRE(first);
  CHECK(*first == "d");
  CHECK(second.value == "d");
  CHECK(in_virtual_time.all() == in_real_time.all());
  CHECK(in_virtual_time.with("fails") == lines{"b fails", "c fails"});
}
