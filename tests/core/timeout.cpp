// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/timeout.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("the value comes first: the value, and no timer stays") {
  auto end = play(limited(after(50ms, 7), 100ms));
  CHECK(*end.end == 7);
  CHECK(end.at == 50ms);
}

TEST_CASE("the error comes first: the error") {
  auto end = play(limited(failing(50ms), 100ms));
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(end.at == 50ms);
}

TEST_CASE("time comes first: timed_out, the task is stopped") {
  timeline log;
  auto end = play(limited(noted(log, "a", hanging()), 100ms));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 100ms);
  CHECK(log == lines{"a starts 0", "a stopped 100"});
}

TEST_CASE("time comes first, and the task is awaited: its late value is destroyed") {
  int live = 0;
  auto late = [&]() -> task<counted> {
    co_await shield(sleep(500ms));
    co_return counted(live);
  };
  auto end = play(limited(late(), 100ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 500ms);
  CHECK(live == 0);
}

TEST_CASE("time comes first, then an error: timed_out") {
  auto end = play(limited(stubborn_failing(500ms), 100ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 500ms);
}

TEST_CASE("time comes first, then a stop: timed_out") {
  auto end = play(limited(stubborn(500ms, 1), 100ms), 200ms);
  CHECK(end.code() == std::errc::timed_out);
}

TEST_CASE("a stop comes first: stopped") {
  auto end = play(limited(hanging(), 100ms), 50ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("a stop comes first, and the time passes while the task ends: stopped") {
  auto end = play(limited(stubborn_failing(500ms), 100ms), 50ms);
  CHECK(end.stopped());
  CHECK(end.at == 500ms);
}

TEST_CASE("a stop comes first, then a value: stopped, and the value is destroyed") {
  auto end = play(limited(stubborn(80ms, 7), 100ms), 50ms);
  CHECK(end.stopped());
  CHECK(end.at == 80ms);
}

TEST_CASE("a stop comes first, and the task's end in the same turn is taken after it: stopped") {
  // The race is won while the failure of the limited task, a group's, is still in the queue. A join
  // in the same place is stopped as well.
  timeline log;
  auto fails_soon = []() -> task<int> { co_return co_await race(std::vector<task<int>>()); };
  auto joined = [&]() -> task<int> {
    co_await join(fails_soon());
    co_return 1;
  };
  auto body = [&]() -> task<int> {
    co_return co_await race(noted(log, "limited", limited(fails_soon(), 100ms)),
                            noted(log, "joined", joined()), ready(7));
  };
  auto end = play(body());
  CHECK(*end.end == 7);
  CHECK(log.with("limited") == lines{"limited starts 0", "limited stopped 0"});
  CHECK(log.with("joined") == lines{"joined starts 0", "joined stopped 0"});
}

TEST_CASE("the task stops by itself first: stopped") {
  auto itself = []() -> task<int> {
    co_await stops_itself();
    co_return 1;
  };
  auto end = play(limited(itself(), 100ms));
  CHECK(end.stopped());
  CHECK(end.at == 0ms);
}

TEST_CASE("time and value in one instant: the timeout's timer was armed first", "[D18]") {
  auto end = play(limited(after(100ms, 7), 100ms));
  CHECK(end.code() == std::errc::timed_out);
}

TEST_CASE("a task that ends at once wins against no time at all") {
  auto end = play(limited(ready(7), 0ms));
  CHECK(*end.end == 7);
}

TEST_CASE("the longest timeout never comes") {
  auto end = play(limited(after(1000h, 7), duration::max()));
  CHECK(*end.end == 7);
  auto body = []() -> task<int> {
    co_return co_await timeout(after(1h, 7), std::chrono::hours::max());
  };
  auto hours = play(body());
  CHECK(*hours.end == 7);
}

TEST_CASE("a negative timeout has come") {
  auto end = play(limited(hanging(), -5ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 0ms);
}

TEST_CASE("a timeout that starts after the stop starts no child, and is stopped") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await timeout(noted(log, "a", ready(1)), 1s);
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{});
}

TEST_CASE("timeouts of void, of references, of what can only be moved, of results") {
  dataflow_variable<int> v;
  v.set(7);
  auto body = [&]() -> task<bool> {
    co_await timeout(sleep(1ms), 1s);
    const int& r = co_await timeout(v, 1s);
    auto m = co_await timeout(after(1ms, move_only(3)), 1s);
    auto looked = co_await as_result(timeout(hanging(), 1ms));
    auto inner = co_await timeout(as_result(failing(1ms)), 1s);
    co_return &r == &v.value() && m.value == 3 && looked.has_error() && inner.has_error();
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end);
}

TEST_CASE("timeouts in timeouts: the shorter comes first") {
  auto outer_first = play(limited(limited(hanging(), 200ms), 100ms));
  CHECK(outer_first.code() == std::errc::timed_out);
  CHECK(outer_first.at == 100ms);
  auto inner_first = play(limited(limited(hanging(), 100ms), 200ms));
  CHECK(inner_first.code() == std::errc::timed_out);
  CHECK(inner_first.at == 100ms);
}

TEST_CASE("timeouts can be raced and joined") {
  auto body = []() -> task<int> {
    co_return co_await race(timeout(hanging(), 10ms), timeout(after(20ms, 2), 30ms));
  };
  auto end = play(body());
  CHECK(*end.end == 2);
}
