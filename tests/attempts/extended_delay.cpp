// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/attempts/extended_delay.hpp"

#include <string>
#include <utility>
#include <vector>

#include "eyeballs/happy_eyeballs.hpp"
#include "support/network.hpp"

// The delay of `happy_eyeballs` for connectors that tell that they get on.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Gets on after a time, and ends as `then` does.
connector in_two_steps(duration first, attempt_progress progress, connector then) {
  co_await sleep(first);
  progress();
  progress();  // which does not count
  co_return co_await std::move(then);
}

}  // namespace

TEST_CASE("extended_delay: a connector that gets on has twice the time that it took") {
  network net;
  const extended_delay delay(250ms);
  auto end = play(happy_eyeballs(
      delay, net.close(),
      list(in_two_steps(60ms, delay.progress_of(0), net.hangs("a")), net.ok("b", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(net.log.with("b starts") == lines{"b starts 370"});
}

TEST_CASE("extended_delay: no more than the delay, and its failure ends it") {
  network net;
  const extended_delay delay(100ms);
  auto end = play(happy_eyeballs(
      delay, net.close(),
      list(in_two_steps(90ms, delay.progress_of(0), net.hangs("a")),
           in_two_steps(50ms, delay.progress_of(1), net.fails("b", 110ms)), net.ok("c", 1ms))));
  REQUIRE(end.ok());
  CHECK(end.at == 361ms);
  CHECK(net.log.with("fails") == lines{"b fails 360"});
  CHECK(net.log.with("c starts") == lines{"c starts 360"});
}

TEST_CASE("extended_delay: without progress it is a delay") {
  network net;
  const extended_delay delay(100ms);
  auto end = play(
      happy_eyeballs(delay, net.close(), list(net.hangs("a"), net.hangs("b"), net.ok("c", 1ms))));
  REQUIRE(end.ok());
  CHECK(end.at == 201ms);
}

TEST_CASE(
    "extended_delay: only the newest connector gets more time, and only before the next is due") {
  network net;
  const extended_delay delay(100ms);
  auto end = play(happy_eyeballs(
      delay, net.close(),
      list(in_two_steps(150ms, delay.progress_of(0), net.hangs("a")), net.hangs("b"),
           in_two_steps(100ms, delay.progress_of(2), net.hangs("c")), net.ok("d", 1ms))));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") ==
        lines{"b starts 100", "a starts 150", "c starts 300", "d starts 300"});
}

TEST_CASE("a progress that belongs to nobody does nothing") {
  const attempt_progress progress;
  progress();
  const extended_delay delay(1ms);
  delay.progress_of(0)();  // before its contest begins
}
