// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/connect_report.hpp"

#include "eyeballs/by_name/query_subject.hpp"
#include "eyeballs/core/timeout.hpp"
#include "support/hosts.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

using report = connect_report<std::string>;

/// A connect whose report is the caller's.
task<connection> connect(host& h, report& r) {
  return connect_by_name(h, h, "host.example", "443", h.values, &r);
}

task<connection> connect_within(host& h, report& r, duration limit) {
  co_return co_await timeout(connect(h, r), limit);
}

struct leaves_out : resolver<std::string> {
  explicit leaves_out(report& r) : told(r) {}

  task<names> resolve(std::string, std::string, address_family asked) override {
    if (asked == address_family::v6) co_return fail(std::errc::timed_out);
    told.left_out.push_back({"4 private", error(why, "not for us")});
    co_return names();
  }

  const std::error_code why = std::make_error_code(std::errc::network_unreachable);
  report& told;
};

/// Makes no query for IPv6, and finds nothing for IPv4.
struct spares_v6 : resolver<std::string> {
  task<names> resolve(std::string, std::string, address_family asked) override {
    if (asked == address_family::v6)
      co_return fail(
          error(make_error_code(errc::no_endpoints), detail::query_not_made{"no route"}));
    co_return names();
  }
};

}  // namespace

TEST_CASE("a query that was not made is left out, and is no cause of the error", "[D30]") {
  host h;
  spares_v6 resolver;
  report r;
  auto end = play(connect_by_name(resolver, h, "host.example", "443", h.values, &r));
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.end.error().causes().empty());

  REQUIRE(r.queries.size() == 2);
  CHECK(r.queries[0].state == report_state::left_out);
  REQUIRE(r.queries[0].why);
  CHECK(r.queries[0].why->about() == "no route");
  CHECK(r.queries[1].state == report_state::done);
}

TEST_CASE("a report that was used is emptied first", "[D30]") {
  host h;
  h.aaaa = answer(0ms, {});
  h.a = answer(0ms, {"4 accepts"});
  h.ok("4 accepts", 5ms);
  report r;
  r.left_out.push_back({"4 old", error(make_error_code(errc::no_endpoints))});
  for (int i = 0; i < 2; ++i) CHECK(play(connect(h, r)).ok());
  CHECK(r.queries.size() == 2);
  CHECK(r.attempts.size() == 1);
  CHECK(r.left_out.empty());
}

TEST_CASE("a query that has taken too long says which limit that was", "[D27][D30]") {
  host h;
  h.values.resolution_timeout = 3s;
  h.a = answer(0ms, {});
  report r;
  auto end = play(connect(h, r));
  CHECK(end.code() == std::errc::timed_out);

  REQUIRE(r.queries.size() == 2);
  CHECK(r.queries[0].state == report_state::failed);
  REQUIRE(r.queries[0].why);
  const auto* late = r.queries[0].why->subject_as<query_subject>();
  REQUIRE(late);
  CHECK(late->reached == time_limit::resolution_timeout);
  CHECK(late->family == address_family::v6);
}

TEST_CASE("a connect that had no more time: what was done, has failed, and was pending", "[D30]") {
  host h;
  h.a = answer(0ms, {"4 refuses", "4 silent"});
  h.fails("4 refuses", 5ms);
  report r;
  auto end = play(connect_within(h, r, 100ms));
  CHECK(end.code() == std::errc::timed_out);

  REQUIRE(r.queries.size() == 2);
  CHECK(r.queries[0].host == "host.example");
  CHECK(r.queries[0].family == address_family::v6);
  CHECK(r.queries[0].state == report_state::pending);
  CHECK(!r.queries[0].why);
  CHECK(r.queries[1].family == address_family::v4);
  CHECK(r.queries[1].state == report_state::done);
  CHECK(r.queries[1].answers == 2);

  REQUIRE(r.attempts.size() == 2);
  CHECK(r.attempts[0].endpoint == "4 refuses");
  CHECK(r.attempts[0].state == report_state::failed);
  REQUIRE(r.attempts[0].why);
  CHECK(r.attempts[0].why->code() == std::errc::connection_refused);
  CHECK(r.attempts[1].endpoint == "4 silent");
  CHECK(r.attempts[1].state == report_state::pending);
  CHECK(!r.attempts[1].why);
}

TEST_CASE("a connect that succeeds: what came before, and which has connected", "[D30]") {
  host h;
  h.aaaa = answer(0ms, answer::failure, std::errc::timed_out);
  h.a = answer(1ms, {"4 refuses", "4 accepts"});
  h.fails("4 refuses", 5ms);
  h.ok("4 accepts", 5ms);
  report r;
  auto end = play(connect(h, r));
  REQUIRE(end.end.has_value());
  REQUIRE(r.queries.size() == 2);
  CHECK(r.queries[0].state == report_state::failed);
  REQUIRE(r.queries[0].why);
  CHECK(r.queries[0].why->code() == std::errc::timed_out);
  REQUIRE(r.attempts.size() == 2);
  CHECK(r.attempts[0].state == report_state::failed);
  CHECK(r.attempts[1].state == report_state::done);
  CHECK(!r.attempts[1].why);
}

TEST_CASE("the error of a connect has the report, though none was asked for", "[D30]") {
  host h;
  h.aaaa = answer(0ms, answer::throws);
  h.a = answer(1ms, {"4 refuses"});
  h.fails("4 refuses", 5ms);
  auto end = play(h.connect());
  REQUIRE(end.failed());
  const error& why = end.end.error();
  const report* const r = report_of<std::string>(why);
  REQUIRE(r);
  CHECK(report_of<int>(why) == nullptr);
  REQUIRE(r->attempts.size() == 1);
  CHECK(r->attempts[0].state == report_state::failed);

  REQUIRE(why.causes().size() == 2);
  const auto* const query = why.causes()[1].subject_as<query_subject>();
  REQUIRE(query);
  CHECK(query->host == "host.example");
  CHECK(query->family == address_family::v6);
  const auto* const all = why.subject_as<connect_subject<std::string>>();
  REQUIRE(all);
  CHECK(all->reached == time_limit::none);
}

TEST_CASE("what a resolver's error is about is told, and it is an error of a query", "[D30]") {
  host h;
  h.aaaa = answer(0ms, answer::failure, std::errc::timed_out).about("192.0.2.53");
  h.a = answer(0ms, names());
  auto end = play(h.connect());
  REQUIRE(end.failed());
  REQUIRE(end.end.error().causes().size() == 1);
  const error& cause = end.end.error().causes()[0];
  CHECK(cause.about() == "192.0.2.53");
  REQUIRE(cause.subject_as<query_subject>());
  CHECK(cause.subject_as<query_subject>()->host == "host.example");
}

TEST_CASE("an address that was left out is told before the query that failed", "[D30]") {
  host h;
  report r;
  leaves_out names(r);
  auto end = play(connect_by_name(names, h, "host.example", "443", h.values, &r));
  REQUIRE(end.failed());
  const error& why = end.end.error();
  CHECK(why.code() == names.why);
  CHECK(why.about() == "no address of host.example");
  REQUIRE(why.causes().size() == 2);
  CHECK(why.causes()[0].about() == "not for us");
  const auto* const left_out = why.causes()[0].subject_as<omission_subject<std::string>>();
  REQUIRE(left_out);
  CHECK(left_out->endpoint == "4 private");
  CHECK(why.causes()[1].subject_as<query_subject>());
}

TEST_CASE("a transport that throws in place of an attempt has failed", "[D30]") {
  struct no_task : host {
    task<connection> attempt(const std::string&, std::size_t) {
      throw std::runtime_error("no socket");
    }
  } h;

  h.a = answer(0ms, {"4 any"});
  h.values.ask_v6 = false;
  report r;
  auto end = play(connect_by_name(h, h, "host.example", "443", h.values, &r));
  REQUIRE(end.failed());
  REQUIRE(r.attempts.size() == 1);
  CHECK(r.attempts[0].state == report_state::failed);
  REQUIRE(r.attempts[0].why);
  CHECK(r.attempts[0].why->about() == "no socket");
}

TEST_CASE("how many addresses are beyond the limit", "[D30][D34]") {
  host h;
  h.values.max_addresses = 4;
  h.a = answer(0ms, {"4a", "4b", "4c", "4d", "4e"});
  h.aaaa = answer(10ms, {"6a", "6b", "6c"});
  for (const char* name : {"4a", "4b", "6a", "6b"}) h.fails(name, 100ms);
  report r;
  CHECK(play(connect(h, r)).failed());
  CHECK(r.attempts.size() == 4);
  CHECK(r.beyond_the_limit == 4);
}
