// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <ranges>

#include "support/network.hpp"
#include "support/steps.hpp"

// However much there is, the native stack stays flat. These run on 256 KiB.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

task<int> refused(int) { co_return fail(std::errc::connection_refused); }

task<int> refused_but(int last, int i) {
  if (i == last) return ready(i);
  return refused(i);
}

task<int> silent(int) { return hanging<int>(); }

task<int> eyeballs_of_many(int n, int winner) {
  return happy_eyeballs(250ms, std::views::iota(0, n) | std::views::transform([winner](int i) {
                                 return refused_but(winner, i);
                               }));
}

/// All start in one instant.
task<int> many_pending(int n) {
  return happy_eyeballs(0ms, std::views::iota(0, n) | std::views::transform(silent));
}

std::vector<task<int>> many(int n, task<int> (*make)(int)) {
  std::vector<task<int>> all;
  all.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) all.push_back(make(i));
  return all;
}

template <class T> auto race_of(std::vector<task<T>> all) -> task<T> {
  co_return co_await race(std::move(all));
}

template <class T> auto join_of(std::vector<task<T>> all) -> task<std::vector<T>> {
  co_return co_await join(std::move(all));
}

/// Happy Eyeballs as a user may write it: each attempt joins the next one.
task<> attempt(int left, dataflow_variable<>* previous = nullptr) {
  if (previous) co_await race(*previous, sleep(250ms));
  if (left == 0) co_return;

  dataflow_variable<> failed;
  auto refused_at_once = [](dataflow_variable<>& f) -> task<> {
    f.set();
    co_return;
  };
  co_await join(refused_at_once(failed), attempt(left - 1, &failed));
}

/// Races the next level, after a race that ends within its start.
task<int> race_within_race(int left) {
  const int first = co_await race(ready(left), ready(0));
  if (first == 0) co_return 7;
  co_return co_await race(race_within_race(left - 1), hanging<int>());
}

}  // namespace

TEST_CASE("100,000 attempts of a user's own recursion fail at once, each within another") {
  CHECK(play(attempt(100'000)).ok());
}

TEST_CASE("100,000 races, each within one that follows a race which ends at once") {
  CHECK(*play(race_within_race(100'000)).end == 7);
}

TEST_CASE("100,000 connectors fail at once, then one succeeds") {
  auto end = play(eyeballs_of_many(100'001, 100'000));
  REQUIRE(end.ok());
  CHECK(*end.end == 100'000);
  CHECK(end.at == 0ms);
}

TEST_CASE("100,000 connectors fail at once, and none succeeds: all errors") {
  auto end = play(eyeballs_of_many(100'000, -1));
  REQUIRE(end.failed());
  CHECK(end.end.error().causes().size() == 100'000);
}

TEST_CASE("100,000 callables fail at once, then one succeeds") {
  std::vector<int> calls(1);
  auto callables = std::views::iota(0, 100'001) | std::views::transform([&calls](int i) {
                     return [i, &calls] {
                       ++calls[0];
                       return refused_but(100'000, i);
                     };
                   });
  auto end = play(happy_eyeballs(250ms, callables));
  REQUIRE(end.ok());
  CHECK(calls[0] == 100'001);
}

TEST_CASE("10,000 pending attempts are stopped, in one instant") {
  auto end = play(many_pending(10'000), 1s);
  CHECK(end.stopped());
  CHECK(end.at == 1s);
}

TEST_CASE("10,000 pending attempts, and another one wins") {
  auto pending_but_last = std::views::iota(0, 10'001) | std::views::transform([](int i) {
                            return i == 10'000 ? ready(i) : silent(i);
                          });
  auto end = play(happy_eyeballs(0ms, pending_but_last));
  REQUIRE(end.ok());
  CHECK(*end.end == 10'000);
}

TEST_CASE("10,000 pending attempts fail in one instant") {
  auto at_once =
      std::views::iota(0, 10'000) | std::views::transform([](int) { return failing<int>(1s); });
  auto end = play(happy_eyeballs(0ms, at_once));
  REQUIRE(end.failed());
  CHECK(end.end.error().causes().size() == 10'000);
  CHECK(end.at == 1s);
}

TEST_CASE("virtual time is destroyed with 10,000 pending attempts") {
  counting_frames frames;
  {
    virtual_time time(&frames);
    time.start(many_pending(10'000));
    time.run_until(1s);
    CHECK(time.pending().waits >= 10'000);
  }
  CHECK(frames.live() == 0);
}

TEST_CASE("virtual time is destroyed with 10,000 pending attempts under shields") {
  counting_frames frames;
  {
    virtual_time time(&frames);
    auto shielded = [](int) -> task<int> {
      co_await shield(sleep(1h));
      co_return 1;
    };
    time.start(happy_eyeballs(0ms, std::views::iota(0, 10'000) | std::views::transform(shielded)));
    time.run_until(1s);
  }
  CHECK(frames.live() == 0);
}

TEST_CASE("a loop of a million awaits of tasks that end at once") {
  auto body = []() -> task<long> {
    long sum = 0;
    for (int i = 0; i < 1'000'000; ++i) sum += co_await ready(1);
    co_return sum;
  };
  auto end = play(body());
  CHECK(*end.end == 1'000'000);
}

TEST_CASE("a loop of a million awaits of tasks that fail at once") {
  auto body = []() -> task<long> {
    long sum = 0;
    for (int i = 0; i < 1'000'000; ++i) {
      auto r = co_await as_result(refused(i));
      sum += r.has_error();
    }
    co_return sum;
  };
  auto end = play(body());
  CHECK(*end.end == 1'000'000);
}

TEST_CASE("a loop of a million reads of a variable that has its value") {
  dataflow_variable<int> v;
  v.set(1);
  auto body = [&]() -> task<long> {
    long sum = 0;
    for (int i = 0; i < 1'000'000; ++i) sum += co_await v;
    co_return sum;
  };
  auto end = play(body());
  CHECK(*end.end == 1'000'000);
}

TEST_CASE("a loop of 100,000 races, joins and timeouts that end at once") {
  auto body = []() -> task<long> {
    long sum = 0;
    for (int i = 0; i < 100'000; ++i) {
      sum += co_await race(ready(1), ready(2));
      co_await join(ready(1), ready(2));
      sum += co_await timeout(ready(1), 1s);
    }
    co_return sum;
  };
  auto end = play(body());
  CHECK(*end.end == 200'000);
}

TEST_CASE("a race of 100,000: all are stopped") {
  auto end = play(race_of(many(100'000, silent)), 1s);
  CHECK(end.stopped());
}

TEST_CASE("a race of 100,000: all fail at once") {
  auto end = play(race_of(many(100'000, refused)));
  REQUIRE(end.failed());
  CHECK(end.end.error().causes().size() == 100'000);
}

TEST_CASE("a race of 100,000: the last wins") {
  auto all = many(100'000, silent);
  all.push_back(after(1s, 7));
  auto end = play(race_of(std::move(all)));
  CHECK(*end.end == 7);
}

TEST_CASE("a join of 100,000: all values, at once and later") {
  auto at_once = play(join_of(many(100'000, [](int i) { return ready(i); })));
  CHECK(at_once.end->size() == 100'000);
  auto later = play(join_of(many(100'000, [](int i) { return after(1s, i); })));
  REQUIRE(later.ok());
  CHECK(later.end->at(99'999) == 99'999);
}

TEST_CASE("a join of 100,000: the last fails") {
  auto all = many(100'000, silent);
  all.push_back(failing(1s));
  auto end = play(join_of(std::move(all)));
  CHECK(end.code() == std::errc::connection_refused);
}

TEST_CASE("10,000 groups inside each other are stopped") {
  struct nest {
    static task<> of(int n) {
      co_await sleep(0ms);
      if (n > 0) co_await race(never(), of(n - 1));
      else co_await never();
    }
  };

  auto end = play(nest::of(10'000), 1s);
  CHECK(end.stopped());
  CHECK(end.at == 1s);
}

TEST_CASE("100,000 readers of one variable wake") {
  dataflow_variable<int> v;
  auto reader = [&]() -> task<int> { co_return co_await v; };
  auto setter = [&]() -> task<int> {
    co_await sleep(1s);
    v.set(1);
    co_return 1;
  };
  std::vector<task<int>> all;
  for (int i = 0; i < 100'000; ++i) all.push_back(reader());
  all.push_back(setter());
  auto end = play(join_of(std::move(all)));
  CHECK(end.ok());
}
