// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/this_task.hpp"

#include "eyeballs/core/operation.hpp"
#include "support/busy.hpp"
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

TEST_CASE("a timeout ends a loop that never waits, at its time", "[D36]") {
  auto body = []() -> task<> { co_await timeout(busy(), 100ms); };
  auto end = play(body());
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 100ms);
}

TEST_CASE("a planned stop ends a loop that never waits, at its time", "[D36]") {
  auto end = play(busy(), 300ms);
  CHECK(end.stopped());
  CHECK(end.at == 300ms);
}

TEST_CASE("loops that never wait let each other and the timers go on", "[D36]") {
  timeline log;
  auto ticks = [&]() -> task<> {
    const environment here = co_await current_environment();
    for (int i = 0; i < 3; ++i) {
      co_await sleep(10ms);
      log.note("tick", here);
    }
  };
  auto body = [&]() -> task<> { co_await race(busy(), busy(), ticks()); };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(log == lines{"tick 10", "tick 20", "tick 30"});
}

TEST_CASE("to compute takes no time: the loop ends, though timers are armed", "[D36]") {
  auto computes = []() -> task<int> {
    int rounds = 0;
    while (rounds < 200'000) {
      ++rounds;
      co_await stop_point();
    }
    co_return rounds;
  };
  auto body = [&]() -> task<int> { co_return co_await timeout(computes(), 1ms); };
  auto end = play(body());
  CHECK(*end.end == 200'000);
  CHECK(end.at == 0ms);
}

TEST_CASE("a stop point goes on at once, 256 times in a turn; then an outside event comes first",
          "[D36]") {
  timeline log;
  auto loops = [&](int stop_points) -> task<> {
    for (int i = 0; i < stop_points; ++i) co_await stop_point();
    log.note(std::to_string(stop_points));
  };
  auto beside = [&]() -> task<> {
    co_await sleep(0ms);
    log.note("event");
  };
  auto body = [&](int stop_points) -> task<> {
    co_await join(beside(), loops(stop_points), loops(1));
  };
  play(body(255));
  CHECK(log == lines{"255", "1", "event"});
  log.clear();
  play(body(256));
  CHECK(log == lines{"256", "event", "1"});
}

TEST_CASE("steps of a loop that never waits come to an end, and time goes on", "[D36]") {
  virtual_time time;
  auto& run = time.start(busy());
  CHECK(time.step());
  CHECK(time.elapsed() == 0ms);
  time.run_until(20ms);
  CHECK(time.elapsed() == 20ms);
  CHECK_FALSE(run.ended());
  run.request_stop();
  time.run_until(20ms);
  CHECK(run.end().stopped());
}

TEST_CASE("virtual time destroyed with a loop that never waits: it is stopped, shielded or not",
          "[D36]") {
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto shielded = []() -> task<> { co_await shield(busy()); };
    time.start(busy());
    time.start(shielded());
    time.run_until(1ms);
    CHECK(frames.live() > 0);
  }
  CHECK(frames.live() == 0);
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
