// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include "support/hosts.hpp"

// When the next attempt starts: RFC 8305, section 5.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("one attempt at a time, each 250 ms after the one before it", "[R18][R23]") {
  host h;
  knows(h, {"6a", "6b", "6c"}, {"4a", "4b"});
  auto end = play(h.connect(), 1249ms);
  CHECK(starts(h) ==
        lines{"6a starts 0", "4a starts 250", "6b starts 500", "4b starts 750", "6c starts 1000"});
}

TEST_CASE("failure_delay counts from the start of the attempt that failed", "[D11]") {
  host h;
  h.values.failure_delay = 100ms;
  knows(h, {"6a", "6b", "6c"}, {});
  h.fails("6a", 30ms);   // earlier than that
  h.fails("6b", 170ms);  // later
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 100", "6c starts 270"});
}

TEST_CASE("and the next is never later than its delay says", "[D11]") {
  host h;
  h.values.failure_delay = 400ms;
  knows(h, {"6a", "6b"}, {});
  h.fails("6a", 30ms);
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 250"});
}

TEST_CASE("a late answer after a failure waits for the failure_delay, not longer", "[D11][D17]") {
  host h;
  h.values.failure_delay = 100ms;
  h.aaaa = answer(0ms, names{"6a"});
  h.fails("6a", 30ms);
  h.a = answer(60ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 100"});
}

TEST_CASE("without a failure_delay the next starts with the failure", "[D2][D11]") {
  host h;
  knows(h, {"6a", "6b"}, {});
  h.fails("6a", 3ms);
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 3"});
}

TEST_CASE("no attempt delay: one after another, and a failure_delay still holds", "[D19]") {
  host h;
  h.values.attempt_delay = duration::max();
  h.values.failure_delay = 10ms;
  knows(h, {"6a", "6b", "6c"}, {});
  h.fails("6a", 1h);
  h.fails("6b", 0ms);
  auto end = play(h.connect(), 2h);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 3600000", "6c starts 3600010"});
}

TEST_CASE("a fixed attempt delay is not held to the limits", "[D2]") {
  for (const auto delay : {1ms, 5000ms}) {
    host h;
    h.values.attempt_delay = delay;
    knows(h, {"6a", "6b"}, {});
    auto end = play(h.connect(), 6s);
    CHECK(starts(h) == lines{"6a starts 0", "6b starts " + in_ms(delay)});
  }
}

TEST_CASE("the delay is that of the newest endpoint, where it has one", "[R24]") {
  host h;
  knows(h, {"6a", "6b", "6c"}, {});
  h.delays = {{"6a", 180ms}, {"6c", 1s}};
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 180", "6c starts 430"});
}

TEST_CASE("a computed delay is held to 100 ms and 2 s", "[R25][R27][R28]") {
  host h;
  knows(h, {"6a", "6b", "6c"}, {});
  h.delays = {{"6a", 1ms}, {"6b", 1h}};
  auto end = play(h.connect(), 1h);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 100", "6c starts 2100"});
}

TEST_CASE("a computed delay is never under 10 ms, whatever the limits say", "[R26]") {
  host h;
  h.values.minimum_attempt_delay = 0ms;
  knows(h, {"6a", "6b", "6c"}, {});
  h.delays = {{"6a", 0ms}, {"6b", 5ms}};
  auto end = play(h.connect(), 1h);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 10", "6c starts 20"});

  host inverted;
  inverted.values.maximum_attempt_delay = 5ms;
  inverted.values.minimum_attempt_delay = 1ms;
  knows(inverted, {"6a", "6b"}, {});
  inverted.delays = {{"6a", 500ms}};
  auto ended = play(inverted.connect(), 1h);
  CHECK(starts(inverted) == lines{"6a starts 0", "6b starts 10"});
}

TEST_CASE("in flight: the cap waits until one has ended, and stops nobody") {
  host h;
  h.values.max_attempts_in_flight = 2;
  knows(h, {"6a", "6b", "6c", "6d"}, {});
  h.fails("6a", 600ms);
  h.ok("6b", 3s);
  h.fails("6c", 1s);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.end->name() == "6b");
  CHECK(h.net.log.with("6") == lines{"6a starts 0", "6b starts 250", "6a fails 600",
                                     "6c starts 600", "6c fails 1600", "6d starts 1600",
                                     "6b ok 3250", "6d stopped 3250"});
}

TEST_CASE("in flight: under a cap of one, failures follow one another at once") {
  for (const std::size_t cap : {0u, 1u}) {
    host h;
    h.values.max_attempts_in_flight = cap;
    knows(h, {"6a", "6b", "6c"}, {});
    h.fails("6a", 100ms);
    h.fails("6b", 500ms);
    h.ok("6c", 10ms);
    auto end = play(h.connect());
    REQUIRE(end.ok());
    CHECK(starts(h) == lines{"6a starts 0", "6b starts 100", "6c starts 600"});
  }
}

TEST_CASE("in flight: room does not shorten the delay, nor the failure_delay") {
  host h;
  h.values.max_attempts_in_flight = 2;
  h.values.failure_delay = 100ms;
  knows(h, {"6a", "6b", "6c", "6d"}, {});
  h.fails("6a", 300ms);
  h.fails("6c", 50ms);
  auto end = play(h.connect(), 2s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 250", "6c starts 500", "6d starts 600"});
}

TEST_CASE("in flight: stopped while it waits for room") {
  host h;
  h.values.max_attempts_in_flight = 1;
  knows(h, {"6a", "6b"}, {});
  auto end = play(h.connect(), 400ms);
  CHECK(end.stopped());
  CHECK(starts(h) == lines{"6a starts 0"});
}
