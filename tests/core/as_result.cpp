// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/as_result.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("as_result looks at a value") {
  auto body = []() -> task<int> {
    auto r = co_await as_result(after(1ms, 7));
    co_return r ? *r : 0;
  };
  auto end = play(body());
  CHECK(*end.end == 7);
}

TEST_CASE("as_result looks at an error without a throw") {
  auto body = []() -> task<bool> {
    auto r = co_await as_result(failing(1ms));
    co_return r.has_error() && r.error().code() == std::errc::connection_refused;
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end);
}

TEST_CASE("a stopped child stops its awaiter through as_result") {
  bool reached = false;
  auto body = [&]() -> task<> {
    auto r = co_await as_result(hanging());
    reached = r.has_value() || r.has_error();
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK_FALSE(reached);
}

TEST_CASE("a child that stops by itself stops its awaiter through as_result") {
  auto body = [&]() -> task<> {
    auto r = co_await as_result(stops_itself());
    (void)r;
  };
  auto end = play(body());
  CHECK(end.stopped());
}

TEST_CASE("as_outcome yields a value, an error, or stopped") {
  std::vector<int> seen;
  auto note = [&](const auto& o) {
    seen.push_back(o.has_value() ? 1 : o.has_error() ? 2 : o.stopped() ? 3 : 0);
  };
  auto body = [&]() -> task<> {
    auto a = co_await as_outcome(ready(1));
    note(a);
    auto b = co_await as_outcome(failing(1ms));
    note(b);
    auto c = co_await as_outcome(stops_itself());
    note(c);
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(seen == std::vector<int>{1, 2, 3});
}

TEST_CASE("as_outcome is the place where a stopped child resumes its parent") {
  timeline log;
  auto body = [&]() -> task<int> {
    const environment here = co_await current_environment();
    auto o = co_await as_outcome(hanging());
    log.note(o.stopped() ? "stopped" : "?", here);
    co_return 7;
  };
  auto end = play(body(), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(log == lines{"stopped 10"});
}

TEST_CASE("with as_outcome and shield, cleanup after a stop can wait") {
  timeline log;
  auto body = [&]() -> task<> {
    const environment here = co_await current_environment();
    auto o = co_await as_outcome(hanging());
    co_await shield(sleep(50ms));
    log.note("said goodbye", here);
    co_await stop_point();
    log.note("not reached");
    (void)o;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 60ms);
  CHECK(log == lines{"said goodbye 60"});
}

TEST_CASE("as_result and as_outcome of leaves, groups and each other") {
  dataflow_variable<int> v;
  v.set(7);
  auto body = [&]() -> task<int> {
    auto slept = co_await as_result(sleep(1ms));
    auto read = co_await as_result(v);
    auto raced = co_await as_outcome(race(after(1ms, 1), hanging()));
    auto nested = co_await as_outcome(as_result(failing(1ms)));
    const bool all = slept && &*read == &v.value() && *raced == 1 && nested && nested->has_error();
    co_return all ? 1 : 0;
  };
  auto end = play(body());
  CHECK(*end.end == 1);
}

TEST_CASE("as_result of what can only be moved") {
  auto body = []() -> task<int> {
    auto r = co_await as_result(after(1ms, move_only(7)));
    move_only m = *std::move(r);
    co_return m.value;
  };
  auto end = play(body());
  CHECK(*end.end == 7);
}

TEST_CASE("as_result costs no frame") {
  counting_frames frames;
  virtual_time time(&frames);
  auto body = []() -> task<> {
    auto a = co_await as_result(sleep(1ms));
    auto b = co_await as_outcome(as_result(sleep(1ms)));
    (void)a, (void)b;
  };
  time.start(body());
  time.run();
  CHECK(frames.made() == 0);
}
