// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <ranges>

#include "support/network.hpp"
#include "support/steps.hpp"

// Two attempts are woken in one turn, the older by success and the newest by failure.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Connects while `setter` sets variables; the winner.
task<std::string> winner_beside(task<connection> connecting, task<> setter) {
  auto both = co_await join(std::move(connecting), std::move(setter));
  co_return std::get<0>(both).name();
}

/// The same, until `give_up` is set, or somebody wins.
task<> given_up_beside(task<connection> connecting, dataflow_variable<>& give_up, task<> setter) {
  auto connects = [&]() -> task<> { co_await std::move(connecting); };
  auto gives_up = [&]() -> task<> { co_await give_up; };
  co_await race(connects(), gives_up(), std::move(setter));
}

}  // namespace

TEST_CASE("woken in one turn, the older by success, the newest by failure: no further one starts") {
  for (const int depth : {0, 1, 5, 50}) {
    for (const bool older_reads_first : {true, false}) {
      CAPTURE(depth, older_reads_first);
      network net;
      dataflow_variable<bool> go;
      dataflow_variable<bool> fails;
      // One event sets both variables, in either order; the older one's success is that many tasks
      // deep.
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        if (older_reads_first) {
          go.set(true);
          fails.set(false);
        } else {
          fails.set(false);
          go.set(true);
        }
      };
      auto inner =
          eyeballs_of(net, net.when("a", go, depth), net.when("b", fails), net.ok("c", 0ms));
      auto end = play(winner_beside(std::move(inner), setter()));
      REQUIRE(end.ok());
      CHECK(*end.end == "a");
      CHECK(end.at == 300ms);
      CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE("woken by one variable, success and failure of one turn: no further one starts") {
  network net;
  dataflow_variable<bool> go;
  auto inverted = [&]() -> connector {
    const environment here = co_await current_environment();
    net.log.note("b starts", here);
    co_await go;
    net.log.note("b fails", here);
    co_return fail(std::errc::connection_refused, "b");
  };
  auto setter = [&]() -> task<> {
    co_await sleep(300ms);
    go.set(true);
  };
  auto inner = eyeballs_of(net, net.when("a", go, 20), inverted(), net.ok("c", 0ms));
  auto end = play(winner_beside(std::move(inner), setter()));
  REQUIRE(end.ok());
  CHECK(*end.end == "a");
  CHECK(net.log == lines{"a starts 0", "b starts 250", "b fails 300", "a ok 300"});
}

TEST_CASE("an outer stop in the turn of the newest one's failure: no further one starts") {
  // The failure is queued before the stop is, or after; neither starts c.
  for (const bool failure_first : {true, false}) {
    CAPTURE(failure_first);
    network net;
    dataflow_variable<bool> fails;
    dataflow_variable<> give_up;
    auto setter = [&]() -> task<> {
      co_await sleep(300ms);
      if (failure_first) {
        fails.set(false);
        give_up.set();
      } else {
        give_up.set();
        fails.set(false);
      }
      co_await never();
    };
    auto inner = eyeballs_of(net, net.hangs("a"), net.when("b", fails), net.ok("c", 0ms));
    auto end = play(given_up_beside(std::move(inner), give_up, setter()));
    CHECK(end.ok());
    CHECK(end.at == 300ms);
    CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
    CHECK(net.open() == 0);
  }
}

TEST_CASE("success, failure and an outer stop in one turn: nothing starts, nothing stays open") {
  for (const int depth : {0, 5}) {
    for (const int order : {0, 1, 2}) {
      CAPTURE(depth, order);
      network net;
      dataflow_variable<bool> works, fails;
      dataflow_variable<> give_up;
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        for (int i = 0; i < 3; ++i) {
          switch ((order + i) % 3) {
            case 0: works.set(true); break;
            case 1: fails.set(false); break;
            case 2: give_up.set(); break;
          }
        }
        co_await never();
      };
      auto inner =
          eyeballs_of(net, net.when("a", works, depth), net.when("b", fails), net.ok("c", 0ms));
      auto end = play(given_up_beside(std::move(inner), give_up, setter()));
      CHECK(end.ok());
      CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE(
    "a nested happy_eyeballs as a connector succeeds in the turn of the newest one's failure") {
  network net;
  dataflow_variable<bool> works, fails;
  auto setter = [&]() -> task<> {
    co_await sleep(300ms);
    fails.set(false);
    works.set(true);
  };
  auto nested = eyeballs_of(net, net.when("a1", works, 3));
  auto inner = eyeballs_of(net, std::move(nested), net.when("b", fails), net.ok("c", 0ms));
  auto end = play(winner_beside(std::move(inner), setter()));
  REQUIRE(end.ok());
  CHECK(*end.end == "a1");
  CHECK(net.log.with("starts") == lines{"a1 starts 0", "b starts 250"});
}

TEST_CASE("success or an outer stop in the turn of the newest one's failure: nothing is pulled") {
  for (const bool stop : {true, false}) {
    for (const bool failure_first : {true, false}) {
      CAPTURE(stop, failure_first);
      network net;
      dataflow_variable<bool> works, fails;
      dataflow_variable<> give_up;
      auto setter = [&]() -> task<> {
        co_await sleep(300ms);
        if (failure_first) fails.set(false);
        if (stop) give_up.set();
        else works.set(true);
        fails.set(false);
        co_await never();
      };
      auto make = [&](int i) {
        net.log.note("pulled " + std::to_string(i));
        return i == 0 ? net.when("a", works, 5) : i == 1 ? net.when("b", fails) : net.ok("c", 0ms);
      };
      auto inner = happy_eyeballs(250ms, net.close(),
                                  std::views::iota(0, 100) | std::views::transform(make));
      auto end = play(given_up_beside(std::move(inner), give_up, setter()));
      CHECK(end.ok());
      CHECK(net.log.with("pulled") == lines{"pulled 0", "pulled 1"});
      CHECK(net.open() == 0);
    }
  }
}

TEST_CASE("an outer stop on its way down to 50 attempts, the newest fails: nothing is pulled") {
  network net;
  dataflow_variable<bool> fails;
  dataflow_variable<> give_up;
  auto setter = [&]() -> task<> {
    co_await sleep(1s);
    give_up.set();
    fails.set(false);
    co_await never();
  };
  int pulled = 0;
  auto make = [&](int i) {
    ++pulled;
    return i < 49 ? net.hangs("silent") : net.when("newest", fails);
  };
  // The stagger holds after the fiftieth.
  auto all = std::views::iota(0, 100) | std::views::transform(make);

  class burst {
   public:
    auto wait(std::size_t k) const { return sleep(k < 49 ? duration(1ms) : duration::max()); }
  };

  auto inner = happy_eyeballs(burst(), net.close(), all);
  auto end = play(given_up_beside(std::move(inner), give_up, setter()));
  CHECK(end.ok());
  CHECK(end.at == 1s);
  CHECK(pulled == 50);
}
