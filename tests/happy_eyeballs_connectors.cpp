// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <array>
#include <deque>
#include <functional>
#include <iterator>
#include <ranges>
#include <span>
#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

// What connectors may be.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("connectors may be callables that return tasks, called only when due") {
  network net;
  auto make = [&](std::string name, bool works) {
    return [&net, name, works] {
      net.log.note(name + " called");
      return works ? net.ok(name, 10ms) : net.fails(name, 10ms);
    };
  };
  auto end = play(
      happy_eyeballs(250ms, net.close(), list(make("a", false), make("b", true), make("c", true))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(net.log ==
        lines{"a called", "a starts 0", "a fails 10", "b called", "b starts 10", "b ok 20"});
}

TEST_CASE("a connector may have members of its own, named as those of a task") {
  struct callable {
    task<int> operator()() const { co_return 7; }

    const char* how() const { return "by a call"; }
  };

  struct own_operation {
    using value_type = int;

    start_result start(environment, detail::work_item&) noexcept { return start_result::ended; }

    bool stopped() const noexcept { return false; }

    result<int> take() noexcept { return 7; }

    const char* how() const { return "at once"; }
  };

  auto called = play(happy_eyeballs(250ms, std::vector<callable>(1)));
  REQUIRE(called.ok());
  CHECK(*called.end == 7);
  auto awaited = play(happy_eyeballs(250ms, std::vector<own_operation>(1)));
  REQUIRE(awaited.ok());
  CHECK(*awaited.end == 7);
}

TEST_CASE("a callable that throws is a connector that failed") {
  network net;
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([]() -> connector { throw std::runtime_error("a"); });
  all.push_back([&] { return net.ok("b", 10ms); });
  auto end = play(happy_eyeballs(250ms, net.close(), all));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 10ms);
}

TEST_CASE("all callables throw: their errors, in order") {
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([]() -> connector { throw std::runtime_error("a"); });
  all.push_back([]() -> connector { throw std::runtime_error("b"); });
  auto end = play(happy_eyeballs(250ms, all));
  REQUIRE(end.failed());
  CHECK(causes_of(end.end.error()) == lines{"a", "b"});
}

TEST_CASE("a callable that is refused keeps its error") {
  network net;
  auto refused = [&] { return net.fails("a", 10ms); };
  auto end = play(happy_eyeballs(250ms, net.close(), list(refused)));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(causes_of(end.end.error()) == lines{"a"});
}

TEST_CASE("a callable lives as long as the task that it made") {
  network net;
  auto owner = [&net, text = std::string("a name too long to be kept in place")]() -> connector {
    co_await sleep(10ms);
    co_return connection(net, text);
  };
  auto end = play(happy_eyeballs(250ms, net.close(), list(owner)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a name too long to be kept in place");
}

TEST_CASE("a lazy view makes a connector only when it is due") {
  network net;
  auto make = [&](int i) {
    net.log.note("made " + std::to_string(i));
    return net.hangs(std::to_string(i));
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view), 600ms);
  CHECK(end.stopped());
  CHECK(net.log.with("made") == lines{"made 0", "made 1", "made 2"});
}

TEST_CASE("from the win on nothing is pulled out of a lazy view") {
  network net;
  auto make = [&](int i) {
    net.log.note("made " + std::to_string(i));
    return i == 1 ? net.ok("1", 0ms) : net.slow_to_stop(std::to_string(i), 10s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.ok());
  CHECK(net.log.with("made") == lines{"made 0", "made 1"});
}

TEST_CASE("any input range will do: one that can be read only once, one with a sentinel") {
  network net;
  std::deque<connector> owner;
  owner.push_back(net.fails("a", 10ms));
  owner.push_back(net.ok("b", 10ms));
  auto moved =
      std::ranges::subrange(std::move_iterator(owner.begin()), std::move_sentinel(owner.end()));
  auto end = play(happy_eyeballs(250ms, net.close(), moved));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
}

TEST_CASE("tasks in a std::array are connectors by a std::span of it, which takes them out") {
  auto body = []() -> task<int> {
    std::array<task<int>, 2> connectors{failing(10ms), after(10ms, 2)};
    co_return co_await happy_eyeballs(250ms, std::span(connectors));
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(*end.end == 2);
  CHECK(end.at == 20ms);
}

TEST_CASE("a subrange, which has a next() of its own, is a range") {
  network net;
  const auto make = [&net] { return net.ok("a", 10ms); };
  std::vector owner(2, make);
  auto end = play(happy_eyeballs(250ms, net.close(), std::ranges::subrange(owner)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
}

TEST_CASE("connectors that were never started are destroyed, not run") {
  network net;
  int live = 0;
  auto holding = [&](counted) -> connector { co_return connection(net, "?"); };
  auto end = play(eyeballs_of(net, net.ok("a", 10ms), holding(counted(live))));
  REQUIRE(end.ok());
  CHECK(live == 0);
  CHECK(net.log == lines{"a starts 0", "a ok 10"});
}
