// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include "support/network.hpp"
#include "support/steps.hpp"

// A stop from outside, and connectors that end stopped by themselves.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

connector stops_after(network& net, duration d) {
  if (d > 0ms) co_await sleep(d);
  co_await stops_itself();
  co_return connection(net, "?");
}

}  // namespace

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

TEST_CASE("stopped, whatever has connected or does so after it is closed once", "[D6][D12]") {
  struct row {
    const char* what;
    connector (*a)(network&);
    connector (*b)(network&);
    std::chrono::milliseconds stop_at, ends_at;
    lines closed;
  };

  const row rows[] = {
      {"a connector succeeds after the stop",
       [](network& net) { return net.stubborn_ok("a", 20ms); },
       [](network& net) { return net.ok("b", 0ms); },
       10ms,
       20ms,
       {"a"}},
      {"two connectors succeed after the stop",
       [](network& net) { return net.stubborn_ok("a", 400ms); },
       [](network& net) { return net.stubborn_ok("b", 400ms); },
       300ms,
       650ms,
       {"a", "b"}},
      {"stopped between choice and delivery",
       [](network& net) { return net.slow_to_stop("a", 1s); },
       [](network& net) { return net.ok("b", 50ms); },
       700ms,
       1300ms,
       {"b"}},
      {"stopped between choice and delivery, and a late success",
       [](network& net) { return net.stubborn_ok("a", 1s); },
       [](network& net) { return net.ok("b", 50ms); },
       700ms,
       1000ms,
       {"a", "b"}},
  };
  for (const row& r : rows) {
    INFO(r.what);
    network net;
    auto end = play(eyeballs_of(net, r.a(net), r.b(net)), r.stop_at);
    CHECK(end.stopped());
    CHECK(end.at == r.ends_at);
    for (const std::string& name : r.closed) CHECK(net.closed(name) == 1);
    CHECK(net.closed() == int(r.closed.size()));
    CHECK(net.open() == 0);
  }
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
  auto end = play(limited(eyeballs_of(net, net.slow_to_stop("a", 1s), net.ok("b", 60ms)), 1s));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 1310ms);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("attempts do not outlive an outer timeout") {
  network net;
  auto end = play(limited(eyeballs_of(net, net.hangs("a"), net.hangs("b"), net.hangs("c")), 300ms));
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
  auto end = play(eyeballs_of(net, stops_after(net, 0ms), net.ok("b", 10ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
}

TEST_CASE("a connector that ends stopped by itself is not waited for: the next starts at once") {
  for (const duration delay : {duration(250ms), duration::max()}) {
    CAPTURE(delay == duration::max());
    network net;
    auto end =
        play(happy_eyeballs(delay, net.close(), list(stops_after(net, 10ms), net.ok("b", 20ms))));
    REQUIRE(end.ok());
    CHECK(end.end->name() == "b");
    CHECK(end.at == 30ms);
    CHECK(net.log == lines{"b starts 10", "b ok 30"});
  }
}

TEST_CASE("a connector that ends stopped by itself, and no other wins: the end is stopped") {
  network net;
  auto end = run_in_virtual_time(eyeballs_of(net, stops_after(net, 0ms), net.fails("b", 10ms)));
  CHECK(end.stopped());
}
