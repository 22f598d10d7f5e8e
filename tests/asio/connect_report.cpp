// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <string>
#include <vector>

#include "eyeballs/asio/connect.hpp"
#include "support/connects.hpp"
#include "support/lookups.hpp"

// What the error of `connect` says of queries and attempts, and by which codes.

namespace {

using tcp_attempt = attempt_subject<tcp::endpoint>;

}  // namespace

TEST_CASE("a refusal in a task is std::errc's, exactly, with either Asio", "[D29]") {
  asio::io_context io;
  refusing_port nobody;
  const auto end = connect_as_task(io, "127.0.0.1", nobody.port());
  CHECK(end.why.code() == std::make_error_code(std::errc::connection_refused));
  CHECK(connect_in(io, "127.0.0.1", nobody.port()).code == asio::error::connection_refused);
}

TEST_CASE("use_task and connect_to tell std::errc, too", "[D29]") {
  asio::io_context io;
  refusing_port nobody;
  const auto refused = std::make_error_code(std::errc::connection_refused);
  auto by_token = [&]() -> task<std::error_code> {
    tcp::socket s(io);
    auto end = co_await as_result(s.async_connect(endpoint_of(nobody), use_task));
    co_return end.error().code();
  };
  CHECK(run_in(io, by_token()).value == refused);
  auto by_connect_to = [&]() -> task<std::error_code> {
    auto end = co_await as_result(connect_to(io.get_executor(), endpoint_of(nobody)));
    co_return end.error().code();
  };
  CHECK(run_in(io, by_connect_to()).value == refused);
}

TEST_CASE("a lack of descriptors is told as that, of an address and of a name", "[D29]") {
  asio::io_context io;
  run_in(io, []() -> task<> { co_await sleep(1ms); }());  // the reactor has its own
  CHECK(connect_as_task(io, "unopened.test", "80").why.code() ==
        std::make_error_code(std::errc::too_many_files_open));
  const support::no_more_files none_left;
  CHECK(connect_as_task(io, "127.0.0.1", "80").why.code() ==
        std::make_error_code(std::errc::too_many_files_open));
}

TEST_CASE("the error of the timeout tells which lookups hung", "[D30]") {
  asio::io_context io;
  const std::string host = support::hanging_host();
  const auto end = connect_as_task(io, host, "80", {.timeout = 20ms});
  support::release_hung_lookups();
  CHECK(end.why.code() == std::make_error_code(std::errc::timed_out));
  CHECK(end.why.about() == host + " 80");
  CHECK(end.why.message().find("A of " + host) != std::string::npos);

  const auto* const report = report_of(end.why);
  REQUIRE(report);
  CHECK(report->attempts.empty());
  CHECK(!report->queries.empty());
  REQUIRE(end.why.causes().size() == report->queries.size());
  for (std::size_t i = 0; i < report->queries.size(); ++i) {
    CHECK(report->queries[i].host == host);
    CHECK(report->queries[i].state == report_state::pending);
    const auto* const query = end.why.causes()[i].subject_as<query_subject>();
    REQUIRE(query);
    CHECK(query->family == report->queries[i].family);
    CHECK(end.why.causes()[i].code() == errc::stopped);
  }
  const auto* const all = end.why.subject_as<connect_subject<tcp::endpoint>>();
  REQUIRE(all);
  CHECK(all->reached == time_limit::timeout);
}

TEST_CASE("which limit has ended an attempt, or the whole, is told", "[D30]") {
  asio::io_context io;
  silent_port silent;
  auto end = connect_as_task(io, "127.0.0.1", silent.port(), {.attempt_timeout = 20ms});
  REQUIRE(end.why.causes().size() == 1);
  const auto* attempt = end.why.causes()[0].subject_as<tcp_attempt>();
  REQUIRE(attempt);
  CHECK(attempt->reached == time_limit::attempt_timeout);
  CHECK(attempt->endpoint == endpoint_of(silent));

  end = connect_as_task(io, "127.0.0.1", silent.port(), {.timeout = 50ms});
  const auto* const report = report_of(end.why);
  REQUIRE(report);
  REQUIRE(report->queries.size() == 1);
  CHECK(report->queries[0].state == report_state::done);
  if (report->attempts.empty()) return;  // a machine so busy that it has come to none
  CHECK(report->attempts[0].state == report_state::pending);
  REQUIRE(end.why.causes().size() == 1);
  attempt = end.why.causes()[0].subject_as<tcp_attempt>();
  REQUIRE(attempt);
  CHECK(attempt->reached == time_limit::none);
}

TEST_CASE("when all has failed, the error has the report; if the arguments are wrong, none",
          "[D30]") {
  asio::io_context io;
  refusing_port nobody;
  const auto end = connect_as_task(io, "two.test", nobody.port());
  const auto* const report = report_of(end.why);
  REQUIRE(report);
  REQUIRE(report->attempts.size() == 2);
  for (const auto& a : report->attempts) {
    CHECK(a.state == report_state::failed);
    REQUIRE(a.why);
    CHECK(a.why->subject_as<tcp_attempt>());
  }
  CHECK(report_of(connect_as_task(io, "", "80").why) == nullptr);
}

TEST_CASE("control characters of a host or a service are shown escaped", "[D31]") {
  asio::io_context io;
  scripted_resolver nothing;
  const std::string host = "a\r\nb\x1b";
  for (const auto& [service, options] : std::vector<std::pair<std::string, connect_options>>{
           {"80", {.resolver = &nothing}}, {"-\n", {}}}) {
    const std::string message = connect_as_task(io, host, service, options).why.message();
    CHECK(message.find_first_of("\r\n\x1b") == std::string::npos);
    CHECK(message.find("\\x0") != std::string::npos);
  }
}

// The report of the options.

namespace {

using full_report = connect_report<tcp::endpoint>;

/// Whether each time that there must be is there, and in its order.
void check_times(const full_report& r) {
  REQUIRE(r.ended);
  CHECK(r.began <= *r.ended);
  for (const auto& q : r.queries) {
    CHECK(r.began <= q.asked);
    CHECK(q.ended.has_value() == (q.state != report_state::pending));
    CHECK(q.ended.value_or(*r.ended) <= *r.ended);
    CHECK(q.asked <= q.ended.value_or(*r.ended));
  }
  for (const auto& a : r.attempts) {
    CHECK(r.began <= a.started);
    CHECK(a.ended.has_value() == (a.state != report_state::pending));
    CHECK(a.ended.value_or(*r.ended) <= *r.ended);
    CHECK(a.started <= a.ended.value_or(*r.ended));
  }
}

/// What an earlier connect has left.
full_report used() {
  full_report r;
  r.beyond_the_limit = 7;
  r.attempts.push_back({tcp::endpoint(), report_state::done});
  return r;
}

}  // namespace

TEST_CASE("the report of the options tells of a success, by an address and by a name", "[D30]") {
  asio::io_context io;
  support::listening_port server;
  scripted_resolver names;
  names.v4 = {endpoint_of(server)};
  const std::vector<std::pair<std::string, std::size_t>> hosts = {{"127.0.0.1", 1}, {"a.test", 2}};
  for (const auto& [host, queries] : hosts) {
    CAPTURE(host);
    full_report r = used();
    REQUIRE(connect_as_task(io, host, server.port(), {.resolver = &names, .report = &r}).connected);
    check_times(r);
    CHECK(r.beyond_the_limit == 0);
    REQUIRE(r.queries.size() == queries);
    for (const auto& q : r.queries) {
      CHECK(q.host == host);
      CHECK(q.state == report_state::done);
      CHECK(q.answers == (q.family == address_family::v4 ? 1 : 0));
    }
    REQUIRE(r.attempts.size() == 1);
    CHECK(r.attempts[0].endpoint == endpoint_of(server));
    CHECK(r.attempts[0].state == report_state::done);
    CHECK_FALSE(r.attempts[0].why);
  }
}

TEST_CASE("the report of the options tells of a failure", "[D30]") {
  asio::io_context io;
  refusing_port nobody;
  for (const std::string host : {"127.0.0.1", "two.test"}) {
    CAPTURE(host);
    full_report r = used();
    CHECK_FALSE(connect_as_task(io, host, nobody.port(), {.report = &r}).connected);
    check_times(r);
    REQUIRE(r.attempts.size() == (host == "two.test" ? 2 : 1));
    for (const auto& a : r.attempts) {
      CHECK(a.state == report_state::failed);
      REQUIRE(a.why);
      CHECK(a.why->code() == std::errc::connection_refused);
    }
  }
}

TEST_CASE("the report of the options tells what was left out", "[D30]") {
  struct nobody_else : address_filter {
    error_code admit(const tcp::endpoint&) override { return asio::error::access_denied; }
  } filter;

  asio::io_context io;
  for (const std::string host : {"127.0.0.1", "two.test"}) {
    CAPTURE(host);
    full_report r = used();
    CHECK_FALSE(connect_as_task(io, host, "80", {.admit = &filter, .report = &r}).connected);
    check_times(r);
    CHECK(r.attempts.empty());
    REQUIRE(r.left_out.size() == (host == "two.test" ? 2 : 1));
    for (const auto& o : r.left_out) CHECK(o.why.code() == std::errc::permission_denied);
  }
}

TEST_CASE("the report of the options tells what was pending at the timeout, and at a stop",
          "[D30]") {
  asio::io_context io;
  silent_port silent;
  scripted_resolver names;
  names.v4 = {endpoint_of(silent)};
  for (const std::string host : {"127.0.0.1", "a.test"}) {
    CAPTURE(host);
    full_report r = used();
    connect_options options{.timeout = 50ms, .resolver = &names, .report = &r};
    CHECK(connect_as_task(io, host, silent.port(), options).why.code() == std::errc::timed_out);
    check_times(r);
    for (const auto& a : r.attempts) CHECK(a.state == report_state::pending);

    options.timeout = duration::max();
    r = used();
    auto stops = [&]() -> task<bool> {
      auto one = connect(io.get_executor(), host, silent.port(), options);
      co_return !co_await as_result(timeout(std::move(one), 50ms));
    };
    CHECK(run_in(io, stops()).value == true);
    check_times(r);
    CHECK(r.beyond_the_limit == 0);
    for (const auto& a : r.attempts) {
      CHECK(a.endpoint == endpoint_of(silent));
      CHECK(a.state == report_state::pending);
      CHECK_FALSE(a.ended);
    }
  }
}
