// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/shield.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("a shielded task is not stopped") {
  auto body = []() -> task<int> { co_return co_await shield(after(20ms, 7)); };
  auto end = play(body(), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(end.at == 20ms);
}

TEST_CASE("a shielded task's error reaches its parent although that was stopped", "[D13]") {
  auto body = []() -> task<int> { co_return co_await shield(failing(20ms)); };
  auto end = play(body(), 10ms);
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a shield after the stop starts its task, and that sees no stop") {
  bool asked = true;
  auto inner = [&]() -> task<int> {
    co_await sleep(20ms);
    asked = co_await stop_requested();
    const int i = co_await race(after(10ms, 1), hanging());
    co_return i;
  };
  auto body = [&]() -> task<int> {
    auto o = co_await as_outcome(never());
    const int i = co_await shield(inner());
    (void)o;
    co_return i;
  };
  auto end = play(body(), 10ms);
  REQUIRE(end.ok());
  CHECK_FALSE(asked);
  CHECK(end.at == 40ms);
}

TEST_CASE("after a shield the task is as stopped as before") {
  auto body = []() -> task<> {
    co_await shield(sleep(20ms));
    co_await sleep(1ms);
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
}

TEST_CASE("a race awaits a shielded loser") {
  auto body = []() -> task<int> {
    co_return co_await race(after(10ms, 1), shield(after(50ms, 2)));
  };
  auto end = play(body());
  CHECK(*end.end == 1);
  CHECK(end.at == 50ms);
}

// Abandonment: the one stop that a shield sees.

TEST_CASE("virtual time destroyed with work in flight: all waits end as stopped") {
  timeline log;
  dataflow_variable<int> v;
  int live = 0;
  auto child = [&](std::string name, counted c) -> task<int> {
    const environment here = co_await current_environment();
    note_at_exit noting(log, name, here);
    counted kept(std::move(c));
    co_await sleep(1h);
    co_return 1;
  };
  auto reading = [&](counted c) -> task<int> {
    counted kept(std::move(c));
    co_return co_await v;
  };
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto body = [&]() -> task<> {
      counted a(live), b(live), c(live);
      auto first = race(child("a", std::move(a)), child("b", std::move(b)));
      co_await join(std::move(first), reading(std::move(c)));
    };
    auto& root = time.start(body());
    time.run_until(10ms);
    CHECK_FALSE(root.ended());
    CHECK(time.pending().waits == 3);
    CHECK(live == 3);
  }
  CHECK(live == 0);
  CHECK(frames.live() == 0);
  CHECK(log == lines{"a 10", "b 10"});
}

TEST_CASE("virtual time destroyed: shields see it too, and no wait starts again") {
  timeline log;
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto inner = [&]() -> task<> {
      const environment here = co_await current_environment();
      auto o = co_await as_outcome(sleep(1h));
      log.note(o.stopped() ? "shielded sleep stopped" : "?", here);
      auto again = co_await as_outcome(shield(sleep(1h)));
      log.note(again.stopped() ? "shielded again, stopped" : "?", here);
      auto group = co_await as_outcome(shield(race(sleep(1h), sleep(2h))));
      log.note(group.stopped() ? "shielded race, stopped" : "?", here);
    };
    auto body = [&]() -> task<> { co_await shield(inner()); };
    time.start(body());
    time.run_until(10ms);
  }
  CHECK(log == lines{"shielded sleep stopped 10", "shielded again, stopped 10",
                     "shielded race, stopped 10"});
  CHECK(frames.live() == 0);
}

TEST_CASE("virtual time destroyed while a stopped tree is being cleaned up under a shield") {
  timeline log;
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto cleanup = [&]() -> task<> {
      const environment here = co_await current_environment();
      note_at_exit gone(log, "cleanup gone", here);
      co_await sleep(1h);
    };
    auto body = [&]() -> task<> {
      auto o = co_await as_outcome(never());
      co_await shield(cleanup());
      (void)o;
    };
    auto& root = time.start(body());
    root.request_stop();
    time.run_until(10ms);
    CHECK_FALSE(root.ended());
  }
  CHECK(log == lines{"cleanup gone 10"});
  CHECK(frames.live() == 0);
}

TEST_CASE("virtual time destroyed: no wait starts again where the stop is still on its way down") {
  timeline log;
  dataflow_variable<> v;
  v.set();
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto inner = [&]() -> task<> {
      auto o = co_await as_outcome(shield(sleep(1h)));
      log.note(o.stopped() ? "shielded sleep stopped" : "?");
      co_await v;
      log.note("not reached");
    };
    auto body = [&]() -> task<> { co_await join(join(inner())); };
    time.start(body());
    time.run_until(10ms);
  }
  CHECK(log == lines{"shielded sleep stopped"});
  CHECK(frames.live() == 0);
}
