// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <utility>
#include <vector>

#include "eyeballs/core/race.hpp"
#include "eyeballs/core/timeout.hpp"
#include "eyeballs/testing/virtual_time.hpp"
#include "support/catch.hpp"
#include "support/steps.hpp"

// Where a task is asked for, any operation will do.

using namespace eyeballs;
using namespace std::chrono_literals;
using support::after;

TEST_CASE("an operation becomes a task, which ends as it does") {
  task<int> in_time = timeout(after(1s, 42), 2s);
  task<int> late = timeout(after(3s, 42), 2s);
  task<> nothing = sleep(1s);
  CHECK(*run_in_virtual_time(std::move(in_time)) == 42);
  CHECK(run_in_virtual_time(std::move(late)).error().code() == std::errc::timed_out);
  CHECK(run_in_virtual_time(std::move(nothing)).has_value());
}

TEST_CASE("a container of tasks takes operations, and is raced") {
  std::vector<task<int>> all;
  all.push_back(after(3s, 3));
  all.push_back(timeout(after(2s, 2), 9s));
  all.emplace_back(race(after(1s, 1), after(4s, 4)));
  auto first = race(std::move(all));
  CHECK(*run_in_virtual_time(std::move(first)) == 1);
}

TEST_CASE("an operation that is stopped stops its task") {
  virtual_time time;
  auto& run = time.start(task<int>(timeout(after(3s, 42), 9s)));
  run.request_stop();
  time.run();
  CHECK(run.end().stopped());
}
