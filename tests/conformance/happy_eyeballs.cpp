// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "cases.hpp"
#include "support/network.hpp"
#include "support/steps.hpp"

// happy_eyeballs.json: one test for each script, its id first in the name.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("happy_eyeballs.json is tested whole") {
  conformance::check_no_case_is_forgotten(
      "happy_eyeballs.json", "happy_eyeballs.cpp",
      {{"he-close-throws",
        "close is noexcept: one that may throw does not compile (compile_fail/close_may_throw)"}});
}

TEST_CASE("he-zero-nil: an empty list fails at once, with no errors") {
  network net;
  auto end = play(happy_eyeballs(300ms, net.close(), std::vector<connector>()));
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(end.end.error().causes().empty());
}

TEST_CASE("he-all-fail: at the last failure, in connector order") {
  network net;
  auto end =
      play(happy_eyeballs(300ms, net.close(), list(net.fails("a", 10ms), net.fails("b", 10ms))));
  REQUIRE(end.failed());
  CHECK(end.at == 20ms);
  CHECK(causes_of(end.end.error()) == lines{"a", "b"});
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 10"});
}

TEST_CASE("he-cancel-before-trigger-async: stopped at 20, b and c never start") {
  network net;
  auto end =
      play(happy_eyeballs(300ms, net.close(),
                          list(net.stubborn_fails("a", 20ms), net.ok("b", 0ms), net.ok("c", 0ms))),
           10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK(net.log.with("starts") == lines{"a starts 0"});
}

TEST_CASE("he-win-before-trigger: a at 10, b and c never start, no timer is left") {
  network net;
  auto end = play(happy_eyeballs(300ms, net.close(),
                                 list(net.ok("a", 10ms), net.ok("b", 0ms), net.ok("c", 0ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 10ms);
  CHECK(net.log.with("starts") == lines{"a starts 0"});
}

TEST_CASE("he-parallel-teardown: at 1700, the longest and not the sum") {
  network net;
  auto end = play(happy_eyeballs(
      300ms, net.close(),
      list(net.slow_to_stop("a", 1s), net.slow_to_stop("b", 1s), net.ok("c", 100ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "c");
  CHECK(net.log.with("c ok") == lines{"c ok 700"});
  CHECK(end.at == 1700ms);
}

TEST_CASE("he-late-success-loser: closed exactly once, before the result is delivered") {
  network net;
  auto end = play(
      happy_eyeballs(300ms, net.close(), list(net.ok("a", 310ms), net.stubborn_ok("b", 100ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 400ms);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 1);
}

TEST_CASE("he-cancel-then-success: a closed exactly once, stopped at 20", "[D12]") {
  network net;
  auto end = play(
      happy_eyeballs(300ms, net.close(), list(net.stubborn_ok("a", 20ms), net.ok("b", 0ms))), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("he-inside-timeout: a closed exactly once, timed_out at 2000", "[D6]") {
  network net;
  auto inner =
      happy_eyeballs(300ms, net.close(), list(net.ok("a", 310ms), net.stubborn_fails("b", 1700ms)));
  auto end = play(limited(std::move(inner), 1s));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 2000ms);
  CHECK(net.closed("a") == 1);
  CHECK(net.open() == 0);
}

TEST_CASE("he-old-failure-does-not-trigger: c starts at 600, not at 350", "[D1]") {
  network net;
  auto end = play(happy_eyeballs(300ms, net.close(),
                                 list(net.fails("a", 350ms), net.hangs("b"), net.ok("c", 0ms))));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 300", "c starts 600"});
}

TEST_CASE("he-sync-failures: the third at 0, the fourth never starts") {
  network net;
  auto end = play(happy_eyeballs(
      300ms, net.close(),
      list(net.fails("a", 0ms), net.fails("b", 0ms), net.ok("42", 0ms), net.ok("d", 0ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "42");
  CHECK(end.at == 0ms);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 0", "42 starts 0"});
}

TEST_CASE("he-identical-values: who was first wins, the equal value of b is closed once") {
  int closed = 0;
  auto close = [&](int&&) noexcept { ++closed; };
  auto end = play(happy_eyeballs(300ms, close, list(after(310ms, 7), stubborn(100ms, 7))));
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(end.at == 400ms);
  CHECK(closed == 1);
}

TEST_CASE("he-connector-throws-on-start: a failure, b starts at once") {
  network net;
  auto end =
      play(happy_eyeballs(300ms, net.close(), list(net.throws("a", 0ms), net.ok("b", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 10ms);
}

TEST_CASE("he-loser-sync-success-on-cancel: b closed, a is the result") {
  network net;
  auto end =
      play(happy_eyeballs(300ms, net.close(), list(net.ok("a", 310ms), net.ok_when_stopped("b"))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 310ms);
  CHECK(net.closed("b") == 1);
  CHECK(net.open() == 1);
}

TEST_CASE("he-cancel-idempotent: a stop after delivery does nothing, before it closes a", "[D6]") {
  for (const bool delivered : {true, false}) {
    network net;
    virtual_time time;
    auto& root =
        time.start(happy_eyeballs(300ms, net.close(),
                                  delivered ? list(net.ok("a", 310ms), net.hangs("b"))
                                            : list(net.ok("a", 310ms), net.slow_to_stop("b", 1s))));
    time.run_until(400ms);
    CHECK(root.ended() == delivered);
    root.request_stop();
    root.request_stop();
    time.run();
    REQUIRE(root.ended());
    CHECK(root.end().has_value() == delivered);
    CHECK(root.end().stopped() == !delivered);
    CHECK(net.closed("a") == (delivered ? 0 : 1));
    CHECK(net.open() == (delivered ? 1u : 0u));
  }
}

TEST_CASE("he-depth: any number that fail at once, then one that succeeds (the stack: deep.cpp)") {
  for (const int n : {100, 1'000, 10'000, 100'000}) {
    std::vector<task<int>> all;
    for (int i = 0; i < n; ++i) all.push_back(failed());
    all.push_back(ready(42));
    auto end = play(happy_eyeballs(300ms, std::move(all)));
    REQUIRE(end.ok());
    CHECK(*end.end == 42);
    CHECK(end.at == 0ms);
  }
}
