// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/this_task.hpp"
#include "eyeballs/core/operation.hpp"
#include "eyeballs/core/this_task.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

// Where it runs, and whether it is asked to stop.

TEST_CASE("a task knows its scheduler and its time") {
  auto body = []() -> task<bool> {
    const environment here = co_await current_environment();
    const auto began = here.where->now();
    co_await sleep(10ms);
    co_return here.where->now() - began == 10ms;
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("stop_requested asks, and does not end the task") {
  std::vector<bool> asked;
  auto body = [&]() -> task<> {
    for (int i = 0; i < 2; ++i) {
      const bool requested = co_await stop_requested();
      asked.push_back(requested);
      co_await shield(sleep(20ms));
    }
  };
  auto end = play(body(), 10ms);
  CHECK(end.ok());
  CHECK(asked == std::vector<bool>{false, true});
}

// stop_point.

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

// yield_turn.

TEST_CASE("yield_turn goes on before the next event, also one of the same instant") {
  timeline log;
  auto waits = [&](std::string name) -> task<> {
    const environment here = co_await current_environment();
    co_await sleep(10ms);
    log.note(name, here);
    co_await yield_turn();
    log.note(name + " again", here);
  };
  auto body = [&]() -> task<> { co_await join(waits("a"), waits("b")); };
  play(body());
  CHECK(log == lines{"a 10", "a again 10", "b 10", "b again 10"});
}

TEST_CASE("yield_turn lets what the same event has made ready go first") {
  timeline log;
  dataflow_variable<> v;
  auto reader = [&]() -> task<> {
    co_await v;
    log.note("reader");
  };
  auto setter = [&]() -> task<> {
    co_await sleep(10ms);
    v.set();
    co_await yield_turn();
    log.note("setter");
  };
  auto body = [&]() -> task<> { co_await join(setter(), reader()); };
  auto end = play(body());
  CHECK(end.at == 10ms);
  CHECK(log == lines{"reader", "setter"});
}

TEST_CASE("yield_turn after a stop ends the task as stopped") {
  bool went_on = false;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await yield_turn();
    went_on = true;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK_FALSE(went_on);
}
