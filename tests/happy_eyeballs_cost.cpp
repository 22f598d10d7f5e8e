// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <functional>
#include <ranges>

#include "support/frames.hpp"
#include "support/network.hpp"
#include "support/steps.hpp"

// Abandonment, and what it costs.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("virtual time destroyed with attempts in flight: nothing stays open, nothing starts") {
  network net;
  counting_frames frames;
  {
    virtual_time time(&frames);
    time.start(eyeballs_of(net, net.hangs("a"), net.slow_to_stop("b", 1h), net.ok("c", 0ms)));
    time.run_until(300ms);
  }
  CHECK(frames.live() == 0);
  CHECK(net.open() == 0);
  CHECK(net.log.with("starts") == lines{"a starts 0", "b starts 250"});
}

TEST_CASE("virtual time destroyed between choice and delivery: the winner is closed") {
  network net;
  {
    virtual_time time;
    time.start(eyeballs_of(net, net.slow_to_stop("a", 1h), net.ok("b", 0ms)));
    time.run_until(300ms);
    CHECK(net.is_open("b"));
  }
  CHECK(net.open() == 0);
  CHECK(net.closed("b") == 1);
}

TEST_CASE("a happy_eyeballs that is never awaited starts nothing") {
  network net;
  { auto t = eyeballs_of(net, net.ok("a", 0ms)); }
  CHECK(net.log == lines{});
  CHECK(net.open() == 0);
}

TEST_CASE("the recursion keeps less than 2 kB for each connector tried, and gives it all back") {
  const auto most_bytes = [](int n) {
    counting_frames frames;
    virtual_time time(&frames);
    auto refused = [](int) -> task<int> { co_return fail(std::errc::connection_refused); };
    auto& root =
        time.start(happy_eyeballs(250ms, std::views::iota(0, n) | std::views::transform(refused)));
    time.run();
    CHECK(root.end().has_error());
    CHECK(frames.live() == 0);
    return frames.most();
  };
  CHECK((most_bytes(1100) - most_bytes(100)) / 1000 < 2 * 1024);
}

TEST_CASE("a list that can be copied is copied: the caller's stays as it is") {
  network net;
  using callable = std::function<connector()>;
  std::vector<callable> all;
  all.push_back([&] { return net.ok("a", 10ms); });
  for (int round = 0; round < 2; ++round) {
    auto end = play(happy_eyeballs(250ms, net.close(), all));
    CHECK(end.ok());
  }
  CHECK(all.size() == 1);
  CHECK(all[0]);
}

TEST_CASE("a happy_eyeballs in a loop: try again as long as it fails") {
  network net;
  int rounds = 0;
  auto body = [&]() -> task<connection> {
    for (;;) {
      ++rounds;
      auto once = eyeballs_of(net, net.fails("a", 10ms),
                              rounds < 3 ? net.fails("b", 10ms) : net.ok("b", 10ms));
      auto r = co_await as_result(std::move(once));
      if (r) co_return *std::move(r);
      co_await sleep(1s);
    }
  };
  auto end = play(body());
  REQUIRE(end.ok());
  CHECK(rounds == 3);
  CHECK(end.at == 2060ms);
  CHECK(net.open() == 1);
}
