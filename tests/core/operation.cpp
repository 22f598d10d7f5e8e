// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/operation.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("a child of a group has a token of its own, under its parent's") {
  std::vector<bool> asked;
  auto loser = [&]() -> task<int> {
    co_await shield(sleep(20ms));
    const bool requested = co_await stop_requested();
    asked.push_back(requested);
    co_return 2;
  };
  auto body = [&]() -> task<int> {
    const int winner = co_await race(after(10ms, 1), loser());
    const bool requested = co_await stop_requested();
    asked.push_back(requested);
    co_return winner;
  };
  auto end = play(body());
  CHECK(*end.end == 1);
  CHECK(asked == std::vector<bool>{true, false});
}

TEST_CASE("a task that asks or ends at once goes on in place") {
  timeline log;
  auto other = [&]() -> task<> {
    log.note("other");
    co_return;
  };
  auto asker = [&]() -> task<> {
    log.note("asks");
    co_await stop_point();
    co_await stop_requested();
    co_await ready(1);
    log.note("asked");
  };
  auto body = [&]() -> task<> { co_await join(asker(), other()); };
  play(body());
  CHECK(log == lines{"asks", "asked", "other"});
}
