// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

// The order of events.

TEST_CASE("a answers at 100: a, and b never starts") {
  network net;
  auto end = play(eyeballs_of(net, net.ok("a", 100ms), net.ok("b", 10ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 100ms);
  CHECK(net.log == lines{"a starts 0", "a ok 100"});
  CHECK(net.open() == 1);
  CHECK(net.closed() == 0);
}

TEST_CASE("a silent, b starts at 250 and answers 100 later: b at 350", "[R23]") {
  network net;
  auto end = play(eyeballs_of(net, net.hangs("a"), net.ok("b", 100ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 350ms);
  CHECK(net.log == lines{"a starts 0", "b starts 250", "b ok 350", "a stopped 350"});
}

TEST_CASE("a refused at 100, b answers 250 later: b starts at 100, b at 350", "[D1]") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 100ms), net.ok("b", 250ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 350ms);
  CHECK(net.log == lines{"a starts 0", "a fails 100", "b starts 100", "b ok 350"});
}

TEST_CASE("an older attempt's failure hurries nobody", "[D1]") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 300ms), net.hangs("b"), net.ok("c", 10ms)));
  REQUIRE(end.ok());
  CHECK(net.log == lines{"a starts 0", "b starts 250", "a fails 300", "c starts 500", "c ok 510",
                         "b stopped 510"});
}

TEST_CASE("the delay restarts from each start") {
  network net;
  auto end = play(
      eyeballs_of(net, net.fails("a", 100ms), net.hangs("b"), net.hangs("c"), net.ok("d", 0ms)));
  CHECK(end.at == 600ms);
  CHECK(net.log.with("starts") ==
        lines{"a starts 0", "b starts 100", "c starts 350", "d starts 600"});
}

TEST_CASE("the timer never harms a running attempt: a slow one still wins", "[R19]") {
  network net;
  auto end = play(eyeballs_of(net, net.ok("a", 2s), net.hangs("b"), net.hangs("c")));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 2s);
}

TEST_CASE("no stagger is off by one: nothing starts before its time") {
  network net;
  auto end = play(eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.hangs("c")), 499ms);
  CHECK(end.stopped());
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("a connection made at 250 beats the timer of 250: b never starts", "[D18]") {
  network net;
  auto end = play(eyeballs_of(net, net.ok("a", 250ms), net.ok("b", 0ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 250ms);
  CHECK(net.log == lines{"a starts 0", "a ok 250"});
}

TEST_CASE("duration::max() is no timer: strictly one after another", "[D19]") {
  network net;
  auto end = play(happy_eyeballs(duration::max(), net.close(),
                                 list(net.fails("a", 1h), net.fails("b", 1h), net.ok("c", 1h))));
  REQUIRE(end.ok());
  CHECK(end.at == 3h);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 3600000", "c starts 7200000"});
}

TEST_CASE("the longest delay of a coarse unit does not overflow", "[D19]") {
  network net;
  auto end = play(happy_eyeballs(std::chrono::hours::max(), net.close(),
                                 list(net.ok("a", 10h), net.ok("b", 0ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
}

TEST_CASE("the bare algorithm takes any delay: none at all starts all in one instant", "[D2]") {
  network net;
  auto end = play(
      happy_eyeballs(0ms, net.close(), list(net.hangs("a"), net.hangs("b"), net.ok("c", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.at == 10ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 0", "c starts 0"});
}

TEST_CASE("a negative delay is none") {
  network net;
  auto end = play(happy_eyeballs(-5ms, net.close(), list(net.hangs("a"), net.ok("b", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.at == 10ms);
}

// All fail.

TEST_CASE("all fail: it fails at the instant of the last failure") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 100ms), net.fails("b", 50ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 150ms);
  CHECK(net.open() == 0);
}

TEST_CASE("all fail: every error, in the order of the starts", "[R38][D16]") {
  network net;
  auto end =
      play(eyeballs_of(net, net.fails("a", 900ms, std::errc::timed_out), net.fails("b", 10ms),
                       net.fails("c", 10ms, std::errc::host_unreachable)));
  REQUIRE(end.failed());
  CHECK(end.at == 900ms);
  CHECK(causes_of(end.end.error()) == lines{"a", "b", "c"});
  CHECK(end.end.error().causes()[2].code() == std::errc::host_unreachable);
}

TEST_CASE("the code of the whole is that of the most preferred that failed", "[D8]") {
  network net;
  auto end =
      play(eyeballs_of(net, net.fails("a", 900ms, std::errc::timed_out), net.fails("b", 10ms)));
  CHECK(end.code() == std::errc::timed_out);
}

TEST_CASE("an empty list fails at once, with no_endpoints and no causes", "[D8]") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(), std::vector<connector>()));
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.end.error().causes().empty());
}

TEST_CASE("a lone connector that fails: fails when it does, no timer is waited for") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 10ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 10ms);
  CHECK(causes_of(end.end.error()) == lines{"a"});
}

TEST_CASE("all are refused at once: no time passes") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 0ms), net.fails("b", 0ms), net.fails("c", 0ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(causes_of(end.end.error()) == lines{"a", "b", "c"});
}

TEST_CASE("what a connector throws is its failure, and hurries the next like any") {
  network net;
  auto end = play(eyeballs_of(net, net.throws("a", 10ms), net.ok("b", 10ms)));
  REQUIRE(end.ok());
  CHECK(end.at == 20ms);
}

TEST_CASE("what a connector throws is kept") {
  network net;
  auto end = play(eyeballs_of(net, net.throws("a", 10ms)));
  REQUIRE(end.failed());
  CHECK(end.code() == errc::exception);
  CHECK_THROWS_AS(std::rethrow_exception(end.end.error().causes().at(0).exception()),
                  std::runtime_error);
}

// The winner.

TEST_CASE("the winner is delivered when the slowest loser has ended: max, not sum") {
  network net;
  auto end = play(
      eyeballs_of(net, net.slow_to_stop("a", 1s), net.slow_to_stop("b", 1s), net.ok("c", 200ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "c");
  CHECK(end.at == 1700ms);
}

TEST_CASE("every loser is stopped in the turn of the win") {
  network net;
  auto end = play(eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.ok("c", 0ms)));
  REQUIRE(end.ok());
  CHECK(net.log.with("stopped").size() == 2);
  CHECK(net.log.with("stopped 500").size() == 2);
}

TEST_CASE("from the win on no connector starts, however long the losers take") {
  network net;
  auto end = play(eyeballs_of(net, net.slow_to_stop("a", 10s), net.ok("b", 0ms), net.ok("c", 0ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 10250ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("from the win on the failure of the newest starts nobody") {
  network net;
  auto end =
      play(eyeballs_of(net, net.ok("a", 300ms), net.stubborn_fails("b", 100ms), net.ok("c", 0ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 350ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("a connector that succeeds late is closed with close, exactly once") {
  network net;
  auto end = play(eyeballs_of(net, net.stubborn_ok("a", 400ms), net.ok("b", 60ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 400ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.closed("b") == 0);
  CHECK(net.open() == 1);
}

TEST_CASE("a connector that answers the stop by succeeding is closed, once") {
  network net;
  auto end = play(eyeballs_of(net, net.ok_when_stopped("a"), net.ok("b", 50ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 300ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.open() == 1);
}

TEST_CASE("four succeed in one instant: the first armed wins, three are closed once each") {
  network net;
  auto end = play(happy_eyeballs(0ms, net.close(),
                                 list(net.stubborn_ok("a", 100ms), net.stubborn_ok("b", 100ms),
                                      net.stubborn_ok("c", 100ms), net.stubborn_ok("d", 100ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 100ms);
  CHECK(net.closed("a") == 0);
  CHECK(net.closed("b") == 1);
  CHECK(net.closed("c") == 1);
  CHECK(net.closed("d") == 1);
  CHECK(net.open() == 1);
}

TEST_CASE("without close a late connection is destroyed") {
  network net;
  auto end = play(happy_eyeballs(250ms, list(net.stubborn_ok("a", 400ms), net.ok("b", 60ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(net.open() == 1);
}

TEST_CASE("a connection of any movable type: one by pointer, one that is a number") {
  auto pointer = []() -> task<std::unique_ptr<int>> { co_return std::make_unique<int>(7); };
  auto first = play(happy_eyeballs(250ms, list(pointer(), pointer())));
  REQUIRE(first.ok());
  CHECK(**first.end == 7);
  auto second = play(happy_eyeballs(250ms, list(ready(7), ready(8))));
  CHECK(*second.end == 7);
}

// Stop.

TEST_CASE("stopped: every pending attempt sees it in the same turn, and no other starts") {
  network net;
  auto end = play(
      eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.hangs("c"), net.ok("d", 0ms)), 600ms);
  CHECK(end.stopped());
  CHECK(end.at == 600ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250", "c starts 500"});
  CHECK(net.log.with("stopped 600").size() == 3);
  CHECK(net.open() == 0);
}

TEST_CASE("stopped, and a pending attempt fails later: no other starts, the end is stopped") {
  network net;
  auto end = play(eyeballs_of(net, net.stubborn_fails("a", 20ms), net.ok("b", 0ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK(net.log.with("starts") == lines{"a starts 0"});
}

TEST_CASE("stopped, and a connector succeeds after it: closed once, the end is stopped", "[D12]") {
  network net;
  auto end = play(eyeballs_of(net, net.stubborn_ok("a", 20ms), net.ok("b", 0ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("two connectors succeed after the stop: each is closed once", "[D12]") {
  network net;
  auto end =
      play(eyeballs_of(net, net.stubborn_ok("a", 400ms), net.stubborn_ok("b", 400ms)), 300ms);
  CHECK(end.stopped());
  CHECK(end.at == 650ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("stopped between choice and delivery: the winner is closed, the end is stopped", "[D6]") {
  network net;
  auto end = play(eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 50ms)), 700ms);
  CHECK(end.stopped());
  CHECK(end.at == 1300ms);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("stopped between choice and delivery, and a late success: both closed, once each",
          "[D6]") {
  network net;
  auto end = play(eyeballs_of(net, net.stubborn_ok("a", 1s), net.ok("b", 50ms)), 700ms);
  CHECK(end.stopped());
  CHECK(end.at == 1s);
  CHECK(net.closed("a") == 1);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("the winner that is not delivered is closed before anybody knows of the end", "[D6]") {
  network net;
  std::size_t open = 99;
  auto body = [&]() -> task<> {
    auto race_of_two = eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 50ms));
    {
      auto o = co_await as_outcome(std::move(race_of_two));
      (void)o;
    }
    open = net.open();
  };
  play(body(), 700ms);
  CHECK(open == 0);
}

TEST_CASE("a timeout between choice and delivery: the winner is closed, timed_out") {
  network net;
  auto body = [&]() -> task<connection> {
    auto inner = eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 60ms));
    co_return co_await timeout(std::move(inner), 1s);
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 1310ms);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("attempts do not outlive an outer timeout") {
  network net;
  auto body = [&]() -> task<connection> {
    auto inner = eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.hangs("c"));
    co_return co_await timeout(std::move(inner), 300ms);
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 300ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
  CHECK(net.log.with("stopped 300").size() == 2);
}

TEST_CASE("after delivery a stop does nothing, and no timer strays", "[D6]") {
  network net;
  virtual_time time;
  auto& root = time.start(eyeballs_of(net, net.ok("a", 10ms), net.ok("b", 10ms)));
  time.run_until(10ms);
  REQUIRE(root.ended());
  CHECK(time.pending().timers == 0);
  root.request_stop();
  root.request_stop();
  time.run();
  CHECK(time.elapsed() == 10ms);
  REQUIRE(root.end().has_value());
  CHECK(net.is_open("a"));
}

TEST_CASE("a second stop does nothing", "[D6]") {
  network net;
  virtual_time time;
  auto& root = time.start(eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 0ms)));
  time.run_until(300ms);
  root.request_stop();
  root.request_stop();
  time.run();
  CHECK(root.end().stopped());
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("stopped before it began: no connector is pulled or started") {
  network net;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    auto inner = eyeballs_of(net, net.ok("a", 0ms));
    co_await std::move(inner);
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(net.log == lines{});
}

TEST_CASE("the stop and the timer of one instant: the timer was armed first, b starts", "[D18]") {
  network net;
  auto end = play(eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.hangs("c")), 250ms);
  CHECK(end.stopped());
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("a connector that ends stopped by itself: another may win") {
  network net;
  auto itself = [&]() -> connector {
    co_await stops_itself();
    co_return connection(net, "?");
  };
  auto end = play(eyeballs_of(net, itself(), net.ok("b", 10ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
}

TEST_CASE("a connector that ends stopped by itself is not waited for: the next starts at once") {
  for (const duration delay : {duration(250ms), duration::max()}) {
    CAPTURE(delay == duration::max());
    network net;
    auto itself = [&]() -> connector {
      co_await sleep(10ms);
      co_await stops_itself();
      co_return connection(net, "?");
    };
    auto end = play(happy_eyeballs(delay, net.close(), list(itself(), net.ok("b", 20ms))));
    REQUIRE(end.ok());
    CHECK(end.end->name() == "b");
    CHECK(end.at == 30ms);
    CHECK(net.log == lines{"b starts 10", "b ok 30"});
  }
}

TEST_CASE("a connector that ends stopped by itself, and no other wins: the end is stopped") {
  network net;
  auto itself = [&]() -> connector {
    co_await stops_itself();
    co_return connection(net, "?");
  };
  auto end = run(eyeballs_of(net, itself(), net.fails("b", 10ms)));
  CHECK(end.stopped());
}

// Two attempts woken in one turn, the older by success and the newest by failure.

TEST_CASE("woken in one turn, the older by success, the newest by failure: no further one starts") {
  for (const int depth : {0, 1, 5, 50}) {
    for (const bool older_reads_first : {true, false}) {
      CAPTURE(depth, older_reads_first);
      network net;
      dataflow_variable<bool> go;
      dataflow_variable<bool> fails;
      // One event sets both variables, in either order; the older one's success is that many tasks
      // deep.
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        if (older_reads_first) {
          go.set(true);
          fails.set(false);
        } else {
          fails.set(false);
          go.set(true);
        }
      };
      auto inner =
          eyeballs_of(net, net.when("a", go, depth), net.when("b", fails), net.ok("c", 0ms));
      auto body = [&]() -> task<std::string> {
        auto both = co_await join(std::move(inner), setter());
        co_return std::get<0>(both).name();
      };
      auto end = play(body());
      REQUIRE(end.ok());
      CHECK(*end.end == "a");
      CHECK(end.at == 300ms);
      CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE("woken by one variable, success and failure of one turn: no further one starts") {
  network net;
  dataflow_variable<bool> go;
  auto inverted = [&]() -> connector {
    const environment here = co_await current_environment();
    net.log.note("b starts", here);
    co_await go;
    net.log.note("b fails", here);
    co_return fail(std::errc::connection_refused, "b");
  };
  auto setter = [&]() -> task<> {
    co_await sleep(300ms);
    go.set(true);
  };
  auto inner = eyeballs_of(net, net.when("a", go, 20), inverted(), net.ok("c", 0ms));
  auto body = [&]() -> task<std::string> {
    auto both = co_await join(std::move(inner), setter());
    co_return std::get<0>(both).name();
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end == "a");
  CHECK(net.log == lines{"a starts 0", "b starts 250", "b fails 300", "a ok 300"});
}

TEST_CASE("an outer stop in the turn of the newest one's failure: no further one starts") {
  // The failure is queued before the stop is, or after; neither starts c.
  for (const bool failure_first : {true, false}) {
    CAPTURE(failure_first);
    network net;
    dataflow_variable<bool> fails;
    dataflow_variable<> give_up;
    auto setter = [&]() -> task<> {
      co_await sleep(300ms);
      if (failure_first) {
        fails.set(false);
        give_up.set();
      } else {
        give_up.set();
        fails.set(false);
      }
      co_await never();
    };
    auto abandoned = [&]() -> task<> { co_await give_up; };
    auto inner = eyeballs_of(net, net.hangs("a"), net.when("b", fails), net.ok("c", 0ms));
    auto connecting = [&]() -> task<> { co_await std::move(inner); };
    auto body = [&]() -> task<> { co_await race(connecting(), abandoned(), setter()); };
    auto end = play(body());
    CHECK(end.ok());
    CHECK(end.at == 300ms);
    CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
    CHECK(net.open() == 0);
  }
}

TEST_CASE("success, failure and an outer stop in one turn: nothing starts, nothing stays open") {
  for (const int depth : {0, 5}) {
    for (const int order : {0, 1, 2}) {
      CAPTURE(depth, order);
      network net;
      dataflow_variable<bool> works, fails;
      dataflow_variable<> give_up;
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        for (int i = 0; i < 3; ++i) {
          switch ((order + i) % 3) {
            case 0: works.set(true); break;
            case 1: fails.set(false); break;
            case 2: give_up.set(); break;
          }
        }
        co_await never();
      };
      auto abandoned = [&]() -> task<> { co_await give_up; };
      auto inner =
          eyeballs_of(net, net.when("a", works, depth), net.when("b", fails), net.ok("c", 0ms));
      auto connecting = [&]() -> task<> { co_await std::move(inner); };
      auto body = [&]() -> task<> { co_await race(connecting(), abandoned(), setter()); };
      auto end = play(body());
      CHECK(end.ok());
      CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE(
    "a nested happy_eyeballs as a connector succeeds in the turn of the newest one's failure") {
  network net;
  dataflow_variable<bool> works, fails;
  auto setter = [&]() -> task<> {
    co_await sleep(300ms);
    fails.set(false);
    works.set(true);
  };
  auto nested = eyeballs_of(net, net.when("a1", works, 3));
  auto inner = eyeballs_of(net, std::move(nested), net.when("b", fails), net.ok("c", 0ms));
  auto body = [&]() -> task<std::string> {
    auto both = co_await join(std::move(inner), setter());
    co_return std::get<0>(both).name();
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end == "a1");
  CHECK(net.log.with("starts") == lines{"a1 starts 0", "b starts 250"});
}

TEST_CASE("success or an outer stop in the turn of the newest one's failure: nothing is pulled") {
  for (const bool stop : {true, false}) {
    for (const bool failure_first : {true, false}) {
      CAPTURE(stop, failure_first);
      network net;
      dataflow_variable<bool> works, fails;
      dataflow_variable<> give_up;
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        if (failure_first) fails.set(false);
        if (stop) give_up.set();
        else works.set(true);
        fails.set(false);
        co_await never();
      };
      auto make = [&](int i) {
        net.log.note("pulled " + std::to_string(i));
        return i == 0 ? net.when("a", works, 5) : i == 1 ? net.when("b", fails) : net.ok("c", 0ms);
      };
      auto abandoned = [&]() -> task<> { co_await give_up; };
      auto inner = happy_eyeballs(250ms, net.close(),
                                  std::views::iota(0, 100) | std::views::transform(make));
      auto connecting = [&]() -> task<> { co_await std::move(inner); };
      auto body = [&]() -> task<> { co_await race(connecting(), abandoned(), setter()); };
      auto end = play(body());
      CHECK(end.ok());
      CHECK(net.log.with("pulled") == lines{"pulled 0", "pulled 1"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE("an outer stop on its way down to 50 attempts, the newest fails: nothing is pulled") {
  network net;
  dataflow_variable<bool> fails;
  dataflow_variable<> give_up;
  auto setter = [&]() -> task<> {
    co_await sleep(1s);
    give_up.set();
    fails.set(false);
    co_await never();
  };
  int pulled = 0;
  auto make = [&](int i) {
    ++pulled;
    return i < 49 ? net.hangs("silent") : net.when("newest", fails);
  };
  // The stagger holds after the fiftieth.
  auto all = std::views::iota(0, 100) | std::views::transform(make);
  class burst {
   public:
    auto wait(std::size_t k) const { return sleep(k < 49 ? duration(1ms) : duration::max()); }
  };
  auto inner = happy_eyeballs(burst(), net.close(), all);
  auto abandoned = [&]() -> task<> { co_await give_up; };
  auto connecting = [&]() -> task<> { co_await std::move(inner); };
  auto body = [&]() -> task<> { co_await race(connecting(), abandoned(), setter()); };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(end.at == 1s);
  CHECK(pulled == 50);
}

// What connectors may be.

TEST_CASE("connectors may be callables that return tasks, called only when due") {
  network net;
  auto make = [&](std::string name, bool works) {
    return [&net, name, works] {
      net.log.note(name + " called");
      return works ? net.ok(name, 10ms) : net.fails(name, 10ms);
    };
  };
  auto end = play(
      happy_eyeballs(250ms, net.close(), list(make("a", false), make("b", true), make("c", true))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(net.log ==
        lines{"a called", "a starts 0", "a fails 10", "b called", "b starts 10", "b ok 20"});
}

TEST_CASE("a callable that throws is a connector that failed") {
  network net;
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([]() -> connector { throw std::runtime_error("a"); });
  all.push_back([&] { return net.ok("b", 10ms); });
  auto end = play(happy_eyeballs(250ms, net.close(), all));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 10ms);
}

TEST_CASE("all callables throw: their errors, in order") {
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([]() -> connector { throw std::runtime_error("a"); });
  all.push_back([]() -> connector { throw std::runtime_error("b"); });
  auto end = play(happy_eyeballs(250ms, all));
  REQUIRE(end.failed());
  CHECK(causes_of(end.end.error()) == lines{"a", "b"});
}

TEST_CASE("a callable that is refused keeps its error") {
  network net;
  auto refused = [&] { return net.fails("a", 10ms); };
  auto end = play(happy_eyeballs(250ms, net.close(), list(refused)));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(causes_of(end.end.error()) == lines{"a"});
}

TEST_CASE("a callable lives as long as the task that it made") {
  network net;
  auto owner = [&net, text = std::string("a name too long to be kept in place")]() -> connector {
    co_await sleep(10ms);
    co_return connection(net, text);
  };
  auto end = play(happy_eyeballs(250ms, net.close(), list(owner)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a name too long to be kept in place");
}

TEST_CASE("a lazy view makes a connector only when it is due") {
  network net;
  auto make = [&](int i) {
    net.log.note("made " + std::to_string(i));
    return net.hangs(std::to_string(i));
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view), 600ms);
  CHECK(end.stopped());
  CHECK(net.log.with("made") == lines{"made 0", "made 1", "made 2"});
}

TEST_CASE("from the win on nothing is pulled out of a lazy view") {
  network net;
  auto make = [&](int i) {
    net.log.note("made " + std::to_string(i));
    return i == 1 ? net.ok("1", 0ms) : net.slow_to_stop(std::to_string(i), 10s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.ok());
  CHECK(net.log.with("made") == lines{"made 0", "made 1"});
}

TEST_CASE("any input range will do: one that can be read only once, one with a sentinel") {
  network net;
  std::deque<connector> owner;
  owner.push_back(net.fails("a", 10ms));
  owner.push_back(net.ok("b", 10ms));
  auto moved =
      std::ranges::subrange(std::move_iterator(owner.begin()), std::move_sentinel(owner.end()));
  auto end = play(happy_eyeballs(250ms, net.close(), moved));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
}

TEST_CASE("connectors that were never started are destroyed, not run") {
  network net;
  int live = 0;
  auto holding = [&](counted) -> connector { co_return connection(net, "?"); };
  auto end = play(eyeballs_of(net, net.ok("a", 10ms), holding(counted(live))));
  REQUIRE(end.ok());
  CHECK(live == 0);
  CHECK(net.log == lines{"a starts 0", "a ok 10"});
}

// Sources.

namespace {

/// Hands out connectors, one each time that the gap has passed.
class slow_source {
 public:
  slow_source(std::vector<connector> all, duration gap) : all_(std::move(all)), gap_(gap) {}
  task<std::optional<connector>> next() {
    if (gap_ > 0ms) co_await sleep(gap_);
    if (next_ == all_.size()) co_return std::nullopt;
    co_return std::move(all_[next_++]);
  }
 private:
  std::vector<connector> all_;
  duration gap_;
  std::size_t next_ = 0;
};

/// Hands out connectors, then fails.
class failing_source {
 public:
  failing_source(std::vector<connector> all, bool throws) : all_(std::move(all)), throws_(throws) {}
  task<std::optional<connector>> next() {
    if (next_ < all_.size()) co_return std::move(all_[next_++]);
    ++asked_again;
    if (throws_) throw std::runtime_error("no more");
    co_return fail(std::errc::network_down, "no more");
  }
  static inline int asked_again = 0;
 private:
  std::vector<connector> all_;
  bool throws_;
  std::size_t next_ = 0;
};

}  // namespace

TEST_CASE("a source's next() holds a start back: b is there at 400, starts at 400") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.hangs("a"), net.ok("b", 10ms)), 150ms)));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") == lines{"a starts 150", "b starts 550"});
}

TEST_CASE("nothing is in flight and a next one comes: it starts at once") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.fails("a", 10ms), net.ok("b", 10ms)), 1s)));
  REQUIRE(end.ok());
  CHECK(net.log == lines{"a starts 1000", "a fails 1010", "b starts 2010", "b ok 2020"});
}

TEST_CASE("a win while next() is waited for: the wait is stopped, nothing more starts") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.ok("a", 300ms), net.ok("b", 10ms)), 100ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 400ms);
  CHECK(net.log.with("starts") == lines{"a starts 100"});
}

TEST_CASE("a connection made in the turn in which next() yields: what it yields is not started") {
  class source {
   public:
    source(network& n, dataflow_variable<bool>& w, dataflow_variable<>& c)
        : net_(&n), works_(&w), comes_(&c) {}
    task<std::optional<connector>> next() {
      if (first_) {
        first_ = false;
        co_return net_->when("a", *works_, 5);
      }
      co_await *comes_;
      net_->log.note("b comes");
      co_return net_->ok("b", 0ms);
    }
   private:
    network* net_;
    dataflow_variable<bool>* works_;
    dataflow_variable<>* comes_;
    bool first_ = true;
  };
  for (const bool next_first : {true, false}) {
    CAPTURE(next_first);
    network net;
    dataflow_variable<bool> works;
    dataflow_variable<> comes;
    auto setter = [&]() -> task<> {
      co_await sleep(300ms);
      if (next_first) comes.set();
      works.set(true);
      comes.set();
    };
    auto inner = happy_eyeballs(250ms, net.close(), source(net, works, comes));
    auto body = [&]() -> task<std::string> {
      auto both = co_await join(std::move(inner), setter());
      co_return std::get<0>(both).name();
    };
    auto end = play(body());
    REQUIRE(end.ok());
    CHECK(*end.end == "a");
    CHECK(net.log == lines{"a starts 0", "b comes", "a ok 300"});
  }
}

TEST_CASE("a stop while next() is waited for: stopped") {
  network net;
  auto end =
      play(happy_eyeballs(250ms, net.close(), slow_source(list(net.ok("a", 300ms)), 1h)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
  CHECK(net.log == lines{});
}

TEST_CASE("an empty source fails when it says so") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(), slow_source(std::vector<connector>(), 70ms)));
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.at == 70ms);
}

TEST_CASE("a source that never yields, in a timeout: timed_out") {
  network net;
  auto body = [&]() -> task<connection> {
    auto inner =
        happy_eyeballs(250ms, net.close(), slow_source(std::vector<connector>(), duration::max()));
    co_return co_await timeout(std::move(inner), 10s);
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 10s);
}

// Pulling that fails.

TEST_CASE("next() fails while attempts run: they go on, and one may win") {
  for (const bool throws : {false, true}) {
    network net;
    failing_source::asked_again = 0;
    auto end = play(happy_eyeballs(
        250ms, net.close(), failing_source(list(net.hangs("a"), net.ok("b", 400ms)), throws)));
    REQUIRE(end.ok());
    CHECK(end.end->name() == "b");
    CHECK(end.at == 650ms);
    CHECK(failing_source::asked_again == 1);
  }
}

TEST_CASE("next() fails, and so do all attempts: its error is the last") {
  for (const bool throws : {false, true}) {
    network net;
    failing_source::asked_again = 0;
    auto end = play(
        happy_eyeballs(250ms, net.close(),
                       failing_source(list(net.fails("a", 900ms), net.fails("b", 10ms)), throws)));
    REQUIRE(end.failed());
    CHECK(end.at == 900ms);
    CHECK(causes_of(end.end.error()) == lines{"a", "b", "no more"});
    CHECK(end.code() == std::errc::connection_refused);
    CHECK(failing_source::asked_again == 1);
  }
}

TEST_CASE("next() fails at once: its error is the only one") {
  network net;
  auto end =
      play(happy_eyeballs(250ms, net.close(), failing_source(std::vector<connector>(), false)));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::network_down);
  CHECK(causes_of(end.end.error()) == lines{"no more"});
}

TEST_CASE("an iterator throws while attempts run: they go on, nothing more is pulled") {
  network net;
  int pulls = 0;
  auto make = [&](int i) {
    ++pulls;
    if (i == 2) throw std::runtime_error("no more");
    return net.ok(std::to_string(i), 1s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "0");
  CHECK(end.at == 1s);
  CHECK(pulls == 3);
}

TEST_CASE("an iterator throws, and all attempts fail: its error is the last") {
  network net;
  auto make = [&](int i) {
    if (i == 2) throw std::runtime_error("no more");
    return net.fails(std::to_string(i), 1s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.failed());
  CHECK(causes_of(end.end.error()) == lines{"0", "1", "no more"});
}

TEST_CASE("no memory for the next attempt: the running ones go on") {
  class scarce : public frame_resource {
   public:
    void* allocate(std::size_t bytes) override {
      if (left == 0) throw std::bad_alloc();
      --left;
      return ::operator new(bytes);
    }
    void deallocate(void* frame, std::size_t) noexcept override { ::operator delete(frame); }
    int left = 0;
  };
  bool once_won = false;
  for (int frames = 0; frames < 20; ++frames) {
    CAPTURE(frames);
    network net;
    scarce memory;
    memory.left = frames;
    {
      virtual_time time(&memory);
      auto& root = time.start(eyeballs_of(net, net.ok("a", 1s), net.ok("b", 2s), net.ok("c", 2s)));
      time.run();
      REQUIRE(root.ended());
      if (root.end().has_value()) once_won = root.end()->name() == "a";
      else CHECK(root.end().error().code() == std::errc::not_enough_memory);
    }
    CHECK(net.open() == 0);
  }
  CHECK(once_won);
}

// Staggers.

namespace {

/// Each attempt has a delay of its own.
class growing {
 public:
  auto wait(std::size_t k) const { return sleep(100ms * (k + 1)); }
};

/// Due when somebody says so.
class on_demand {
 public:
  explicit on_demand(std::vector<dataflow_variable<>>& due) : due_(&due) {}
  task<> wait(std::size_t k) { co_await (*due_)[k]; }
 private:
  std::vector<dataflow_variable<>>* due_;
};

class broken {
 public:
  task<> wait(std::size_t) {
    co_await sleep(100ms);
    throw std::runtime_error("broken stagger");
  }
};

}  // namespace

TEST_CASE("a stagger says when each attempt is due") {
  network net;
  auto end =
      play(happy_eyeballs(growing(), net.close(),
                          list(net.hangs("a"), net.hangs("b"), net.hangs("c"), net.ok("d", 0ms))));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") ==
        lines{"a starts 0", "b starts 100", "c starts 300", "d starts 600"});
}

TEST_CASE("a stagger is told the index of the newest attempt, and failures go before it") {
  network net;
  std::vector<dataflow_variable<>> due(3);
  auto setter = [&]() -> task<> {
    co_await sleep(700ms);
    due[1].set();
  };
  auto inner = happy_eyeballs(on_demand(due), net.close(),
                              list(net.fails("a", 10ms), net.hangs("b"), net.ok("c", 0ms)));
  auto body = [&]() -> task<> { co_await join(std::move(inner), setter()); };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 10", "c starts 700"});
}

TEST_CASE("a stagger that fails starts nobody; the failure of the newest still does") {
  network net;
  auto end =
      play(happy_eyeballs(broken(), net.close(), list(net.fails("a", 1s), net.ok("b", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 1010ms);
}

// Abandonment and cost.

TEST_CASE("virtual time destroyed with attempts in flight: nothing stays open, nothing starts") {
  network net;
  counting_frames frames;
  {
    virtual_time time(&frames);
    time.start(eyeballs_of(net, net.hangs("a"), net.slow_to_stop("b", 1h), net.ok("c", 0ms)));
    time.run_until(300ms);
  }
  CHECK(frames.live() == 0);
  CHECK(net.open() == 0);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("virtual time destroyed between choice and delivery: the winner is closed") {
  network net;
  {
    virtual_time time;
    time.start(eyeballs_of(net, net.slow_to_stop("a", 1h), net.ok("b", 0ms)));
    time.run_until(300ms);
    CHECK(net.is_open("b"));
  }
  CHECK(net.open() == 0);
  CHECK(net.closed("b") == 1);
}

TEST_CASE("a happy_eyeballs that is never awaited starts nothing") {
  network net;
  { auto t = eyeballs_of(net, net.ok("a", 0ms)); }
  CHECK(net.log == lines{});
  CHECK(net.open() == 0);
}

TEST_CASE("the recursion keeps less than 2 kB for each connector tried, and gives it all back") {
  const auto most_bytes = [](int n) {
    counting_frames frames;
    virtual_time time(&frames);
    auto refused = [](int) -> task<int> { co_return fail(std::errc::connection_refused); };
    auto& root =
        time.start(happy_eyeballs(250ms, std::views::iota(0, n) | std::views::transform(refused)));
    time.run();
    CHECK(root.end().has_error());
    CHECK(frames.live() == 0);
    return frames.most();
  };
  CHECK((most_bytes(1100) - most_bytes(100)) / 1000 < 2 * 1024);
}

TEST_CASE("a list that can be copied is copied: the caller's stays as it is") {
  network net;
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([&] { return net.ok("a", 10ms); });
  for (int round = 0; round < 2; ++round) {
    auto end = play(happy_eyeballs(250ms, net.close(), all));
    CHECK(end.ok());
  }
  CHECK(all.size() == 1);
  CHECK(all[0]);
}

TEST_CASE("a happy_eyeballs in a loop: try again as long as it fails") {
  network net;
  int rounds = 0;
  auto body = [&]() -> task<connection> {
    for (;;) {
      ++rounds;
      auto once = eyeballs_of(net, net.fails("a", 10ms),
                              rounds < 3 ? net.fails("b", 10ms) : net.ok("b", 10ms));
      auto r = co_await as_result(std::move(once));
      if (r) co_return *std::move(r);
      co_await sleep(1s);
    }
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(rounds == 3);
  CHECK(end.at == 2060ms);
  CHECK(net.open() == 1);
}
