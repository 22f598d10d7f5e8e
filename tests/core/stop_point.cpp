// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/this_task.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("stop_point goes on while no stop was requested") {
  auto body = []() -> task<int> {
    co_await stop_point();
    co_return 1;
  };
  auto end = play(body());
  CHECK(*end.end == 1);
}

TEST_CASE("stop_point ends the task as stopped if a stop was requested") {
  timeline log;
  auto body = [&]() -> task<> {
    const environment here = co_await current_environment();
    for (;;) {
      co_await shield(sleep(20ms));
      log.note("round", here);
      co_await stop_point();
    }
  };
  auto end = play(body(), 50ms);
  CHECK(end.stopped());
  CHECK(end.at == 60ms);
  CHECK(log == lines{"round 20", "round 40", "round 60"});
}

TEST_CASE("stop_point knows of a stop that is still on its way down") {
  // Both wait for one variable, the first asks for the stop of the whole tree from above the race
  // of the second; the stop is then queued, and stop_point knows.
  timeline log;
  auto quick = [&]() -> task<int> { co_return 1; };
  auto slow = [&]() -> task<int> {
    auto o = co_await as_outcome(never());
    co_await stop_point();
    log.note(o.stopped() ? "not reached" : "?");
    co_return 2;
  };
  auto late = [&]() -> task<int> {
    co_await sleep(10ms);
    co_return co_await quick();
  };
  auto body = [&]() -> task<int> { co_return co_await race(slow(), late()); };
  auto end = play(body());
  CHECK(*end.end == 1);
  CHECK(log == lines{});
}

TEST_CASE("no catch sees a stop_point") {
  bool caught = false;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    try {
      co_await stop_point();
    } catch (...) { caught = true; }
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK_FALSE(caught);
}

TEST_CASE("inside a shield stop_point sees no stop") {
  auto inner = []() -> task<int> {
    co_await sleep(20ms);
    co_await stop_point();
    co_return 1;
  };
  auto body = [&]() -> task<int> { co_return co_await shield(inner()); };
  auto end = play(body(), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
}
