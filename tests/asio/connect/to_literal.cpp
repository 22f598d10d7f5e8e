// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect/to_literal.hpp"

#include <cstddef>
#include <string>

#include "support/connects.hpp"

// A host that is an address takes a way of its own. It keeps to all options, and tells what a connect
// by name would tell.

namespace {

using tcp_attempt = attempt_subject<tcp::endpoint>;

/// Refuses every address, and counts.
struct refuses_each final : address_filter {
  error_code admit(const tcp::endpoint&) override {
    ++asked;
    return asio::error::access_denied;
  }

  int asked = 0;
};

void check_left_out(const end_of_connect& end, const std::string& about) {
  const auto* const report = report_of(end.why);
  REQUIRE(report);
  REQUIRE(report->queries.size() == 1);
  CHECK(report->queries[0].state == report_state::done);
  CHECK(report->queries[0].answers == 0);
  CHECK(report->attempts.empty());
  REQUIRE(report->left_out.size() == 1);
  CHECK(report->left_out[0].why.about() == about);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == about);
}

}  // namespace

TEST_CASE("an address that a filter refuses is left out, and nobody connects to it", "[D30][D33]") {
  asio::io_context io;
  refuses_each filter;
  observer sees;
  const auto end = connect_as_task(io, "127.0.0.1", "80", {.admit = &filter, .observer = &sees});
  CHECK(filter.asked == 1);
  CHECK(sees.log.empty());
  CHECK(end.why.code() == std::errc::permission_denied);
  CHECK(end.why.about() == "no address of 127.0.0.1");
  check_left_out(end, "127.0.0.1:80, which the application does not admit");
}

TEST_CASE("an address of a family that has no local address is left out", "[D30][D32]") {
  asio::io_context io;
  const connect_options options{.local_v6 = asio::ip::address_v6::loopback()};
  const auto end = connect_as_task(io, "127.0.0.1", "80", options);
  CHECK(end.why.code() == std::errc::address_family_not_supported);
  check_left_out(end, "127.0.0.1:80, whose family has no local address");
}

TEST_CASE("an IPv4-mapped address is asked for as IPv6, and tried as IPv4", "[D24]") {
  asio::io_context io;
  const refusing_port nobody;
  observer sees;
  const auto end = connect_as_task(io, "::ffff:127.0.0.1", nobody.port(), {.observer = &sees});
  CHECK(sees.log == strings{"0 starts 127.0.0.1", "0 failed: " + refused_text()});
  const auto* const report = report_of(end.why);
  REQUIRE(report);
  REQUIRE(report->queries.size() == 1);
  CHECK(report->queries[0].host == "::ffff:127.0.0.1");
  CHECK(report->queries[0].family == address_family::v6);
  CHECK(report->queries[0].answers == 1);
  REQUIRE(report->attempts.size() == 1);
  CHECK(report->attempts[0].endpoint == endpoint_of(nobody));
  CHECK(report->attempts[0].state == report_state::failed);
}

TEST_CASE(
    "of two limits the shorter one ends the attempt at an address; of equal ones, that on all",
    "[D8][D30]") {
  const auto limit_of = [](duration attempt_timeout, duration timeout) {
    return detail::limit_of_only_attempt({.attempt_timeout = attempt_timeout, .timeout = timeout});
  };
  CHECK(limit_of(1s, 2s).most == 1s);
  CHECK(limit_of(1s, 2s).is == time_limit::attempt_timeout);
  CHECK(limit_of(2s, 1s).most == 1s);
  CHECK(limit_of(2s, 1s).is == time_limit::timeout);
  CHECK(limit_of(1s, 1s).is == time_limit::timeout);
}

TEST_CASE("an attempt at an address that all of the time ends was stopped, to an observer",
          "[D8]") {
  asio::io_context io;
  const silent_port silent;
  observer sees;
  auto end = connect_as_task(io, "127.0.0.1", silent.port(), {.timeout = 20ms, .observer = &sees});
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "127.0.0.1 " + silent.port());
  CHECK(sees.log == strings{"0 starts 127.0.0.1", "0 stopped"});

  sees.log.clear();
  end =
      connect_as_task(io, "127.0.0.1", silent.port(), {.attempt_timeout = 20ms, .observer = &sees});
  CHECK(sees.log == strings{"0 starts 127.0.0.1",
                            "0 failed: " + std::make_error_code(std::errc::timed_out).message()});
}

TEST_CASE("a stop ends the attempt at an address, and closes its socket", "[D6]") {
  const silent_port silent;
  asio::io_context io;
  run_in(io, []() -> task<> { co_await sleep(1ms); }());  // the reactor has its own files
  observer sees;
  const std::size_t before = open_files();
  auto stopped_soon = [&]() -> task<bool> {
    auto silence = connect(io.get_executor(), "127.0.0.1", silent.port(), {.observer = &sees});
    auto end = co_await as_result(timeout(std::move(silence), 20ms));
    co_return !end && end.error().code() == std::errc::timed_out;
  };
  CHECK(run_in(io, stopped_soon()).value == true);
  CHECK(sees.log == strings{"0 starts 127.0.0.1", "0 stopped"});
  CHECK(open_files() == before);
}

TEST_CASE("for which addresses a NAT64 matters", "[R32][D33]") {
  refuses_each filter;
  const connect_options judged{.admit = &filter};
  const connect_options v4_only{.local_v4 = asio::ip::address_v4::any(), .admit = &filter};
  const auto matters = [](const char* to, const connect_options& options) {
    return detail::may_concern_nat64(endpoint(to), options);
  };
  CHECK(!matters("127.0.0.1", judged));  // it means nothing behind a translator
  CHECK(!matters("::1", judged));
  CHECK(!matters("2001:db8::1", {}));
  CHECK(matters("2001:db8::1", judged));  // may stand for an address of IPv4
  CHECK(!matters("2001:db8::1", v4_only));

  const support::no_more_files none;  // so that no route is found
  CHECK(matters("192.0.2.1", {}));
  CHECK(!matters("192.0.2.1", v4_only));
}
