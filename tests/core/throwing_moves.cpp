// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A value whose move throws: wherever that happens, the exception is an error of the task that
// moves it, or of the child whose value it is. Nothing terminates, and nothing is lost.

#include <functional>
#include <stdexcept>
#include <variant>
#include <vector>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Moved by copying. After so many copies one fails.
struct brittle {
  explicit brittle(int n) : number(n) { ++live; }

  brittle(const brittle& other) : number(other.number) {
    if (copies_left-- == 0) throw std::runtime_error("copy failed");
    ++live;
  }

  brittle& operator=(const brittle&) = delete;

  ~brittle() { --live; }

  int number;
  static inline int live = 0;
  static inline int copies_left = 0;
};

task<brittle> now(int n) { co_return brittle(n); }

task<brittle> later(int n) {
  co_await sleep(1ms * n);
  co_return brittle(n);
}

task<int> number_of(task<brittle> t) {
  const brittle b = co_await std::move(t);
  co_return b.number;
}

struct way {
  const char* name;
  std::function<task<int>()> run;
};

const way ways[] = {
    {"co_await", [] { return number_of(later(1)); }},
    {"co_await of what ends at once", [] { return number_of(now(1)); }},
    {"as_result",
     []() -> task<int> {
       auto r = co_await as_result(later(1));
       co_return r.value().number;
     }},
    {"as_outcome",
     []() -> task<int> {
       auto o = co_await as_outcome(later(1));
       co_return o.value().number;
     }},
    {"shield", []() -> task<int> { co_return (co_await shield(later(1))).number; }},
    {"timeout", []() -> task<int> { co_return (co_await timeout(later(1), 1s)).number; }},
    {"race", []() -> task<int> { co_return (co_await race(later(1), later(2))).number; }},
    {"race of what ends at once",
     []() -> task<int> { co_return (co_await race(now(1), now(1))).number; }},
    {"race of a range",
     []() -> task<int> {
       std::vector<task<brittle>> all;
       all.push_back(later(1));
       all.push_back(later(2));
       co_return (co_await race(std::move(all))).number;
     }},
    {"race of two types",
     []() -> task<int> {
       auto first = co_await race(later(1), failing(5ms));
       co_return std::get<0>(first).number;
     }},
    {"race of as_results",
     []() -> task<int> {
       auto first = co_await race(as_result(later(1)), as_result(later(2)));
       co_return first.value().number;
     }},
    {"join",
     []() -> task<int> {
       auto both = co_await join(later(1), now(2));
       co_return std::get<0>(both).number;
     }},
    {"join of a range",
     []() -> task<int> {
       std::vector<task<brittle>> all;
       all.push_back(later(1));
       all.push_back(now(2));
       auto both = co_await join(std::move(all));
       co_return both[0].number;
     }},
    {"a result that is returned",
     []() -> task<int> {
       auto middle = []() -> task<brittle> { co_return co_await as_result(later(1)); };
       co_return (co_await middle()).number;
     }},
};

}  // namespace

TEST_CASE("an exception of a move is an error, whichever move it is, and whoever awaits") {
  for (const way& w : ways) {
    CAPTURE(w.name);
    bool has_failed = false, has_succeeded = false;
    for (int copies = 0; copies < 24; ++copies) {
      CAPTURE(copies);
      brittle::copies_left = copies;
      const auto end = play(w.run());
      if (end.failed()) {
        // Of a race, the error of the child that failed may be among the causes.
        CHECK(end.end.error().message().find("copy failed") != std::string::npos);
        has_failed = true;
      } else {
        REQUIRE(end.ok());
        CHECK((*end.end == 1 || *end.end == 2));
        has_succeeded = true;
      }
      CHECK(brittle::live == 0);
    }
    CHECK(has_failed);
    CHECK(has_succeeded);
  }
}

TEST_CASE("a child of a race whose value can't be moved has failed: another one wins") {
  auto body = []() -> task<int> {
    const brittle first = co_await race(later(1), later(2));
    co_return first.number;
  };
  int second = 0;
  for (int copies = 0; copies < 24; ++copies) {
    brittle::copies_left = copies;
    const auto end = play(body());
    if (end.ok() && *end.end == 2) ++second;
  }
  CHECK(second > 0);
}

TEST_CASE("in virtual time a value that can't be moved is an error, wherever it is moved") {
  bool has_succeeded = false;
  for (int copies = 0; copies < 8; ++copies) {
    CAPTURE(copies);
    brittle::copies_left = copies;
    {
      const auto end = run_in_virtual_time(later(1));
      CHECK_FALSE(end.stopped());
      if (end.has_error()) {
        CHECK(end.error().message().find("copy failed") != std::string::npos);
        CHECK_THROWS_AS(std::rethrow_exception(end.error().exception()), std::runtime_error);
      }
      has_succeeded |= end.has_value();
      CHECK((copies > 0 || end.has_error()));
    }
    CHECK(brittle::live == 0);
  }
  CHECK(has_succeeded);
}

TEST_CASE("what holds a value says whether its move may throw") {
  STATIC_REQUIRE_FALSE(std::is_nothrow_move_constructible_v<result<brittle>>);
  STATIC_REQUIRE_FALSE(std::is_nothrow_move_constructible_v<outcome<brittle>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<result<int>>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<outcome<std::string>>);
}
