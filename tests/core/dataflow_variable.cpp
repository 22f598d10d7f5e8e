// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/dataflow_variable.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

task<> reader(timeline& log, std::string name, dataflow_variable<int>& v) {
  const environment here = co_await current_environment();
  note_at_exit stopped(log, name + " stopped", here);
  const int& i = co_await v;
  stopped.dismiss();
  log.note(name + "=" + std::to_string(i), here);
}

task<> set_at(dataflow_variable<int>& v, duration d, int value) {
  co_await sleep(d);
  v.set(value);
}

}  // namespace

TEST_CASE("a variable is assigned once, and set says whether it was first") {
  dataflow_variable<int> v;
  CHECK_FALSE(v.has_value());
  CHECK(v.set(1));
  CHECK_FALSE(v.set(2));
  CHECK(v.value() == 1);
}

TEST_CASE("an empty value is a value") {
  dataflow_variable<std::optional<int>> v;
  CHECK(v.set(std::nullopt));
  CHECK_FALSE(v.set(5));
  CHECK_FALSE(v.value().has_value());
}

TEST_CASE("a second set does nothing to its argument") {
  dataflow_variable<std::unique_ptr<int>> v;
  v.set(nullptr);
  auto p = std::make_unique<int>(1);
  v.set(std::move(p));
  CHECK(p);
}

TEST_CASE("who reads earlier waits, who reads later does not") {
  timeline log;
  dataflow_variable<int> v;
  auto late = [&]() -> task<> {
    co_await sleep(20ms);
    co_await reader(log, "late", v);
  };
  auto body = [&]() -> task<> {
    co_await join(reader(log, "early", v), late(), set_at(v, 10ms, 7));
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(log == lines{"early=7 10", "late=7 20"});
}

TEST_CASE("waiters wake in the order in which they came") {
  timeline log;
  dataflow_variable<int> v;
  auto body = [&]() -> task<> {
    co_await join(reader(log, "a", v), reader(log, "b", v), reader(log, "c", v),
                  set_at(v, 10ms, 1));
  };
  play(body());
  CHECK(log == lines{"a=1 10", "b=1 10", "c=1 10"});
}

TEST_CASE("a waiter wakes through the ready queue, not inside set") {
  timeline log;
  dataflow_variable<int> v;
  auto setter = [&]() -> task<> {
    co_await sleep(10ms);
    v.set(1);
    log.note("set");
  };
  auto body = [&]() -> task<> { co_await join(reader(log, "a", v), setter()); };
  play(body());
  CHECK(log == lines{"set", "a=1 10"});
}

TEST_CASE("a stopped waiter is forgotten, the others are not") {
  timeline log;
  dataflow_variable<int> v;
  auto impatient = [&]() -> task<> { co_await race(reader(log, "a", v), sleep(5ms)); };
  auto body = [&]() -> task<> {
    co_await join(impatient(), reader(log, "b", v), set_at(v, 10ms, 7));
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(log == lines{"a stopped 5", "b=7 10"});
}

TEST_CASE("every waiter sees the same value, not a copy") {
  dataflow_variable<int> v;
  auto address = [&]() -> task<const int*> {
    const int& i = co_await v;
    co_return &i;
  };
  auto body = [&]() -> task<bool> {
    auto all = co_await join(address(), address(), set_at(v, 10ms, 7));
    co_return std::get<0>(all) == &v.value() && std::get<1>(all) == &v.value();
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("variables of void and of what can only be moved") {
  dataflow_variable<> nothing;
  dataflow_variable<move_only> moved;
  auto setter = [&]() -> task<> {
    co_await sleep(1ms);
    nothing.set();
    moved.set(3);
  };
  auto getter = [&]() -> task<bool> {
    co_await nothing;
    const move_only& m = co_await moved;
    co_return m.value == 3;
  };
  auto body = [&]() -> task<bool> {
    auto both = co_await join(getter(), setter());
    co_return std::get<0>(both);
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end);
}

TEST_CASE("a variable of void yields void, as sleep does") {
  auto body = []() -> task<> {
    dataflow_variable<> v;
    static_assert(std::is_same_v<decltype(race(v, sleep(1ms)))::value_type, void>);
    v.set();
    result<void> r = co_await as_result(v);
    outcome<void> o = co_await as_outcome(v);
    if (!r || !o) co_await fail(std::errc::invalid_argument);
    co_await race(v, sleep(1ms));
  };
  CHECK(run_in_virtual_time(body()).has_value());
}

TEST_CASE("a value that was set is a value also if the stop comes in the same turn") {
  // The reader's end is on its way when the winner of the race stops it: a stop rewrites nothing.
  dataflow_variable<int> v;
  bool seen = false;
  auto watcher = [&]() -> task<int> {
    auto o = co_await as_outcome(v);
    seen = o.has_value();
    co_return 1;
  };
  auto setter = [&]() -> task<int> {
    co_await sleep(10ms);
    v.set(7);
    co_return 2;
  };
  auto body = [&]() -> task<int> { co_return co_await race(watcher(), setter()); };
  play(body());
  CHECK(seen);
}

TEST_CASE("a value that is there is a value also if the stop comes before its reader goes on") {
  dataflow_variable<int> v, go;
  v.set(7);
  bool seen = false;
  auto watcher = [&]() -> task<int> {
    co_await go;
    auto o = co_await as_outcome(v);
    seen = o.has_value();
    co_return 1;
  };
  auto setter = [&]() -> task<> {
    co_await sleep(10ms);
    go.set(1);  // the watcher reads v; then the other child of its race wins
  };
  auto body = [&]() -> task<> {
    auto both = race(watcher(), go);
    co_await join(std::move(both), setter());
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(seen);
}

TEST_CASE("a reader that was stopped in the turn of the value, before it: stopped") {
  timeline log;
  dataflow_variable<int> v, go;
  auto setter = [&]() -> task<> {
    co_await go;
    log.note(v.set(7) ? "set" : "?");
  };
  auto starter = [&]() -> task<> {
    co_await sleep(10ms);
    go.set(1);
  };
  auto body = [&]() -> task<> {
    auto both = race(reader(log, "a", v), go);
    co_await join(std::move(both), setter(), starter());
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(log == lines{"set", "a stopped 10"});
}

TEST_CASE("a reader that starts after the stop is stopped at once, with a value or without") {
  for (const bool has_value : {true, false}) {
    CAPTURE(has_value);
    dataflow_variable<int> v;
    if (has_value) v.set(7);
    auto body = [&]() -> task<> {
      co_await shield(sleep(20ms));
      co_await v;
    };
    auto end = play(body(), 10ms);
    CHECK(end.stopped());
    CHECK(end.at == 20ms);
  }
}

TEST_CASE("a variable stays where it is") {
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<dataflow_variable<int>>);
}

TEST_CASE("a variable nobody will set is a deadlock, not a hang") {
  dataflow_variable<int> v;
  auto body = [&]() -> task<int> { co_return co_await v; };
  auto end = run_in_virtual_time(body());
  REQUIRE(end.has_error());
  CHECK(end.error().code() == errc::deadlock);
}
