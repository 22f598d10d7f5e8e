// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include <stdexcept>

#include "support/hosts.hpp"
#include "support/throws.hpp"

// How it ends: the winner, the errors, what is stopped.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("a winner ends the attempts and the queries", "[R20][R21][D20]") {
  host h;
  h.aaaa = answer(0ms, names{"6a", "6b", "6c"});
  h.ok("6b", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.end->name() == "6b");
  CHECK(h.net.log == lines{"AAAA asked 0", "A asked 0", "AAAA answers 0", "6a starts 0",
                           "6b starts 250", "6b ok 260", "6a stopped 260", "A cancelled 260"});
}

TEST_CASE("a query that does not obey is awaited, its answer dropped", "[R22][D20]") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.a = answer(3s, names{"4a"}).stubborn();
  h.ok("6a", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 3s);
  CHECK(starts(h) == lines{"6a starts 0"});
  CHECK(h.net.closed() == 0);
}

TEST_CASE("stopped while such a query is awaited: the winner is closed, once", "[D6]") {
  host h;
  h.aaaa = answer(0ms, names{"6a"});
  h.a = answer(3s, names{"4a"}).stubborn();
  h.ok("6a", 10ms);
  auto end = play(h.connect(), 1s);
  CHECK(end.stopped());
  CHECK(end.at == 3s);
  CHECK(h.net.closed("6a") == 1);
  CHECK(h.net.open() == 0);
}

TEST_CASE("a connection that comes too late is closed by the transport") {
  host h;
  knows(h, {"6a", "6b"}, {});
  h.ok("6b", 10ms);
  h.stubborn_ok("6a", 400ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 400ms);
  CHECK(h.net.closed("6a") == 1);
  CHECK(h.net.open() == 1);
}

TEST_CASE("all attempts fail: the first one's code, all errors", "[D8][D16]") {
  host h;
  knows(h, {"6a", "6b"}, {"4a"});
  h.fails("6a", 900ms, std::errc::timed_out);
  h.fails("4a", 10ms, std::errc::connection_reset);
  h.fails("6b", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::timed_out);
  CHECK(causes_of(end.end.error()) == lines{"6a", "4a", "6b"});
}

TEST_CASE("attempts and a query fail: the errors of the attempts, then the query's", "[D8]") {
  host h;
  h.aaaa = answer(0ms, answer::failure, std::errc::host_unreachable);
  h.a = answer(0ms, names{"4a", "4b"});
  h.fails("4a", 10ms);
  h.fails("4b", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::connection_refused);
  CHECK(causes_of(end.end.error()) == lines{"4a", "4b", "AAAA of host.example"});
  const std::string refused = text_of(std::errc::connection_refused);
  const std::string unreachable = text_of(std::errc::host_unreachable);
  CHECK(end.end.error().message() == "all 2 attempts to connect failed: " + refused +
                                         " (4a: " + refused + "; 4b: " + refused +
                                         "; AAAA of host.example: " + unreachable + ")");
}

TEST_CASE("both queries fail: the preferred family's code, both as causes", "[D8]") {
  for (const auto preferred : {address_family::v6, address_family::v4}) {
    host h;
    h.values.preferred_family = preferred;
    h.aaaa = answer(20ms, answer::failure, std::errc::host_unreachable);
    h.a = answer(10ms, answer::failure, std::errc::timed_out);
    auto end = play(h.connect());
    REQUIRE(end.failed());
    CHECK(end.at == 20ms);
    const lines both = {"AAAA of host.example", "A of host.example"};
    const bool six_first = preferred == address_family::v6;
    CHECK(end.code() == (six_first ? std::errc::host_unreachable : std::errc::timed_out));
    CHECK(causes_of(end.end.error()) == (six_first ? both : lines(both.rbegin(), both.rend())));
  }
}

TEST_CASE("one query fails, the other has no addresses: the failure's code", "[D8]") {
  for (const bool v6_fails : {true, false}) {
    host h;
    h.aaaa = v6_fails ? answer(0ms, answer::failure, std::errc::timed_out) : answer(9ms, names());
    h.a = v6_fails ? answer(9ms, names()) : answer(0ms, answer::failure, std::errc::timed_out);
    auto end = play(h.connect());
    CHECK(end.code() == std::errc::timed_out);
    REQUIRE(end.failed());
    CHECK(end.at == 9ms);
    CHECK(causes_of(end.end.error()) ==
          lines{v6_fails ? "AAAA of host.example" : "A of host.example"});
  }
}

TEST_CASE("no addresses at all: no endpoints", "[D8]") {
  host h;
  h.aaaa = answer(0ms, names());
  h.a = answer(10ms, names());
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.at == 10ms);
  CHECK(end.end.error().causes().empty());
  CHECK(end.end.error().about() == "no address of host.example");
}

TEST_CASE("the only query fails: its code", "[D8]") {
  host h;
  h.values.ask_v6 = false;
  h.a = answer(0ms, answer::failure, std::errc::timed_out);
  auto end = play(h.connect());
  CHECK(end.code() == std::errc::timed_out);
}

TEST_CASE("a resolver that says what failed is quoted; what it throws is below the query", "[D8]") {
  host h;
  h.aaaa = answer(0ms, answer::throws_at_once);
  h.a = answer(0ms, answer::failure, std::errc::timed_out).about("192.0.2.53");
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.code() == errc::exception);
  REQUIRE(end.end.error().causes().size() == 2);
  const error &aaaa = end.end.error().causes()[0], &a = end.end.error().causes()[1];
  CHECK(causes_of(aaaa) == lines{"AAAA can't be asked"});
  CHECK(a.about() == "192.0.2.53");
}

TEST_CASE("a resolver that ends stopped by itself has failed: cancelled, nobody asked for it") {
  host h;
  h.aaaa = answer(0ms, answer::stops_by_itself);
  h.a = answer(10ms, answer::stops_by_itself);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::operation_canceled);
  CHECK(end.at == 10ms);
}

TEST_CASE("a resolver that never answers: it waits, without a timer, until it is stopped") {
  host h;
  virtual_time time;
  auto& root = time.start(h.connect());
  time.run();
  CHECK_FALSE(root.ended());
  CHECK(time.pending().timers == 0);
  root.request_stop();
  REQUIRE(root.ended());
  CHECK(root.end().stopped());
  CHECK(h.net.log.with(" cancelled ").size() == 2);
}

TEST_CASE("what sorting throws ends the pulling, and is reported") {
  struct no_order : host {
    names sort(names) const { throw std::runtime_error("no order"); }
  } h;

  h.aaaa = answer(0ms, names{"6a"});
  auto end = play(connect_by_name(h, h, "host.example", "443"));
  REQUIRE(end.failed());
  CHECK(end.code() == errc::exception);
  CHECK(causes_of(end.end.error()) == lines{"no order"});
  CHECK(h.net.log.with(" cancelled ") == lines{"A cancelled 0"});
}

TEST_CASE("an attempt that can't be made has failed, and the next one starts") {
  host h;
  knows(h, {"6a"}, {"4a"});
  h.endpoints["6a"] = [](const std::string&) -> connector { throw std::runtime_error("no"); };
  h.ok("4a", 10ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 10ms);
}

TEST_CASE(
    "nothing is thrown on the way from refused connections and failed queries to the report") {
  host h;
  h.values.max_attempts_in_flight = 2;
  h.aaaa = answer(20ms, answer::failure);
  h.a = answer(0ms, names{"4a", "4b", "4c"});
  h.fails("4a", 400ms);
  h.fails("4b", 10ms);
  h.fails("4c", 10ms);
  const std::size_t before = throws_so_far();
  auto end = play(h.connect());
  CHECK(end.failed());
  CHECK(throws_so_far() == before);
}
