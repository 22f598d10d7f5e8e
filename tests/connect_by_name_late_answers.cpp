// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include "support/hosts.hpp"

// Answers that come when attempts are in flight.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("late AAAA is incorporated: the family not tried last is next", "[R8][D10]") {
  host h;
  h.a = answer(0ms, names{"4a", "4b", "4c"});
  h.aaaa = answer(400ms, names{"6a", "6b"});
  auto end = play(h.connect(), 2s);
  CHECK(starts(h) ==
        lines{"4a starts 50", "4b starts 300", "6a starts 550", "4c starts 800", "6b starts 1050"});
}

TEST_CASE("an answer does not touch the delay", "[D17]") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.a = answer(249ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 250"});
}

TEST_CASE("the delay is past, nothing was left: a late answer starts at once", "[D17]") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.a = answer(333ms, names{"4a", "4b"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 333", "4b starts 583"});
}

TEST_CASE("the newest has failed, nothing was left: a late answer starts at once", "[D17]") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.fails("6a", 20ms);
  h.a = answer(100ms, names{"4a", "4b"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 100", "4b starts 350"});
}

TEST_CASE("all has failed, and a query is pending: it is waited for") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.fails("6a", 20ms);
  h.a = answer(5s, names());
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.at == 5s);
}

TEST_CASE("an address that both answers give is tried once") {
  host h;
  h.aaaa = answer(0ms, names{"6a", "4a"});
  h.a = answer(100ms, names{"4a"});
  auto end = play(h.connect(), 2s);
  CHECK(starts(h) == lines{"6a starts 0", "4a starts 250"});
}

TEST_CASE("the first address family count", "[R16]") {
  host h;
  h.values.first_family_count = 2;
  knows(h, {"6a", "6b", "6c"}, {"4a"});
  auto end = play(h.connect(), 2s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 250", "4a starts 500", "6c starts 750"});
}

TEST_CASE("a transport is told the number of each attempt") {
  host h;
  knows(h, {"6a", "6b"}, {"4a"});
  for (const char* name : {"6a", "4a", "6b"}) h.fails(name, 10ms);
  auto end = play(h.connect());
  CHECK(h.indices == std::vector<std::size_t>{0, 1, 2});
}
