// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include "support/hosts.hpp"

// Several events in one instant: decision D18.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("both answers in one instant, in either order: IPv6 leads", "[D18]") {
  for (const bool a_last : {true, false}) {
    host h;
    answer v6(20ms, names{"6a"}), v4(20ms, names{"4a"});
    h.aaaa = a_last ? v6 : answer(v6).last_in_its_instant();
    h.a = a_last ? answer(v4).last_in_its_instant() : v4;
    auto end = play(h.connect(), 1s);
    CHECK(h.net.log.with(" answers ") == (a_last ? lines{"AAAA answers 20", "A answers 20"}
                                                 : lines{"A answers 20", "AAAA answers 20"}));
    CHECK(starts(h) == lines{"6a starts 20", "4a starts 270"});
  }
}

TEST_CASE("AAAA at the end of the resolution delay is still in time, and a failure too", "[D18]") {
  for (const bool works : {true, false}) {
    host h;
    h.a = answer(0ms, names{"4a"});
    h.aaaa = works ? answer(50ms, names{"6a"}) : answer(50ms, answer::failure);
    auto end = play(h.connect(), 200ms);
    CHECK(starts(h) == (works ? lines{"6a starts 50"} : lines{"4a starts 50"}));
  }
}

TEST_CASE("an answer that comes in the instant of the delay joins in", "[D18]") {
  host h;
  h.aaaa = answer(0ms, names{"6a", "6b"});
  h.a = answer(250ms, names{"4a"});
  auto end = play(h.connect(), 600ms);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 250", "6b starts 500"});
}

TEST_CASE("a timeout around it is armed first", "[D18]") {
  host h;
  h.a = answer(0ms, names{"4a"});
  auto end = play(limited(h.connect(), 50ms));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(starts(h).empty());
}

TEST_CASE("a connection made at 250 beats the delay", "[D18][R18]") {
  host h;
  knows(h, {"6a"}, {"4a"});
  h.ok("6a", 250ms);
  auto end = play(h.connect());
  CHECK(end.ok());
  CHECK(starts(h) == lines{"6a starts 0"});
}
