// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/core/sleep.hpp"

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("never ends only as stopped, in the turn of the stop") {
  auto body = []() -> task<> { co_await never(); };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
}

TEST_CASE("never after the stop ends at once") {
  auto body = []() -> task<> {
    co_await shield(sleep(20ms));
    co_await never();
  };
  auto end = play(body(), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 20ms);
}

TEST_CASE("never alone is a deadlock, not a hang") {
  auto body = []() -> task<> { co_await never(); };
  auto end = run_in_virtual_time(body());
  REQUIRE(end.has_error());
  CHECK(end.error().code() == errc::deadlock);
}
