// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/testing/virtual_time.hpp"

#include <string>

#include "support/last_words.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("run drives a task to its end and tells how it ended") {
  auto good = run_in_virtual_time(after(1000h, 7));
  REQUIRE(good.has_value());
  CHECK(*good == 7);
  auto bad = run_in_virtual_time(failing(1h));
  REQUIRE(bad.has_error());
  auto itself = []() -> task<> { co_await stops_itself(); };
  auto none = run_in_virtual_time(itself());
  CHECK(none.stopped());
}

TEST_CASE("a tree that waits for nothing that can come is a deadlock, not a hang") {
  dataflow_variable<int> v;
  auto body = [&]() -> task<> { co_await join(never(), v, sleep(duration::max())); };
  auto end = run_in_virtual_time(body());
  REQUIRE(end.has_error());
  CHECK(end.error().code() == errc::deadlock);
  CHECK(end.error().about() == "3 waits are pending");
  auto one = []() -> task<> { co_await never(); };
  CHECK(run_in_virtual_time(one()).error().about() == "1 wait is pending");
}

TEST_CASE("a task that ends within its start has ended before time goes on") {
  virtual_time time;
  auto& root = time.start(ready(7));
  CHECK(root.ended());
  CHECK(*root.end() == 7);
  CHECK_FALSE(time.step());
}

TEST_CASE("step goes on to the next event and runs its turn") {
  virtual_time time;
  timeline log;
  auto body = [&]() -> task<> {
    co_await sleep(10ms);
    log.note("first");
    co_await sleep(20ms);
    log.note("second");
  };
  auto& root = time.start(body());
  CHECK(log == lines{});
  CHECK(time.step());
  CHECK(time.elapsed() == 10ms);
  CHECK(log == lines{"first"});
  CHECK(time.step());
  CHECK(time.elapsed() == 30ms);
  CHECK(root.ended());
  CHECK_FALSE(time.step());
  CHECK(time.elapsed() == 30ms);
}

TEST_CASE("a step is one event, also where several share an instant") {
  virtual_time time;
  timeline log;
  auto child = [&](std::string name) -> task<> {
    co_await sleep(10ms);
    log.note(name);
  };
  auto body = [&]() -> task<> { co_await join(child("a"), child("b")); };
  time.start(body());
  time.step();
  CHECK(log == lines{"a"});
  time.step();
  CHECK(log == lines{"a", "b"});
  CHECK(time.elapsed() == 10ms);
}

TEST_CASE("run_until runs what happens until then, that instant included, and is there") {
  virtual_time time;
  timeline log;
  auto body = [&]() -> task<> {
    const environment here = co_await current_environment();
    for (;;) {
      co_await sleep(10ms);
      log.note("tick", here);
    }
  };
  time.start(body());
  time.run_until(20ms);
  CHECK(log == lines{"tick 10", "tick 20"});
  time.run_until(25ms);
  CHECK(log.all().size() == 2);
  CHECK(time.elapsed() == 25ms);
  time.run_until(5ms);
  CHECK(time.elapsed() == 25ms);
}

TEST_CASE("stop_at is a time since the start, request_stop is now") {
  virtual_time time;
  auto& a = time.start(hanging());
  auto& b = time.start(hanging());
  a.stop_at(300ms);
  time.run_until(100ms);
  b.request_stop();
  CHECK(b.ended());
  CHECK_FALSE(a.ended());
  time.run();
  CHECK(a.end().stopped());
  CHECK(time.elapsed() == 300ms);
}

TEST_CASE("stop_at again moves the stop, and the end of the tree takes it back") {
  virtual_time time;
  auto& root = time.start(after(100ms, 7));
  root.stop_at(50ms);
  root.stop_at(200ms);
  CHECK(time.pending().timers == 2);
  time.run_until(100ms);
  CHECK(root.ended());
  CHECK(time.pending().timers == 0);
  CHECK(*root.end() == 7);
}

TEST_CASE("pending tells what is waited for, and when the next of it is due") {
  virtual_time time;
  dataflow_variable<int> v;
  auto body = [&]() -> task<> { co_await join(sleep(10ms), sleep(20ms), never(), v); };
  time.start(body());
  CHECK(time.pending().waits == 4);
  CHECK(time.pending().timers == 2);
  CHECK(time.pending().next == std::optional<duration>(10ms));
  time.run();
  CHECK(time.pending().waits == 2);
  CHECK(time.pending().timers == 0);
  CHECK_FALSE(time.pending().next);
  v.set(1);
  time.step();
  CHECK(time.pending().waits == 1);
}

TEST_CASE("several trees share the time, and end one by one") {
  virtual_time time;
  timeline log;
  auto tree = [&](std::string name, duration d) -> task<> {
    const environment here = co_await current_environment();
    co_await sleep(d);
    log.note(name, here);
  };
  auto& a = time.start(tree("a", 20ms));
  auto& b = time.start(tree("b", 10ms));
  time.run_until(10ms);
  CHECK(b.ended());
  CHECK_FALSE(a.ended());
  auto& c = time.start(tree("c", 5ms));
  time.run();
  CHECK(a.ended());
  CHECK(c.ended());
  CHECK(log == lines{"b 10", "c 15", "a 20"});
}

TEST_CASE("trees talk to each other through a variable") {
  virtual_time time;
  dataflow_variable<int> v;
  auto reader = [&]() -> task<int> { co_return co_await v; };
  auto writer = [&]() -> task<> {
    co_await sleep(10ms);
    v.set(7);
  };
  auto& r = time.start(reader());
  time.start(writer());
  time.run();
  CHECK(*r.end() == 7);
  CHECK(time.elapsed() == 10ms);
}

TEST_CASE("a tree may be started and stopped from inside another") {
  virtual_time time;
  virtual_run<int>* started = nullptr;
  auto body = [&]() -> task<> {
    co_await sleep(10ms);
    started = &time.start(hanging());
    co_await sleep(10ms);
    started->request_stop();
  };
  auto& root = time.start(body());
  time.run();
  CHECK(root.ended());
  REQUIRE(started);
  REQUIRE(started->ended());
  CHECK(started->end().stopped());
  CHECK(time.elapsed() == 20ms);
}

TEST_CASE("the stop of one tree leaves the others alone") {
  virtual_time time;
  auto& a = time.start(after(20ms, 1));
  auto& b = time.start(after(20ms, 2));
  a.stop_at(10ms);
  time.run();
  CHECK(a.end().stopped());
  CHECK(*b.end() == 2);
}

TEST_CASE("virtual times run inside each other") {
  auto outer = []() -> task<int> {
    co_await sleep(10ms);
    auto inner = run_in_virtual_time(after(1h, 7));
    co_await sleep(10ms);
    co_return *inner;
  };
  auto end = play(outer());
  CHECK(*end.end == 7);
  CHECK(end.at == 20ms);
}

TEST_CASE("a tree's frame is destroyed when the tree has ended") {
  int live = 0;
  virtual_time time;
  auto body = [&]() -> task<> {
    counted c(live);
    co_await sleep(10ms);
  };
  auto& stopped_one = time.start(body());
  stopped_one.stop_at(5ms);
  time.run();
  CHECK(stopped_one.ended());
  CHECK(live == 0);
}

TEST_CASE("a value stays with its run until the virtual time has gone") {
  int live = 0;
  {
    virtual_time time;
    auto body = [&]() -> task<counted> { co_return counted(live); };
    time.start(body());
    CHECK(live == 1);
  }
  CHECK(live == 0);
}

TEST_CASE("virtual time that is run inside of its own task: the program is aborted, and told why") {
  const auto run_inside = [](auto misuse) {
    return support::last_words([misuse] {
      virtual_time time;
      auto body = [&]() -> task<> {
        misuse(time);
        co_return;
      };
      time.start(body());
    });
  };
  for (const std::string& said :
       {run_inside([](virtual_time& t) { t.run(); }), run_inside([](virtual_time& t) { t.step(); }),
        run_inside([](virtual_time& t) { t.run_until(1s); })})
    CHECK(said.find("inside of a task that it runs") != said.npos);
}
