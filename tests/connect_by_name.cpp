// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include <new>

#include "support/hosts.hpp"
#include "support/throws.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

task<connection> within(task<connection> t, duration limit) {
  co_return co_await timeout(std::move(t), limit);
}
lines starts(const host& h) { return h.net.log.with(" starts "); }
lines queries(const host& h) { return h.net.log.with(" asked "); }

/// Both families answered at once, nothing connects.
void knows(host& h, names v6, names v4) {
  h.aaaa = answer(0ms, std::move(v6));
  h.a = answer(0ms, std::move(v4));
}

}  // namespace

// The queries (section 3).

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

// Late answers.

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

// One instant: decision D18.

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
  auto end = play(within(h.connect(), 50ms));
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

// The ends.

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
  CHECK(end.end.error().message() ==
        "all 2 attempts to connect failed: Connection refused (4a: Connection refused; "
        "4b: Connection refused; AAAA of host.example: No route to host)");
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
    const bool v6 = preferred == address_family::v6;
    CHECK(end.code() == (v6 ? std::errc::host_unreachable : std::errc::timed_out));
    CHECK(causes_of(end.end.error()) == (v6 ? both : lines(both.rbegin(), both.rend())));
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

// The pace (section 5).

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

// At any time.

namespace {

/// Late answers, failures, a cap, waits of all kinds.
void script_busy(host& h, bool wins) {
  h.values.max_attempts_in_flight = 3;
  h.values.failure_delay = 20ms;
  h.a = answer(10ms, names{"4a", "4b"});
  h.aaaa = answer(350ms, names{"6a", "6b", "6c"});
  h.delays["4b"] = 120ms;
  h.fails("4a", 700ms);
  h.stubborn_ok("4b", 2s);
  h.fails("6a", 5ms);
  h.fails("6b", 900ms);
  if (wins) h.ok("6c", 10ms);
  else h.fails("6c", 10ms), h.fails("4b", 2s);
}

/// One of the frames can't be made.
class frames_but_one : public counting_frames {
 public:
  explicit frames_but_one(std::size_t which) : which_(which) {}
  bool failed() const { return asked_ > which_; }
  void* allocate(std::size_t bytes) override {
    if (asked_++ == which_) throw std::bad_alloc();
    return counting_frames::allocate(bytes);
  }
 private:
  std::size_t which_, asked_ = 0;
};

}  // namespace

TEST_CASE("a stop after any event, or at any instant, leaves nothing alive", "[D6][D12]") {
  for (const bool wins : {true, false}) {
    int stopped_ends = 0, other_ends = 0;
    for (int events = 0; other_ends == 0; ++events) {
      host h;
      script_busy(h, wins);
      counting_frames frames;
      virtual_time time(&frames);
      auto& root = time.start(h.connect());
      for (int i = 0; i < events; ++i) time.step();
      const bool was_over = root.ended();
      const lines before = starts(h);
      root.request_stop();
      time.run();
      REQUIRE(root.ended());
      CHECK(root.end().stopped() == !was_over);
      CHECK(starts(h) == before);
      CHECK(h.net.open() == (was_over && wins ? 1u : 0u));
      CHECK(time.pending().waits == 0);
      CHECK(frames.live() == 0);
      ++(was_over ? other_ends : stopped_ends);
    }
    CHECK(stopped_ends > 10);
    for (auto at = 0ms; at <= 2500ms; at += 5ms) {
      host h;
      script_busy(h, wins);
      auto end = play(h.connect(), at);
      CHECK((end.stopped() || end.ok() || end.failed()));
      CHECK(h.net.open() == (end.ok() ? 1u : 0u));
    }
  }
}

TEST_CASE("left alone by the virtual time at any event, it unwinds", "[D6]") {
  for (int events = 0; events < 12; ++events) {
    counting_frames frames;
    host h;
    script_busy(h, true);
    {
      virtual_time time(&frames);
      time.start(h.connect());
      for (int i = 0; i < events; ++i) time.step();
    }
    CHECK(frames.live() == 0);
    CHECK(h.net.open() == 0);
  }
}

TEST_CASE("no memory for any one frame: it ends all the same, and leaves nothing") {
  bool failed = true;
  std::size_t ends = 0;
  for (; failed; ++ends) {
    frames_but_one frames(ends);
    host h;
    script_busy(h, true);
    {
      virtual_time time(&frames);
      auto& root = time.start(h.connect());
      time.run();
      REQUIRE(root.ended());
      CHECK(time.pending().waits == 0);
    }
    failed = frames.failed();
    CHECK(frames.live() == 0);
    CHECK(h.net.open() == 0);
  }
  CHECK(ends > 20);
}

TEST_CASE("ten thousand addresses in one answer") {
  host h;
  names many;
  for (int i = 0; i < 10'000; ++i) many.push_back("6-" + std::to_string(i));
  knows(h, many, {"4a"});
  for (const auto& name : many) h.fails(name, 0ms);
  h.fails("4a", 0ms);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(end.end.error().causes().size() == 10'001);
  CHECK(starts(h).size() == 10'001);
}

// The parts, as values.

static auto candidates_as_they_come() {
  auto family = &family_by_name;
  auto sort = [](names all) { return all; };
  return candidates<std::string, decltype(family), decltype(sort)>(configurable_values(), family,
                                                                   sort);
}

TEST_CASE("candidates: a negative answer starts no resolution delay", "[D3]") {
  auto found = candidates_as_they_come();
  const time_point now(7ms);
  found.add(address_family::v4, {}, now);
  found.add(address_family::v4, {"4a"}, now + 30ms);
  CHECK(found.due() == now + 80ms);
}

TEST_CASE("candidates: what is removed is no candidate", "[R30]") {
  auto found = candidates_as_they_come();
  const time_point now(7ms);
  CHECK(found.due() == time_point::max());
  found.add(address_family::v4, {"4a", "4b"}, now);
  CHECK(found.due() == now + 50ms);
  found.add(address_family::v4, {"4c"}, now + 10ms);
  CHECK(found.due() == now + 50ms);
  found.list().remove({"4a", "4b", "4c"});
  CHECK(found.due() == time_point::max());
  CHECK_FALSE(found.exhausted());
  found.add(address_family::v6, {}, now);
  CHECK(found.exhausted());
  found.add(address_family::v4, {"4d"}, now);
  CHECK(found.due() == time_point::min());
  CHECK_FALSE(found.exhausted());
  CHECK(found.next() == "4d");
}
