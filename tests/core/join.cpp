// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/join.hpp"

#include <array>
#include <ranges>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

template <class... Tasks> auto joined(Tasks... tasks)
    -> task<typename decltype(join(std::move(tasks)...))::value_type> {
  co_return co_await join(std::move(tasks)...);
}

}  // namespace

TEST_CASE("a at 100, b at 200: both, at 200") {
  auto end = play(joined(after(100ms, 1), after(200ms, std::string("x"))));
  REQUIRE(end.ok());
  CHECK(*end.end == std::tuple(1, std::string("x")));
  CHECK(end.at == 200ms);
}

TEST_CASE("the first error stops the others, waits, and is the error") {
  timeline log;
  auto end = play(joined(noted(log, "a", failing(100ms)), noted(log, "b", hanging()),
                         noted(log, "c", stubborn(300ms, 3))));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(end.end.error().causes().empty());
  CHECK(end.at == 300ms);
  CHECK(log == lines{"a starts 0", "b starts 0", "c starts 0", "a fails 100", "b stopped 100",
                     "c ok 300"});
}

TEST_CASE("the first error counts, later ones are dropped") {
  auto end = play(joined(stubborn_failing(200ms, std::errc::timed_out), failing(100ms)));
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(end.at == 200ms);
}

TEST_CASE("once a child has failed, children not yet started are not") {
  timeline log;
  auto end = play(
      joined(noted(log, "a", hanging()), noted(log, "b", failed()), noted(log, "c", ready(3))));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(log == lines{"a starts 0", "b starts 0", "b fails 0", "a stopped 0"});
}

TEST_CASE("values of a join that fails are destroyed") {
  int live = 0;
  auto child = [&]() -> task<counted> { co_return counted(live); };
  auto body = [&]() -> task<int> {
    auto r = co_await as_result(join(child(), failing(10ms)));
    const int left = live;
    (void)r;
    co_return left;
  };
  play(body());
  CHECK(live == 0);
}

TEST_CASE("join of nothing: its empty result, at once", "[D21]") {
  auto body = []() -> task<bool> {
    auto none = co_await join();
    std::vector<task<int>> no_tasks;
    auto nobody = co_await join(std::move(no_tasks));
    co_return std::is_same_v<decltype(none), std::tuple<>>&& nobody.empty();
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end);
  CHECK(end.at == 0ms);
}

TEST_CASE("a stopped parent: stopped, when all have ended") {
  auto end = play(joined(hanging(), stubborn(50ms, 2)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("an error after the parent's stop: stopped") {
  auto end = play(joined(stubborn_failing(50ms), hanging()), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("an error of the only child that still runs, after the parent's stop: stopped") {
  auto end = play(joined(after(5ms, 1), stubborn_failing(50ms)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 50ms);
}

TEST_CASE("the parent's stop after an error: the error") {
  auto end = play(joined(failing(10ms), stubborn(50ms, 2)), 20ms);
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(end.at == 50ms);
}

TEST_CASE("all children succeed in spite of the stop: the values", "[D13]") {
  auto end = play(joined(stubborn(50ms, 1), stubborn(60ms, 2)), 10ms);
  REQUIRE(end.ok());
  CHECK(*end.end == std::tuple(1, 2));
}

TEST_CASE("a child that stops by itself: the others go on, and the end is stopped") {
  auto itself = []() -> task<int> {
    co_await stops_itself();
    co_return 1;
  };
  auto end = play(joined(itself(), after(10ms, 2)));
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
}

TEST_CASE("an error comes before a stopped child") {
  auto itself = []() -> task<int> {
    co_await stops_itself();
    co_return 1;
  };
  auto end = play(joined(itself(), failing(10ms)));
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a stop in the turn of the last child's end: the values, whichever is on its way first") {
  auto reads = [](dataflow_variable<int>& v) -> task<int> {
    auto all = co_await join(v);
    co_return *std::get<0>(all);
  };
  for (const bool value_first : {true, false}) {
    CAPTURE(value_first);
    CHECK(seen_beside_a_stop(value_first, reads) == 7);
  }
}

TEST_CASE("a stop while a child is being started, whose error is on its way before it: the error") {
  stop_source above;
  auto body = [&]() -> task<> {
    auto j = join(failing_stopper(above, false), hanging());
    co_await under(above, std::move(j));
  };
  auto end = play(body());
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("a join that starts after the stop starts no child, and is stopped") {
  timeline log;
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await join(noted(log, "a", ready(1)));
    log.note("not reached");
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(log == lines{});
}

TEST_CASE("a join of nothing after the stop is stopped too") {
  auto body = [&]() -> task<> {
    co_await shield(sleep(20ms));
    co_await join();
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
}

TEST_CASE("what a child throws when it is started, or asked for its value, is the error") {
  for (const auto place : {thrower::in_start, thrower::in_take}) {
    CAPTURE(place);
    auto body = [&]() -> task<> { co_await join(hanging(), thrower(place)); };
    auto end = play(body());
    CHECK(end.code() == errc::exception);
    CHECK(end.at == 0ms);
  }
}

TEST_CASE("a join of a range, stopped: stopped, unless all succeed in spite of it") {
  const auto joined_range = [](std::vector<task<int>> v) -> task<std::vector<int>> {
    co_return co_await join(std::move(v));
  };
  auto end = play(joined_range(list(hanging(), after(5ms, 1))), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
  auto in_spite = play(joined_range(list(stubborn(60ms, 1), stubborn(50ms, 2))), 10ms);
  REQUIRE(in_spite.ok());
  CHECK(*in_spite.end == std::vector{1, 2});
}

// Types.

TEST_CASE("a join yields a tuple: void as monostate, a reference as a pointer") {
  dataflow_variable<int> v;
  v.set(7);
  auto body = [&]() -> task<bool> {
    auto all = co_await join(sleep(1ms), v, after(1ms, move_only(3)));
    STATIC_REQUIRE(
        std::is_same_v<decltype(all), std::tuple<std::monostate, const int*, move_only>>);
    co_return std::get<1>(all) == &v.value() && std::get<2>(all).value == 3;
  };
  auto end = play(body());
  CHECK(*end.end);
}

TEST_CASE("a join of a range yields a vector, in the order of the range") {
  auto body = []() -> task<std::vector<int>> {
    std::vector<task<int>> v;
    v.push_back(after(30ms, 1));
    v.push_back(after(10ms, 2));
    v.push_back(after(20ms, 3));
    co_return co_await join(std::move(v));
  };
  auto end = play(body());
  CHECK(*end.end == std::vector{1, 2, 3});
  CHECK(end.at == 30ms);
}

TEST_CASE("a join of a range moves no value once more for those that follow it") {
  class counting {
   public:
    explicit counting(int& moves) : moves_(&moves) {}

    counting(counting&& other) noexcept : moves_(other.moves_) { ++*moves_; }

   private:
    int* moves_;
  };

  int moves[5] = {};
  auto child = [&](int i) -> task<counting> { co_return counting(moves[i]); };
  auto body = [&]() -> task<> {
    auto all = co_await join(list(child(0), child(1), child(2), child(3), child(4)));
    (void)all;
  };
  play(body());
  for (const int m : moves) CHECK(m == moves[4]);
}

TEST_CASE("a join of a view makes its tasks at the call") {
  const std::array<int, 3> delays{30, 10, 20};
  auto body = [&]() -> task<std::vector<int>> {
    auto view = delays |
                std::views::transform([](int d) { return after(std::chrono::milliseconds(d), d); });
    co_return co_await join(std::move(view));
  };
  auto end = play(body());
  CHECK(*end.end == std::vector{30, 10, 20});
}

TEST_CASE("a join of a range of variables refers to them") {
  std::array<dataflow_variable<int>, 2> variables;
  auto setter = [&]() -> task<> {
    co_await sleep(10ms);
    variables[1].set(2);
    co_await sleep(10ms);
    variables[0].set(1);
  };
  auto reader = [&]() -> task<int> {
    auto all = co_await join(variables);
    co_return 10 * *all[0] + *all[1];
  };
  auto body = [&]() -> task<int> {
    auto both = co_await join(reader(), setter());
    co_return std::get<0>(both);
  };
  auto end = play(body());
  CHECK(*end.end == 12);
  CHECK(end.at == 20ms);
}

TEST_CASE("a join of tasks of void") {
  auto step = []() -> task<> { co_await sleep(10ms); };
  auto body = [&]() -> task<std::size_t> {
    std::vector<task<>> v;
    v.push_back(step());
    v.push_back(step());
    auto all = co_await join(std::move(v));
    co_return all.size();
  };
  auto end = play(body());
  CHECK(*end.end == 2);
  CHECK(end.at == 10ms);
}

TEST_CASE("children run in the order in which they were given") {
  timeline log;
  play(joined(noted(log, "a", ready(1)), noted(log, "b", ready(2)), noted(log, "c", ready(3))));
  CHECK(log.with("starts") == lines{"a starts 0", "b starts 0", "c starts 0"});
}
