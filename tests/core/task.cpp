// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/task.hpp"

#include <array>
#include <memory>
#include <stdexcept>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

// The three ends: a value, an error, or stopped.

TEST_CASE("a task yields its value") {
  auto end = play(after(10ms, 7));
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(end.at == 10ms);
}

TEST_CASE("a task does nothing before it is awaited") {
  bool began = false;
  auto body = [&]() -> task<> {
    began = true;
    co_return;
  };
  {
    task<> never_awaited = body();
    CHECK_FALSE(began);
  }
  CHECK_FALSE(began);
}

TEST_CASE("a task begins where it is awaited, and its parent goes on when it has ended") {
  timeline log;
  auto child = [&]() -> task<int> {
    log.note("child");
    co_await sleep(5ms);
    log.note("child woke");
    co_return 1;
  };
  auto body = [&]() -> task<int> {
    log.note("before");
    const int i = co_await child();
    log.note("after");
    co_return i + 1;
  };
  auto end = play(body());
  CHECK(*end.end == 2);
  CHECK(log == lines{"before", "child", "child woke", "after"});
}

TEST_CASE("an error that is co_returned is the end of the task") {
  auto body = [&]() -> task<int> { co_return fail(std::errc::host_unreachable, "v6"); };
  auto end = play(body());
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::host_unreachable);
  CHECK(end.end.error().about() == "v6");
}

TEST_CASE("co_await fail ends a task of any type, and nothing after it runs") {
  bool reached = false;
  auto body = [&]() -> task<> {
    co_await fail(std::errc::host_unreachable);
    reached = true;
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::host_unreachable);
  CHECK_FALSE(reached);
}

TEST_CASE("a plain co_await of a child that failed throws") {
  std::string seen;
  auto body = [&]() -> task<> {
    try {
      co_await failing(10ms);
    } catch (const std::system_error& e) { seen = e.code().message(); }
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(seen == std::make_error_code(std::errc::connection_refused).message());
}

TEST_CASE("an exception that leaves a task is its error") {
  auto body = [&]() -> task<> {
    co_await sleep(1ms);
    throw std::logic_error("oh");
  };
  auto end = play(body());
  REQUIRE(end.failed());
  CHECK(end.code() == errc::exception);
  CHECK_THROWS_AS(std::rethrow_exception(end.end.error().exception()), std::logic_error);
}

TEST_CASE("an exception passes through the tasks above it, and is the same one") {
  auto body = [&]() -> task<int> { throw std::logic_error("deep"); };
  auto middle = [&]() -> task<int> { co_return co_await body(); };
  auto top = [&]() -> task<int> { co_return co_await middle(); };
  auto end = play(top());
  REQUIRE(end.failed());
  CHECK_THROWS_WITH(std::rethrow_exception(end.end.error().exception()), "deep");
}

TEST_CASE("stopped destroys the frame: no catch sees it, destructors run, nothing after it does") {
  timeline log;
  auto body = [&]() -> task<> {
    const environment here = co_await current_environment();
    note_at_exit frame(log, "frame destroyed", here);
    try {
      co_await sleep(1s);
      log.note("went on");
    } catch (...) { log.note("caught"); }
    log.note("after");
  };
  auto end = play(body(), 300ms);
  CHECK(end.stopped());
  CHECK(end.at == 300ms);
  CHECK(log == lines{"frame destroyed 300"});
}

TEST_CASE("stopped passes through all tasks above, innermost destroyed first") {
  timeline log;
  auto inner = [&]() -> task<> {
    const environment here = co_await current_environment();
    note_at_exit frame(log, "inner", here);
    co_await never();
  };
  auto middle = [&]() -> task<> {
    const environment here = co_await current_environment();
    note_at_exit frame(log, "middle", here);
    try {
      co_await inner();
    } catch (...) { log.note("caught"); }
  };
  auto outer = [&]() -> task<> {
    const environment here = co_await current_environment();
    note_at_exit frame(log, "outer", here);
    co_await middle();
  };
  auto end = play(outer(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{"inner 10", "middle 10", "outer 10"});
}

TEST_CASE("a child that ends stopped by itself stops its awaiter") {
  bool reached = false;
  auto body = [&]() -> task<> {
    co_await stops_itself();
    reached = true;
  };
  auto end = play(body());
  CHECK(end.stopped());
  CHECK_FALSE(reached);
}

TEST_CASE("a catch of everything sees failed connections only, never a stop") {
  int failures = 0;
  auto body = [&]() -> task<> {
    for (;;) {
      try {
        co_await failing(100ms);
      } catch (...) { ++failures; }
    }
  };
  auto end = play(body(), 350ms);
  CHECK(end.stopped());
  CHECK(failures == 3);
}

// A stop never rewrites a result that is there already.

TEST_CASE("a value that arrives after the stop is delivered, the next wait ends stopped", "[D13]") {
  timeline log;
  auto body = [&]() -> task<int> {
    const environment here = co_await current_environment();
    const int i = co_await stubborn(20ms, 7);
    log.note("got " + std::to_string(i), here);
    co_await sleep(0ms);
    log.note("not reached");
    co_return i;
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
  CHECK(log == lines{"got 7 20"});
}

TEST_CASE("an error that arrives after the stop is thrown at the wait that was going on", "[D13]") {
  bool caught = false;
  auto body = [&]() -> task<int> {
    try {
      co_await stubborn_failing(20ms);
    } catch (const std::system_error&) { caught = true; }
    co_return 1;
  };
  auto end = play(body(), 10ms);
  CHECK(end.ok());
  CHECK(caught);
}

TEST_CASE("a task that ends with a value in spite of the stop has that value", "[D13]") {
  auto end = play(stubborn(20ms, 7), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
}

TEST_CASE("a plain co_await starts a task even after the stop; its first wait ends stopped") {
  timeline log;
  auto child = [&]() -> task<> {
    log.note("child begins");
    co_await sleep(0ms);
    log.note("not reached");
  };
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await child();
    log.note("not reached");
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{"child begins"});
}

TEST_CASE("a task that ends without waiting has its value even after the stop") {
  auto body = [&]() -> task<int> {
    co_await shield(sleep(20ms));
    co_return co_await ready(7);
  };
  auto end = play(body(), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
}

// Types.

TEST_CASE("a task yields what can only be moved") {
  auto body = [&]() -> task<std::unique_ptr<int>> {
    auto p = co_await after(1ms, std::make_unique<int>(7));
    co_return p;
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(**end.end == 7);
}

TEST_CASE("a task yields what has no default constructor") {
  auto end = play(after(1ms, move_only(7)));
  REQUIRE(end.ok());
  CHECK(end.end->value == 7);
}

TEST_CASE("a task of a reference yields that reference") {
  int i = 1;
  auto child = [&]() -> task<int&> { co_return i; };
  auto body = [&]() -> task<bool> {
    int& r = co_await child();
    co_return &r == &i;
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end);
}

TEST_CASE("a task of a reference at the root yields that reference") {
  int i = 1;
  auto body = [&]() -> task<int&> { co_return i; };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(&*end.end == &i);
}

TEST_CASE("a task can be moved before it is awaited, and moved onto another") {
  auto body = [&]() -> task<int> {
    task<int> a = ready(1);
    task<int> b = std::move(a);
    a = ready(2);
    const int second = co_await std::move(a);
    const int first = co_await std::move(b);
    co_return 10 * first + second;
  };
  auto end = play(body());
  CHECK(*end.end == 12);
}

TEST_CASE("an awaiter stays where it is, since the operation that it started points to it") {
  STATIC_REQUIRE_FALSE(std::is_move_constructible_v<detail::awaiter<task<int>>>);
}

TEST_CASE("tasks live in containers") {
  auto body = [&]() -> task<int> {
    std::vector<task<int>> v;
    for (int i = 0; i < 10; ++i) v.push_back(after(1ms, i));
    int sum = 0;
    for (auto& t : v) sum += co_await std::move(t);
    co_return sum;
  };
  auto end = play(body());
  CHECK(*end.end == 45);
  CHECK(end.at == 10ms);
}

TEST_CASE("a parameter of a task dies with its frame") {
  int live = 0;
  auto child = [](counted) -> task<> { co_await sleep(10ms); };
  auto body = [&]() -> task<int> {
    counted c(live);
    co_await child(std::move(c));
    co_return live;
  };
  auto end = play(body());
  CHECK(*end.end == 0);
  CHECK(live == 0);
}

// Somebody else's awaitables.

TEST_CASE("a foreign awaitable can be awaited") {
  foreign_event<int> event;
  auto waiter = [&]() -> task<int> { co_return co_await event; };
  auto setter = [&]() -> task<> {
    co_await sleep(10ms);
    event.set(7);
  };
  auto body = [&]() -> task<int> {
    auto both = co_await join(waiter(), setter());
    co_return std::get<0>(both);
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end == 7);
  CHECK(end.at == 10ms);
}

TEST_CASE("a foreign awaitable that throws fails the task") {
  struct throwing {
    bool await_ready() const noexcept { return true; }

    void await_suspend(std::coroutine_handle<>) const noexcept {}

    int await_resume() const { throw std::logic_error("foreign"); }
  };

  throwing t;
  auto body = [&]() -> task<int> { co_return co_await t; };
  auto end = play(body());
  REQUIRE(end.failed());
  CHECK_THROWS_WITH(std::rethrow_exception(end.end.error().exception()), "foreign");
}

// Frames.

TEST_CASE("children's frames come from the resource of the root that is running") {
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto body = []() -> task<> { co_await after(10ms, 1); };
    auto& root = time.start(body());
    CHECK(frames.live() == 1);
    CHECK(detail::current_frame_resource() == nullptr);
    time.run();
    CHECK(root.ended());
    CHECK(frames.live() == 0);
    CHECK(frames.made() == 1);
  }
}

TEST_CASE("a frame goes back to where it came from, wherever it is destroyed") {
  counting_frames frames;
  std::optional<task<int>> kept;
  auto body = [&]() -> task<> {
    kept.emplace(ready(1));
    co_return;
  };
  {
    virtual_time time(&frames);
    time.start(body());
    CHECK(frames.live() == 1);
  }
  kept.reset();
  CHECK(frames.live() == 0);
}

TEST_CASE("a child's frame is destroyed when its parent has taken its value") {
  counting_frames frames;
  virtual_time time(&frames);
  std::size_t between = 99;
  auto body = [&]() -> task<> {
    co_await after(10ms, 1);
    between = frames.live();
    co_await after(10ms, 1);
  };
  time.start(body());
  time.run();
  CHECK(between == 0);
}

TEST_CASE("no memory for a child's frame is the parent's error") {
  class nothing : public detail::frame_resource {
   public:
    void* allocate(std::size_t) override { throw std::bad_alloc(); }

    void deallocate(void*, std::size_t) noexcept override {}
  } none;

  virtual_time time(&none);
  auto body = []() -> task<int> { co_return co_await ready(1); };
  auto& root = time.start(body());
  REQUIRE(root.ended());
  auto end = root.end();
  REQUIRE(end.has_error());
  CHECK(end.error().code() == std::errc::not_enough_memory);
}
