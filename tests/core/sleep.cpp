// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/sleep.hpp"

#include "eyeballs/core/sleep.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

task<> sleeper(timeline& log, std::string name, duration d) {
  const environment here = co_await current_environment();
  co_await sleep(d);
  log.note(name, here);
}

}  // namespace

TEST_CASE("sleeps in a row add up") {
  auto body = []() -> task<> {
    co_await sleep(1s);
    co_await sleep(500ms);
    co_await sleep(250us);
  };
  auto end = play(body());
  CHECK(end.at == 1500ms + 250us);
}

TEST_CASE("equal deadlines fire in the order in which they were armed") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await join(sleeper(log, "a", 20ms), sleeper(log, "b", 10ms), sleeper(log, "c", 20ms),
                  sleeper(log, "d", 10ms));
  };
  play(body());
  CHECK(log == lines{"b 10", "d 10", "a 20", "c 20"});
}

TEST_CASE("equal deadlines of many: first in, first out") {
  timeline log;
  lines expected;
  auto body = [&]() -> task<> {
    std::vector<task<>> all;
    for (int i = 0; i < 1000; ++i) all.push_back(sleeper(log, std::to_string(i), 10ms));
    co_await join(std::move(all));
  };
  for (int i = 0; i < 1000; ++i) expected.push_back(std::to_string(i) + " 10");
  play(body());
  CHECK(log == expected);
}

TEST_CASE("zero and negative sleeps go through the timer too") {
  timeline log;
  auto other = [&]() -> task<> {
    log.note("other");
    co_return;
  };
  auto body = [&]() -> task<> {
    co_await join(sleeper(log, "zero", 0ms), sleeper(log, "negative", -5ms), other());
  };
  auto end = play(body());
  CHECK(end.at == 0ms);
  REQUIRE(log.all().size() == 3);
  CHECK(log.all()[0] == "other");
}

TEST_CASE(
    "a negative sleep is due before a zero one of the same instant, and time never goes back") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await sleep(10ms);
    co_await join(sleeper(log, "zero", 0ms), sleeper(log, "negative", -5ms));
  };
  auto end = play(body());
  CHECK(end.at == 10ms);
  CHECK(log.with(" 10").size() == 2);
}

TEST_CASE("huge sleeps do not overflow: they never end") {
  auto body = []() -> task<> {
    co_await race(sleep(duration::max()), sleep(std::chrono::hours::max()),
                  sleep(std::chrono::duration<double>(1e300)),
                  sleep(std::chrono::duration<long long, std::ratio<86400>>::max()), sleep(1s));
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(end.at == 1s);
}

TEST_CASE("the most negative sleeps do not overflow: they end at once") {
  auto body = []() -> task<> {
    co_await sleep(duration::min());
    co_await sleep(std::chrono::hours::min());
    co_await sleep(std::chrono::duration<double>(-1e300));
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(end.at == 0ms);
}

TEST_CASE("a long sleep after some time saturates: it never ends") {
  auto body = []() -> task<> {
    co_await sleep(1h);
    co_await sleep(duration::max() - 1ns);
  };
  auto end = play(body(), 2h);
  CHECK(end.stopped());
  CHECK(end.at == 2h);
}

TEST_CASE("a sleep of any unit and number") {
  auto body = []() -> task<> {
    co_await sleep(std::chrono::duration<double, std::milli>(1.5));
    co_await sleep(std::chrono::duration<int, std::ratio<60>>(1));
  };
  auto end = play(body());
  CHECK(end.at == 1500us + 60s);
}

TEST_CASE("a stopped sleep ends in the turn of the stop, and its timer is gone") {
  auto body = []() -> task<> { co_await sleep(1h); };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
}

TEST_CASE("a sleep after the stop ends at once") {
  auto body = []() -> task<> {
    co_await shield(sleep(20ms));
    co_await sleep(1h);
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
}

TEST_CASE("the alarm and the stop of one instant: the one armed first", "[D18]") {
  auto body = []() -> task<int> {
    co_await sleep(10ms);
    co_return 1;
  };
  auto end = play(body(), 10ms);
  CHECK(end.ok());
}

// A wait without a time.

TEST_CASE("never ends only as stopped, in the turn of the stop") {
  auto body = []() -> task<> { co_await never(); };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
}

TEST_CASE("never after the stop ends at once") {
  auto body = []() -> task<> {
    co_await shield(sleep(20ms));
    co_await never();
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
}

TEST_CASE("never alone is a deadlock, not a hang") {
  auto body = []() -> task<> { co_await never(); };
  auto end = run_in_virtual_time(body());
  REQUIRE(end.has_error());
  CHECK(end.error().code() == errc::deadlock);
}
