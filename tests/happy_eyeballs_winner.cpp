// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <memory>

#include "support/network.hpp"
#include "support/steps.hpp"

// From the win on: the losers, late connections, the delivery.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

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
