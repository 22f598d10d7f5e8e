// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "cases.hpp"
#include "support/steps.hpp"

// operators.json: one test for each script, its id first in the name. "Fails with Cancelled" is
// stopped here, which no catch block sees; "synchronously" is in the same turn.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

constexpr auto err1 = std::errc::connection_refused, err2 = std::errc::host_unreachable;

template <class... Tasks> auto raced(Tasks... tasks)
    -> task<typename decltype(race(std::move(tasks)...))::value_type> {
  co_return co_await race(std::move(tasks)...);
}

template <class... Tasks> auto joined(Tasks... tasks)
    -> task<typename decltype(join(std::move(tasks)...))::value_type> {
  co_return co_await join(std::move(tasks)...);
}

template <class T> task<T> shielded(task<T> t) { co_return co_await shield(std::move(t)); }

std::vector<std::error_code> codes(const error& e) {
  std::vector<std::error_code> all;
  for (const auto& cause : e.causes()) all.push_back(cause.code());
  return all;
}

}  // namespace

TEST_CASE("operators.json is tested whole") {
  conformance::check_no_case_is_forgotten(
      "operators.json", "operators.cpp",
      {{"join-f-throws", "our join has no combining function that could throw"},
       {"join-success-continuation-throws",
        "there are no continuations; the case itself says not to copy what it saw"}});
}

TEST_CASE("race-success: 1, once b has ended") {
  timeline log;
  auto end = play(raced(noted(log, "a", after(10ms, 1)), noted(log, "b", stubborn_failing(50ms))));
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
  CHECK(end.at == 50ms);
  CHECK(log == lines{"a starts 0", "b starts 0", "a ok 10", "b fails 50"});
}

TEST_CASE("race-fail: all errors, in child order") {
  auto end = play(raced(failing(10ms, err1), failing(20ms, err2)));
  REQUIRE(end.failed());
  CHECK(end.at == 20ms);
  CHECK(codes(end.end.error()) ==
        std::vector{std::make_error_code(err1), std::make_error_code(err2)});
}

TEST_CASE("join-success: both values") {
  auto end = play(joined(after(10ms, 1), after(20ms, 2)));
  REQUIRE(end.ok());
  CHECK(*end.end == std::tuple(1, 2));
  CHECK(end.at == 20ms);
}

TEST_CASE("join-a-fails: the first error, later ones dropped") {
  timeline log;
  auto end = play(
      joined(noted(log, "a", failing(10ms, err1)), noted(log, "b", stubborn_failing(20ms, err2))));
  CHECK(end.code() == err1);
  CHECK(end.at == 20ms);
  CHECK(log.with("b") == lines{"b starts 0", "b fails 20"});
}

TEST_CASE("join-cancel: the stop came before the errors, so stopped") {
  auto end = play(joined(stubborn_failing(20ms, err1), stubborn_failing(30ms, err2)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 30ms);
}

TEST_CASE("dfv-value-not-ready: the waiter gets the value, not inside set") {
  timeline log;
  dataflow_variable<std::string> v;
  auto deref = [&]() -> task<> {
    const std::string& value = co_await v;
    log.note(value);
  };
  auto assign = [&]() -> task<> {
    co_await sleep(10ms);
    v.set("fine");
    log.note("assigned");
  };
  auto body = [&]() -> task<> { co_await join(deref(), assign()); };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(end.at == 10ms);
  CHECK(log == lines{"assigned", "fine"});
}

TEST_CASE("dfv-first-assignment-counts: first") {
  dataflow_variable<std::string> v;
  v.set("first");
  v.set("second");
  auto body = [&]() -> task<std::string> { co_return co_await v; };
  auto end = play(body());
  CHECK(*end.end == "first");
}

TEST_CASE("sp-success: the body begins when started, 2") {
  timeline log;
  auto body = [&]() -> task<int> {
    log.note("first");
    const int v = co_await after(10ms, 2);
    log.note("second");
    co_return v;
  };
  virtual_time time;
  auto& root = time.start(body());
  CHECK(log == lines{"first"});
  time.run();
  CHECK(*root.end() == 2);
  CHECK(log == lines{"first", "second"});
}

TEST_CASE("sp-failure: the error, and nothing after it") {
  timeline log;
  auto body = [&]() -> task<int> {
    log.note("first");
    const int v = co_await failing(10ms, err1);
    log.note("second");
    co_return v;
  };
  auto end = play(body());
  CHECK(end.code() == err1);
  CHECK(log == lines{"first"});
}

TEST_CASE("attempt-failure: a result that throws when its value is asked for") {
  bool threw = false;
  auto body = [&]() -> task<> {
    auto r = co_await as_result(failing(10ms, err1));
    try {
      r.value();
    } catch (const std::system_error& e) { threw = e.code() == err1; }
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(threw);
}

TEST_CASE("attempt-cancel: the input is stopped") {
  timeline log;
  auto body = [&]() -> task<> {
    auto r = co_await as_result(noted(log, "input", hanging()));
    (void)r;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{"input starts 0", "input stopped 10"});
}

TEST_CASE("compel-failure: the input is not stopped, its error arrives") {
  timeline log;
  auto end = play(shielded(noted(log, "input", failing(20ms, err1))), 10ms);
  CHECK(end.code() == err1);
  CHECK(end.at == 20ms);
  CHECK(log == lines{"input starts 0", "input fails 20"});
}

TEST_CASE("never-simple: pending, then stopped in the same turn") {
  auto body = []() -> task<> { co_await never(); };
  virtual_time time;
  auto& root = time.start(body());
  time.run();
  CHECK_FALSE(root.ended());
  root.request_stop();
  REQUIRE(root.ended());
  CHECK(root.end().stopped());
}

TEST_CASE("sleep-failure: stopped, at once") {
  auto body = []() -> task<> { co_await sleep(100ms); };
  auto end = play(body(), 0ms);
  CHECK(end.stopped());
  CHECK(end.at == 0ms);
}

TEST_CASE("dfv-as-task: true") {
  dataflow_variable<bool> v;
  v.set(true);
  auto body = [&]() -> task<bool> { co_return co_await v; };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("sp-park-after-cancel: stopped when x has ended, nothing after it starts") {
  timeline log;
  auto body = [&]() -> task<> {
    try {
      co_await noted(log, "x", hanging());
    } catch (...) { log.note("caught"); }
    co_await noted(log, "already successful", ready(7));
    co_await noted(log, "y", hanging());
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{"x starts 0", "x stopped 10"});
}

TEST_CASE("sp-bang: stopped when x has ended, the second check is not reached") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await stop_point();
    log.note("first check");
    try {
      co_await hanging();
    } catch (...) { log.note("caught"); }
    log.note("before the second");
    co_await stop_point();
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{"first check"});
}

TEST_CASE("sp-cancel-idempotent: x succeeds in spite of the stop, v") {
  int told = 0;
  auto x = [&]() -> task<int> {
    const environment here = co_await current_environment();
    stop_callback on_stop(here.stop, [&]() noexcept { ++told; });
    co_await shield(sleep(20ms));
    co_return 7;
  };
  auto body = [&]() -> task<int> { co_return co_await x(); };
  virtual_time time;
  auto& root = time.start(body());
  time.run_until(10ms);
  root.request_stop();
  root.request_stop();
  time.run();
  REQUIRE(root.ended());
  root.request_stop();
  REQUIRE(root.end().has_value());
  CHECK(*root.end() == 7);
  CHECK(told == 1);
}

TEST_CASE("sp-recover-from-cancel: stopped, the catch block never runs") {
  auto body = []() -> task<int> {
    try {
      co_return co_await hanging();
    } catch (...) {}
    co_return 7;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
}

TEST_CASE("race-first-child-sync-success: 1, the others never start") {
  timeline log;
  auto end = play(
      raced(noted(log, "a", ready(1)), noted(log, "b", hanging()), noted(log, "c", hanging())));
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
  CHECK(log == lines{"a starts 0", "a ok 0"});
}

TEST_CASE("race-second-child-sync-success: 2 after a has ended, c never starts") {
  timeline log;
  auto end = play(
      raced(noted(log, "a", hanging()), noted(log, "b", ready(2)), noted(log, "c", hanging())));
  REQUIRE(end.ok());
  CHECK(*end.end == 2);
  CHECK(log == lines{"a starts 0", "b starts 0", "b ok 0", "a stopped 0"});
}

TEST_CASE("race-one-fails: one error with one cause") {
  auto end = play(raced(failing(10ms, err1)));
  REQUIRE(end.failed());
  CHECK(codes(end.end.error()) == std::vector{std::make_error_code(err1)});
}

TEST_CASE("race-zero: fails at once, with no causes") {
  auto body = []() -> task<> { co_await race(); };
  virtual_time time;
  auto& root = time.start(body());
  REQUIRE(root.ended());
  REQUIRE(root.end().has_error());
  CHECK(root.end().error().causes().empty());
  root.request_stop();
  CHECK(root.end().has_error());
}

TEST_CASE("race-parent-cancel-after-winner: a's value although stopped") {
  virtual_time time;
  auto& root = time.start(raced(after(10ms, 1), stubborn(50ms, 2)));
  time.run_until(20ms);
  root.request_stop();
  root.request_stop();
  time.run();
  REQUIRE(root.end().has_value());
  CHECK(*root.end() == 1);
  CHECK(time.elapsed() == 50ms);
}

TEST_CASE("race-cancelled-all-fail: stopped") {
  auto end = play(raced(hanging(), hanging()), 10ms);
  CHECK(end.stopped());
}

TEST_CASE("race-error-order: child order, not that of the ends") {
  auto end = play(raced(failing(20ms, err1), failing(10ms, err2)));
  REQUIRE(end.failed());
  CHECK(codes(end.end.error()) ==
        std::vector{std::make_error_code(err1), std::make_error_code(err2)});
}

TEST_CASE("join-cancelled: stopped") {
  auto end = play(joined(hanging(), hanging()), 10ms);
  CHECK(end.stopped());
}

TEST_CASE("join-zero: its empty result, at once", "[D21]") {
  auto end = play(joined());
  REQUIRE(end.ok());
  CHECK(*end.end == std::tuple<>());
  CHECK(end.at == 0ms);
}

TEST_CASE("dfv-nil-is-a-value: first, then not; waiters see the empty value") {
  dataflow_variable<std::optional<int>> v;
  CHECK(v.set(std::nullopt));
  CHECK_FALSE(v.set(5));
  auto body = [&]() -> task<bool> {
    const std::optional<int>& value = co_await v;
    co_return value.has_value();
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK_FALSE(*end.end);
}

TEST_CASE("dfv-cancel-one-waiter: it ends stopped, once; the other gets the value") {
  dataflow_variable<int> v;
  auto deref = [&]() -> task<int> { co_return co_await v; };
  virtual_time time;
  auto& first = time.start(deref());
  auto& second = time.start(deref());
  first.request_stop();
  first.request_stop();
  REQUIRE(first.ended());
  v.set(7);
  time.run();
  first.request_stop();
  CHECK(first.end().stopped());
  REQUIRE(second.ended());
  CHECK(*second.end() == 7);
}

TEST_CASE("timeout-in-time: v at 50, the sleep is stopped") {
  auto end = play(limited(after(50ms, 7), 100ms));
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(end.at == 50ms);
}

TEST_CASE("timeout-expires: timed_out at 100") {
  auto end = play(limited(hanging(), 100ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 100ms);
}

TEST_CASE("timeout-task-ignores-cancel: timed_out at 500, v destroyed") {
  int live = 0;
  auto a = [&]() -> task<counted> {
    co_await shield(sleep(500ms));
    co_return counted(live);
  };
  auto end = play(limited(a(), 100ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 500ms);
  CHECK(live == 0);
}

TEST_CASE("timeout-cancelled: stopped") {
  auto end = play(limited(hanging(), 100ms), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
}

TEST_CASE("compel-awaited: 1, only after b has ended") {
  timeline log;
  auto end = play(raced(after(10ms, 1), shielded(noted(log, "b", after(50ms, 2)))));
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
  CHECK(end.at == 50ms);
  CHECK(log == lines{"b starts 0", "b ok 50"});
}

TEST_CASE("never-cancel-twice: stopped, once") {
  int ends = 0;
  auto body = [&]() -> task<> {
    auto o = co_await as_outcome(never());
    if (o.stopped()) ++ends;
  };
  virtual_time time;
  auto& root = time.start(body());
  root.request_stop();
  root.request_stop();
  time.run();
  CHECK(root.ended());
  CHECK(ends == 1);
}

TEST_CASE("sleep-zero-and-negative: both end, but not inside their start") {
  timeline log;
  auto sleeper = [&](std::string name, duration d) -> task<> {
    log.note(name + " starts");
    co_await sleep(d);
    log.note(name + " ends");
  };
  auto body = [&]() -> task<> { co_await join(sleeper("zero", 0ms), sleeper("negative", -5ms)); };
  auto end = play(body());
  CHECK(end.at == 0ms);
  REQUIRE(log.all().size() == 4);
  CHECK(log.all()[0] == "zero starts");
  CHECK(log.all()[1] == "negative starts");
}

TEST_CASE("sleep-cancel-thread: stopped, once, in the turn of the stop") {
  int ends = 0;
  auto body = [&]() -> task<> {
    auto o = co_await as_outcome(sleep(1s));
    if (o.stopped()) ++ends;
  };
  virtual_time time;
  auto& root = time.start(body());
  root.request_stop();
  root.request_stop();
  CHECK(root.ended());
  CHECK(ends == 1);
  CHECK(time.elapsed() == 0ms);
}
