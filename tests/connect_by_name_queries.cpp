// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include "support/hosts.hpp"

// The queries, and when the first attempt starts: RFC 8305, section 3.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("AAAA is asked first, and A immediately after it", "[R1]") {
  host h;
  h.aaaa = answer(10ms, names{"6a"});
  h.ok("6a", 0ms);
  auto end = play(h.connect());
  CHECK(h.net.log == lines{"AAAA asked 0", "A asked 0", "AAAA answers 10", "6a starts 10",
                           "6a ok 10", "A cancelled 10"});
}

TEST_CASE("AAAA is asked first although IPv4 is preferred", "[R1][D14]") {
  host h;
  h.values.preferred_family = address_family::v4;
  auto end = play(h.connect(), 10ms);
  CHECK(queries(h) == lines{"AAAA asked 0", "A asked 0"});
}

TEST_CASE("only the families that are wanted are asked") {
  for (const bool v6 : {true, false}) {
    host h;
    h.values.ask_v6 = v6;
    h.values.ask_v4 = !v6;
    auto end = play(h.connect(), 10ms);
    CHECK(queries(h) == (v6 ? lines{"AAAA asked 0"} : lines{"A asked 0"}));
  }
}

TEST_CASE("no family at all: no endpoints, at once") {
  host h;
  h.values.ask_v6 = h.values.ask_v4 = false;
  auto end = play(h.connect());
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.at == 0ms);
  CHECK(h.net.log.all().empty());
}

TEST_CASE("AAAA first: it starts at once, A or no A", "[R2][R4]") {
  host h;
  h.aaaa = answer(30ms, names{"6a"});
  h.a = answer(200ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 30", "4a starts 280"});
}

TEST_CASE("A first: 50 ms are waited for AAAA, from the answer on", "[R5][D3]") {
  host h;
  h.a = answer(30ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 80"});
}

TEST_CASE("no resolution delay: A starts at its answer", "[R5]") {
  host h;
  h.values.resolution_delay = 0ms;
  h.a = answer(30ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 30"});
}

TEST_CASE("an endless resolution delay waits for AAAA", "[R5][D19]") {
  host h;
  h.values.resolution_delay = duration::max();
  h.a = answer(30ms, names{"4a"});
  h.aaaa = answer(10h, names{"6a"});
  h.ok("6a", 0ms);
  auto end = play(h.connect());
  CHECK(end.ok());
  CHECK(starts(h) == lines{"6a starts 36000000"});
}

TEST_CASE("AAAA inside the delay: IPv6 starts immediately", "[R6]") {
  host h;
  h.a = answer(30ms, names{"4a"});
  h.aaaa = answer(60ms, names{"6a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 60", "4a starts 310"});
}

TEST_CASE("a negative AAAA, whatever it is, ends the delay", "[R7][D15]") {
  const answer negatives[] = {answer(60ms, names()), answer(60ms, answer::failure),
                              answer(60ms, answer::throws), answer(60ms, answer::stops_by_itself)};
  for (const answer& negative : negatives) {
    host h;
    h.a = answer(30ms, names{"4a"});
    h.aaaa = negative;
    h.ok("4a", 10ms);
    auto end = play(h.connect());
    CHECK(end.ok());
    CHECK(starts(h) == lines{"4a starts 60"});
  }
}

TEST_CASE("a negative AAAA before A: A is not waited with", "[D15]") {
  host h;
  h.aaaa = answer(10ms, answer::failure);
  h.a = answer(30ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 30"});
}

TEST_CASE("a negative A starts no resolution delay", "[D3]") {
  host h;
  h.a = answer(0ms, names());
  h.aaaa = answer(300ms, names{"6a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 300"});
}

TEST_CASE("a resolver that throws when it is asked answers negatively", "[D15]") {
  host h;
  h.aaaa = answer(0ms, answer::throws_at_once);
  h.a = answer(30ms, names{"4a"});
  h.ok("4a", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 40ms);
}

TEST_CASE("IPv4 preferred: A starts at once, AAAA waits 50 ms for it", "[D14]") {
  {
    host h;
    h.values.preferred_family = address_family::v4;
    h.a = answer(30ms, names{"4a"});
    auto end = play(h.connect(), 1s);
    CHECK(starts(h) == lines{"4a starts 30"});
  }
  host h;
  h.values.preferred_family = address_family::v4;
  h.aaaa = answer(30ms, names{"6a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 80"});
}

TEST_CASE("the only family asked for is the preferred one", "[D14]") {
  host h;
  h.values.ask_v6 = false;
  h.a = answer(30ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 30"});
}

TEST_CASE("a query that takes too long is stopped, and is an answer that timed out", "[D27]") {
  host h;
  h.values.resolution_timeout = 3s;
  h.a = answer(10ms, names{"4a"});
  h.fails("4a", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.at == 3s);
  CHECK(end.code() == std::errc::connection_refused);
  REQUIRE(end.end.error().causes().size() == 2);
  CHECK(end.end.error().causes()[1].message() ==
        "AAAA of host.example: " + text_of(std::errc::timed_out));
  CHECK(h.net.log.all().back() == "AAAA cancelled 3000");
}

TEST_CASE("both queries take too long: timed out, about both", "[D27]") {
  host h;
  h.values.resolution_timeout = 3s;
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.at == 3s);
  CHECK(end.code() == std::errc::timed_out);
  CHECK(causes_of(end.end.error()) == lines{"AAAA of host.example", "A of host.example"});
}

TEST_CASE("a query that takes too long ends the resolution delay", "[D27][D15]") {
  host h;
  h.values.resolution_timeout = 60ms;
  h.a = answer(40ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 60"});
}

TEST_CASE("an answer at the very end of its time is too late", "[D27][D18]") {
  host h;
  h.values.resolution_timeout = 100ms;
  h.aaaa = answer(100ms, names{"6a"});
  h.a = answer(99ms, names{"4a"});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"4a starts 100"});
}
