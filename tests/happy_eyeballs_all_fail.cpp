// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

// When all attempts fail: the instant, and the error.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

TEST_CASE("all fail: it fails at the instant of the last failure") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 100ms), net.fails("b", 50ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 150ms);
  CHECK(net.open() == 0);
}

TEST_CASE("all fail: every error, in the order of the starts", "[R38][D16]") {
  network net;
  auto end =
      play(eyeballs_of(net, net.fails("a", 900ms, std::errc::timed_out), net.fails("b", 10ms),
                       net.fails("c", 10ms, std::errc::host_unreachable)));
  REQUIRE(end.failed());
  CHECK(end.at == 900ms);
  CHECK(causes_of(end.end.error()) == lines{"a", "b", "c"});
  CHECK(end.end.error().causes()[2].code() == std::errc::host_unreachable);
}

TEST_CASE("the code of the whole is that of the most preferred that failed", "[D8]") {
  network net;
  auto end =
      play(eyeballs_of(net, net.fails("a", 900ms, std::errc::timed_out), net.fails("b", 10ms)));
  CHECK(end.code() == std::errc::timed_out);
}

TEST_CASE("an empty list fails at once, with no_endpoints and no causes", "[D8]") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(), std::vector<connector>()));
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.end.error().causes().empty());
}

TEST_CASE("a lone connector that fails: fails when it does, no timer is waited for") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 10ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 10ms);
  CHECK(causes_of(end.end.error()) == lines{"a"});
}

TEST_CASE("all are refused at once: no time passes") {
  network net;
  auto end = play(eyeballs_of(net, net.fails("a", 0ms), net.fails("b", 0ms), net.fails("c", 0ms)));
  REQUIRE(end.failed());
  CHECK(end.at == 0ms);
  CHECK(causes_of(end.end.error()) == lines{"a", "b", "c"});
}

TEST_CASE("what a connector throws is its failure, and hurries the next like any") {
  network net;
  auto end = play(eyeballs_of(net, net.throws("a", 10ms), net.ok("b", 10ms)));
  REQUIRE(end.ok());
  CHECK(end.at == 20ms);
}

TEST_CASE("what a connector throws is kept") {
  network net;
  auto end = play(eyeballs_of(net, net.throws("a", 10ms)));
  REQUIRE(end.failed());
  CHECK(end.code() == errc::exception);
  CHECK_THROWS_AS(std::rethrow_exception(end.end.error().causes().at(0).exception()),
                  std::runtime_error);
}
