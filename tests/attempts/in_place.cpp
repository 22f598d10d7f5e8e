// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/attempts/in_place.hpp"

#include <string>
#include <utility>

#include "eyeballs/happy_eyeballs.hpp"
#include "support/steps.hpp"

// Waits for what stays where it is.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;
using detail::outcome_in_place;
using detail::until_ended;
using detail::with_outcome;

namespace {

/// Counts how often it was moved.
struct counts_moves {
  counts_moves() = default;

  counts_moves(counts_moves&& other) noexcept : moves(other.moves + 1) {}

  int moves = 0;
};

task<counts_moves> made_after(duration d) {
  co_await sleep(d);
  co_return counts_moves();
}

}  // namespace

TEST_CASE("an outcome in place is the task's own, and nothing is moved") {
  auto body = []() -> task<> {
    for (const duration d : {0ms, 10ms}) {
      auto made = made_after(d);
      auto& end = co_await outcome_in_place(made);
      CHECK(&end == &made.how());
      REQUIRE(end.has_value());
      CHECK(end->moves == 1);  // into the task
    }
  };
  CHECK(play(body()).ok());
}

TEST_CASE("an outcome in place is whatever the task's end is, and none of them ends the awaiter") {
  auto body = []() -> task<> {
    auto value = ready(7), late_value = after(10ms, 7);
    auto error = failed(), late_error = failing(10ms);
    auto stop = [](duration d) -> task<int> {
      co_await sleep(d);
      co_await stopped;
      co_return 0;
    };
    auto stop_now = stop(0ms), late_stop = stop(10ms);

    for (task<int>* child : {&value, &late_value}) {
      auto& end = co_await outcome_in_place(*child);
      REQUIRE(end.has_value());
      CHECK(*end == 7);
    }
    for (task<int>* child : {&error, &late_error}) {
      auto& end = co_await outcome_in_place(*child);
      REQUIRE(end.has_error());
      CHECK(end.error().code() == std::errc::connection_refused);
    }
    for (task<int>* child : {&stop_now, &late_stop}) {
      auto& end = co_await outcome_in_place(*child);
      CHECK(end.stopped());
    }
  };
  CHECK(play(body()).ok());
}

TEST_CASE("a stop from above reaches a task in place, whose end the awaiter still sees") {
  bool seen = false;
  auto body = [&]() -> task<> {
    auto hangs = hanging();
    seen = (co_await outcome_in_place(hangs)).stopped();
  };
  auto end = play(body(), 10ms);
  CHECK(seen);
  CHECK(end.ok());
  CHECK(end.at == 10ms);
}

TEST_CASE("until an operation in place has ended: then its value or its error is there to take") {
  auto body = []() -> task<> {
    auto value = timeout(after(10ms, 7), 20ms);
    co_await until_ended(value);
    CHECK(*value.take() == 7);

    auto late = timeout(after(20ms, 7), 10ms);
    co_await until_ended(late);
    CHECK(late.take().error().code() == std::errc::timed_out);
  };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(end.at == 20ms);
}

TEST_CASE("until an operation in place has ended: where it ends stopped, so does the awaiter") {
  bool resumed = false;
  auto body = [&]() -> task<> {
    stops_itself now;
    co_await until_ended(now);
    resumed = true;
  };
  CHECK(play(body()).stopped());

  auto asked = [&]() -> task<> {
    auto hangs = hanging();
    co_await until_ended(hangs);
    resumed = true;
  };
  CHECK(play(asked(), 10ms).stopped());
  CHECK_FALSE(resumed);
}

TEST_CASE("an operation that is no task has a place for its outcome") {
  const std::string text = "a text that is too long to be kept in place";
  auto body = [&]() -> task<> {
    with_outcome<decltype(timeout(after(10ms, text), 20ms))> value(
        timeout(after(10ms, text), 20ms));
    auto& end = co_await outcome_in_place(value);
    CHECK(&end == &value.how());  // which takes it once
    REQUIRE(end.has_value());
    CHECK(*end == text);

    with_outcome<decltype(timeout(ready(7), 10ms))> late(timeout(after(20ms, 7), 10ms));
    auto& too_late = co_await outcome_in_place(late);
    REQUIRE(too_late.has_error());
    CHECK(too_late.error().code() == std::errc::timed_out);

    with_outcome<stops_itself> stops{stops_itself()};
    auto& gone = co_await outcome_in_place(stops);
    CHECK(gone.stopped());
  };
  CHECK(play(body()).ok());
}

TEST_CASE("operations that are no tasks are connectors, as they are") {
  auto first = [] {
    return list(timeout(failing(5ms), 20ms), timeout(after(30ms, 1), 20ms),
                timeout(after(10ms, 2), 20ms));
  };
  auto end = play(happy_eyeballs(250ms, first()));
  REQUIRE(end.ok());
  CHECK(*end.end == 2);
  CHECK(end.at == 35ms);

  auto none =
      play(happy_eyeballs(250ms, list(timeout(failing(5ms), 20ms), timeout(after(30ms, 1), 20ms))));
  REQUIRE(none.failed());
  CHECK(none.code() == std::errc::connection_refused);
  CHECK(none.end.error().causes().size() == 2);
  CHECK(none.end.error().causes()[1].code() == std::errc::timed_out);
}
