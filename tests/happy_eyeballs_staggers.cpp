// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

// Staggers of one's own.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Each attempt has a delay of its own.
class growing {
 public:
  auto wait(std::size_t k) const { return sleep(100ms * (k + 1)); }
};

/// Due when somebody says so.
class on_demand {
 public:
  explicit on_demand(std::vector<dataflow_variable<>>& due) : due_(&due) {}

  task<> wait(std::size_t k) { co_await (*due_)[k]; }

 private:
  std::vector<dataflow_variable<>>* due_;
};

class broken {
 public:
  task<> wait(std::size_t) {
    co_await sleep(100ms);
    throw std::runtime_error("broken stagger");
  }
};

}  // namespace

TEST_CASE("a stagger says when each attempt is due") {
  network net;
  auto end =
      play(happy_eyeballs(growing(), net.close(),
                          list(net.hangs("a"), net.hangs("b"), net.hangs("c"), net.ok("d", 0ms))));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") ==
        lines{"a starts 0", "b starts 100", "c starts 300", "d starts 600"});
}

TEST_CASE("a stagger is told the index of the newest attempt, and failures go before it") {
  network net;
  std::vector<dataflow_variable<>> due(3);
  auto setter = [&]() -> task<> {
    co_await sleep(700ms);
    due[1].set();
  };
  auto inner = happy_eyeballs(on_demand(due), net.close(),
                              list(net.fails("a", 10ms), net.hangs("b"), net.ok("c", 0ms)));
  auto body = [&]() -> task<> { co_await join(std::move(inner), setter()); };
  auto end = play(body());
  CHECK(end.ok());
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 10", "c starts 700"});
}

TEST_CASE("a stagger that fails starts nobody; the failure of the newest still does") {
  network net;
  auto end =
      play(happy_eyeballs(broken(), net.close(), list(net.fails("a", 1s), net.ok("b", 10ms))));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "b");
  CHECK(end.at == 1010ms);
}

TEST_CASE("a fixed delay waits for the failure or for its time, whichever comes first") {
  using wait = detail::limited_wait<std::chrono::milliseconds>;
  const auto ends_at = [](duration set_after, std::chrono::milliseconds delay, duration stop_at) {
    dataflow_variable<> failed;
    auto setter = [&]() -> task<> {
      co_await sleep(set_after);
      failed.set();
    };
    auto waiter = [&]() -> task<duration> {
      co_await wait(failed, delay);
      const environment here = co_await current_environment();
      co_return here.where->now().time_since_epoch();
    };
    auto both = [&]() -> task<duration> {
      auto ends = co_await join(waiter(), setter());
      co_return std::get<0>(ends);
    };
    return play(both(), stop_at);
  };

  CHECK(*ends_at(10ms, 250ms, 1h).end == 10ms);
  CHECK(*ends_at(300ms, 250ms, 1h).end == 250ms);
  CHECK(*ends_at(10ms, std::chrono::milliseconds::max(), 1h).end == 10ms);
  const auto early = ends_at(300ms, 250ms, 100ms);
  CHECK(early.stopped());
  CHECK(early.at == 100ms);
}

TEST_CASE("a fixed delay leaves no timer behind") {
  dataflow_variable<> failed;
  virtual_time time;
  auto waiter = [&]() -> task<> { co_await detail::limited_wait(failed, 250ms); };
  auto& run = time.start(waiter());
  CHECK(time.pending().timers == 1);
  failed.set();
  time.step();
  CHECK(run.ended());
  CHECK(time.pending().timers == 0);
  CHECK(time.pending().waits == 0);
  auto& again = time.start(waiter());  // it is set already
  CHECK(again.ended());
  CHECK(time.pending().timers == 0);
}
