// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/race.hpp"

#include <array>
#include <ranges>
#include <span>

#include "eyeballs/core/join.hpp"
#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

template <class... Tasks> auto raced(Tasks... tasks)
    -> task<typename decltype(race(std::move(tasks)...))::value_type> {
  co_return co_await race(std::move(tasks)...);
}

template <class T> task<T> raced_range(std::vector<task<T>> v) {
  co_return co_await race(std::move(v));
}

std::vector<std::error_code> codes(const error& e) {
  std::vector<std::error_code> all;
  for (const auto& cause : e.causes()) all.push_back(cause.code());
  return all;
}

std::error_code code(std::errc e) { return std::make_error_code(e); }

}  // namespace

TEST_CASE("a at 200, b at 100: b, at 100") {
  auto end = play(raced(after(200ms, 1), after(100ms, 2)));
  CHECK(*end.end == 2);
  CHECK(end.at == 100ms);
}

TEST_CASE("the first success wins, not the first end: a refused at 10, b at 100: b") {
  auto end = play(raced(failing(10ms), after(100ms, 2)));
  CHECK(*end.end == 2);
  CHECK(end.at == 100ms);
}

TEST_CASE("for the first end of all, race as_outcomes") {
  auto body = []() -> task<bool> {
    auto o = co_await race(as_outcome(failing(10ms)), as_outcome(after(100ms, 2)));
    co_return o.has_error();
  };
  auto end = play(body());
  CHECK(*end.end);
  CHECK(end.at == 10ms);
}

TEST_CASE("losers are stopped, and awaited: the end is that of the slowest") {
  timeline log;
  auto loser = [&]() -> task<int> {
    const environment here = co_await current_environment();
    auto o = co_await as_outcome(never());
    log.note(o.stopped() ? "stopped" : "?", here);
    co_await shield(sleep(50ms));
    log.note("ended", here);
    co_return 2;
  };
  auto end = play(raced(after(100ms, 1), loser()));
  CHECK(*end.end == 1);
  CHECK(end.at == 150ms);
  CHECK(log == lines{"stopped 100", "ended 150"});
}

TEST_CASE("losers are torn down beside each other: the longest counts, not the sum") {
  auto end = play(raced(after(100ms, 1), stubborn(400ms, 2), stubborn(300ms, 3)));
  CHECK(*end.end == 1);
  CHECK(end.at == 400ms);
}

TEST_CASE("a loser's late value is destroyed before the race ends") {
  int live = 0, at_end = -1;
  auto late = [&]() -> task<counted> {
    co_await shield(sleep(200ms));
    co_return counted(live);
  };
  auto quick = [&]() -> task<counted> {
    co_await sleep(100ms);
    co_return counted(live);
  };
  auto body = [&]() -> task<> {
    auto winner = co_await race(late(), quick());
    at_end = live;
    (void)winner;
  };
  play(body());
  CHECK(at_end == 1);
  CHECK(live == 0);
}

TEST_CASE("a loser's late value is destroyed when it comes, while others are still awaited") {
  int live = 0, between = -1;
  auto child = [&](duration d) -> task<counted> {
    co_await shield(sleep(d));
    co_return counted(live);
  };
  auto slowest = [&]() -> task<counted> {
    co_await shield(sleep(300ms));
    between = live;
    co_return counted(live);
  };
  auto body = [&]() -> task<> { (void)co_await race(child(100ms), child(200ms), slowest()); };
  play(body());
  CHECK(between == 1);
  CHECK(live == 0);
}

TEST_CASE("a child that succeeds while being started wins, and later ones are not started") {
  timeline log;
  auto end = play(raced(noted(log, "a", hanging()), noted(log, "b", ready(2)),
                        noted(log, "c", after(10ms, 3))));
  CHECK(*end.end == 2);
  CHECK(end.at == 0ms);
  CHECK(log == lines{"a starts 0", "b starts 0", "b ok 0", "a stopped 0"});
}

TEST_CASE("two succeed in one instant: the one whose timer was armed first") {
  auto end = play(raced(after(100ms, 1), after(100ms, 2)));
  CHECK(*end.end == 1);
  auto again = play(raced(after(100ms, 2), after(100ms, 1)));
  CHECK(*again.end == 2);
}

TEST_CASE("two are woken by one variable: the first wins, the other's value is destroyed") {
  dataflow_variable<> go;
  int live = 0;
  auto child = [&]() -> task<counted> {
    co_await go;
    co_return counted(live);
  };
  auto setter = [&]() -> task<counted> {
    co_await sleep(10ms);
    go.set();
    co_await never();
    co_return counted(live);
  };
  auto body = [&]() -> task<int> {
    auto winner = co_await race(child(), child(), setter());
    const int open = live;
    (void)winner;
    co_return open;
  };
  auto end = play(body());
  CHECK(*end.end == 1);
  CHECK(live == 0);
}

// Endings.

TEST_CASE("all fail: one error with all errors as causes, in child order") {
  auto end = play(raced(failing(30ms, std::errc::host_unreachable), failing(10ms),
                        failing(20ms, std::errc::timed_out)));
  REQUIRE(end.failed());
  CHECK(end.at == 30ms);
  CHECK(end.code() == std::errc::host_unreachable);
  CHECK(codes(end.end.error()) == std::vector{code(std::errc::host_unreachable),
                                              code(std::errc::connection_refused),
                                              code(std::errc::timed_out)});
}

TEST_CASE("one child that fails is one error with one cause") {
  auto end = play(raced(failing(10ms)));
  REQUIRE(end.failed());
  CHECK(end.end.error().causes().size() == 1);
}

TEST_CASE("a race of nothing fails at once") {
  auto body = []() -> task<> { co_await race(); };
  auto end = play(body());
  REQUIRE(end.failed());
  CHECK(end.code() == errc::nothing_to_race);
  CHECK(end.end.error().causes().empty());
  auto none = play(raced_range(std::vector<task<int>>()));
  CHECK(none.code() == errc::nothing_to_race);
}

TEST_CASE("a stopped parent and no winner: stopped, when all have ended") {
  auto end = play(raced(hanging(), stubborn_failing(50ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("stopped, and all children fail after it: stopped, not an error") {
  auto end = play(raced(stubborn_failing(50ms), stubborn_failing(60ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 60ms);
}

TEST_CASE("stopped, and the only child that still runs fails after it: stopped") {
  auto end = play(raced(failing(5ms), stubborn_failing(50ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("stopped, but a child succeeds in spite of it: its value", "[D13]") {
  auto end = play(raced(hanging(), stubborn(50ms, 2)), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 2);
}

TEST_CASE("stopped after the win, while losers end: the value") {
  auto end = play(raced(after(10ms, 1), stubborn(50ms, 2)), 20ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
  CHECK(end.at == 50ms);
}

TEST_CASE("a child that stops by itself stops nobody; without a winner the race is stopped") {
  auto itself = []() -> task<int> {
    co_await stops_itself();
    co_return 1;
  };
  auto won = play(raced(itself(), after(10ms, 2)));
  REQUIRE(won.ok());
  CHECK(*won.end == 2);
  auto lost = play(raced(itself(), failing(10ms)));
  CHECK(lost.stopped());
  CHECK(lost.at == 10ms);
}

TEST_CASE("a race that starts after the stop starts no child, and is stopped") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await race(noted(log, "a", ready(1)), noted(log, "b", ready(2)));
    log.note("not reached");
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{});
}

TEST_CASE("the timer and the stop of one instant: the one that was armed first") {
  auto end = play(raced(after(100ms, 1), hanging()), 100ms);
  REQUIRE(end.ok());
  CHECK(*end.end == 1);
}

TEST_CASE("a stop in the turn of the only child's end: the value, whichever is on its way first") {
  auto reads = [](dataflow_variable<int>& v) -> task<int> {
    const int& i = co_await race(v);
    co_return i;
  };
  for (const bool value_first : {true, false}) {
    CAPTURE(value_first);
    CHECK(seen_beside_a_stop(value_first, reads) == 7);
  }
}

TEST_CASE("a stop while the children are being started: those not yet started are not") {
  stop_source above;
  timeline log;
  auto body = [&]() -> task<int> {
    auto r = race(failing_stopper(above, false), noted(log, "b", ready(2)));
    co_return co_await under(above, std::move(r));
  };
  play(body());
  CHECK(log == lines{});
}

TEST_CASE("a stop while the only child is being started, which fails there: stopped") {
  stop_source above;
  auto body = [&]() -> task<int> {
    auto r = race(failing_stopper(above, true));
    co_return co_await under(above, std::move(r));
  };
  CHECK(play(body()).stopped());
}

TEST_CASE("a stop while the only child is being started, whose error is on its way before it") {
  stop_source above;
  auto body = [&]() -> task<int> {
    auto r = race(failing_stopper(above, false));
    co_return co_await under(above, std::move(r));
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a child that throws has failed") {
  auto throws = []() -> task<int> {
    co_await stop_point();
    throw 7;
  };
  auto end = play(raced(throws(), after(10ms, 1)));
  CHECK(*end.end == 1);
  auto alone = play(raced(throws()));
  REQUIRE(alone.failed());
  CHECK_THROWS_AS(std::rethrow_exception(alone.end.error().causes()[0].exception()), int);
}

TEST_CASE("a child that throws when it is started, or asked for its value, has failed") {
  for (const auto place : {thrower::in_start, thrower::in_take}) {
    CAPTURE(place);
    auto body = [&]() -> task<int> { co_return co_await race(thrower(place), after(10ms, 1)); };
    auto end = play(body());
    REQUIRE(end.ok());
    CHECK(*end.end == 1);
    auto alone = [&]() -> task<int> { co_return co_await race(thrower(place)); };
    auto failed = play(alone());
    REQUIRE(failed.failed());
    CHECK_THROWS_AS(std::rethrow_exception(failed.end.error().causes()[0].exception()), int);
  }
}

TEST_CASE("a race of a range, stopped: stopped, unless one succeeds in spite of it") {
  auto end = play(raced_range(list(hanging(), failing(5ms))), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
  auto won = play(raced_range(list(hanging(), stubborn(50ms, 2))), 10ms);
  REQUIRE(won.ok());
  CHECK(*won.end == 2);
}

// Types.

TEST_CASE("a race of equal types yields that type") {
  STATIC_REQUIRE(std::is_same_v<decltype(race(ready(1), ready(2)))::value_type, int>);
  STATIC_REQUIRE(std::is_same_v<decltype(race(never(), sleep(1ms)))::value_type, void>);
  STATIC_REQUIRE(std::is_same_v<decltype(race(std::vector<task<int>>()))::value_type, int>);
}

TEST_CASE("a race of different types yields a variant by position, void as monostate") {
  auto make = [](int first) {
    return race(sleep(first == 0 ? 1ms : 9ms), after(first == 1 ? 1ms : 9ms, 7),
                after(first == 2 ? 1ms : 9ms, std::string("x")));
  };
  using variant = decltype(make(0))::value_type;
  STATIC_REQUIRE(std::is_same_v<variant, std::variant<std::monostate, int, std::string>>);
  auto body = [&](int first) -> task<std::size_t> {
    auto v = co_await make(first);
    co_return v.index();
  };
  for (int first : {0, 1, 2}) {
    auto end = play(body(first));
    CHECK(*end.end == static_cast<std::size_t>(first));
  }
}

TEST_CASE("a variant by position: the same type may come twice") {
  auto body = []() -> task<std::size_t> {
    auto v = co_await race(after(9ms, 1), after(1ms, 2), sleep(9ms));
    co_return v.index();
  };
  auto end = play(body());
  CHECK(*end.end == 1);
}

TEST_CASE("a race of references yields the reference") {
  dataflow_variable<int> a, b;
  b.set(2);
  auto body = [&]() -> task<bool> {
    const int& r = co_await race(a, b);
    co_return &r == &b.value();
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("a race of what can only be moved") {
  auto end = play(raced(after(10ms, move_only(1)), after(5ms, move_only(2))));
  CHECK(end.end->value == 2);
}

TEST_CASE("a race of a range: b of three") {
  std::vector<task<int>> v = [] {
    std::vector<task<int>> all;
    all.push_back(after(30ms, 1));
    all.push_back(after(10ms, 2));
    all.push_back(failing(1ms));
    return all;
  }();
  auto end = play(raced_range(std::move(v)));
  CHECK(*end.end == 2);
  CHECK(end.at == 10ms);
}

TEST_CASE("a race of a view makes its tasks at the call") {
  const std::array<int, 3> delays{30, 10, 20};
  auto body = [&]() -> task<int> {
    auto view = delays |
                std::views::transform([](int d) { return after(std::chrono::milliseconds(d), d); });
    co_return co_await race(std::move(view));
  };
  auto end = play(body());
  CHECK(*end.end == 10);
}

TEST_CASE("a race of a view of tasks that somebody else owns takes them out of there") {
  std::vector<task<int>> owner;
  owner.push_back(after(30ms, 1));
  owner.push_back(after(10ms, 2));
  auto body = [&]() -> task<int> { co_return co_await race(std::span<task<int>>(owner)); };
  auto end = play(body());
  CHECK(*end.end == 2);
}

TEST_CASE("a race of a range of variables refers to them") {
  std::array<dataflow_variable<int>, 3> variables;
  variables[2].set(7);
  auto body = [&]() -> task<bool> {
    const int& r = co_await race(variables);
    co_return &r == &variables[2].value();
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("a race of a view of variables refers to them") {
  std::array<dataflow_variable<int>, 3> variables;
  variables[1].set(7);
  auto body = [&]() -> task<bool> {
    const int& r = co_await race(std::span(variables));
    co_return &r == &variables[1].value();
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("a foreign awaitable alone is a child, not a range") {
  foreign_event<int> event;
  event.set(7);
  auto body = [&]() -> task<int> { co_return co_await race(event); };
  auto end = play(body());
  CHECK(*end.end == 7);
}

TEST_CASE("leaves, groups and foreign awaitables are raced as they are") {
  foreign_event<int> event;
  dataflow_variable<int> v;
  auto setter = [&]() -> task<int> {
    co_await sleep(10ms);
    event.set(7);
    co_await never();
    co_return 0;
  };
  auto body = [&]() -> task<int> { co_return co_await race(event, race(setter(), hanging())); };
  auto end = play(body());
  CHECK(*end.end == 7);
}

// Cost.

TEST_CASE("our own leaves cost no frame in a race; a task its own, a foreign awaitable one") {
  counting_frames frames;
  virtual_time time(&frames);
  foreign_event<int> event;
  dataflow_variable<int> v;
  auto leaves = [&]() -> task<> { co_await race(sleep(1ms), never(), v, as_result(sleep(2ms))); };
  time.start(leaves());
  time.run();
  CHECK(frames.made() == 0);
  auto tasks = [&]() -> task<> { co_await race(after(1ms, 1), hanging()); };
  time.start(tasks());
  time.run();
  CHECK(frames.made() == 2);
  auto foreign = [&]() -> task<> { co_await race(event, ready(1)); };
  event.set(1);
  time.start(foreign());
  time.run();
  CHECK(frames.made() == 4);
  CHECK(frames.live() == 0);
}

TEST_CASE("a child's frame is destroyed when it has ended, while the race goes on") {
  int live = 0, seen = -1;
  auto child = [](counted, duration d) -> task<int> {
    co_await sleep(d);
    co_await fail(std::errc::connection_refused);
    co_return 1;
  };
  auto looker = [&]() -> task<int> {
    co_await sleep(20ms);
    seen = live;
    co_return 2;
  };
  auto body = [&]() -> task<int> {
    counted c(live);
    co_return co_await race(child(std::move(c), 10ms), looker());
  };
  auto end = play(body());
  CHECK(*end.end == 2);
  CHECK(seen == 0);
}

TEST_CASE("a race that is never awaited starts nothing, and destroys its children") {
  int live = 0;
  auto child = [](counted) -> task<int> { co_return 1; };
  { auto r = race(child(counted(live)), child(counted(live))); }
  CHECK(live == 0);
}

namespace {

/// A range as `for` takes it: its iterator and its end can be told apart, and no more.
class counts_to {
 public:
  class iterator {
   public:
    explicit iterator(int n) : number_(n) {}

    bool operator!=(const iterator& other) const { return number_ < other.number_; }

    iterator& operator++() {
      ++number_;
      return *this;
    }

    task<int> operator*() const { return ready(int(number_)); }

   private:
    int number_;
  };

  explicit counts_to(int last) : last_(last) {}

  iterator begin() const { return iterator(1); }

  iterator end() const { return iterator(last_ + 1); }

 private:
  int last_;
};

}  // namespace

TEST_CASE("race and join take whatever `for` takes as a range") {
  auto body = []() -> task<std::size_t> {
    const int first = co_await race(counts_to(3));
    CHECK(first == 1);
    const std::vector<int> all = co_await join(counts_to(3));
    co_return all.size();
  };
  auto end = play(body());
  CHECK(*end.end == 3);
}
