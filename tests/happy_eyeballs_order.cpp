// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include "support/network.hpp"
#include "support/steps.hpp"

// Which attempt starts when, and who wins.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

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
