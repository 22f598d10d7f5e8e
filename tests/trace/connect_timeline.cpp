// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/trace/connect_timeline.hpp"

#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

using report = connect_report<std::string>;

std::string name(const std::string& endpoint) { return endpoint; }

error refused() { return error(std::make_error_code(std::errc::connection_refused)); }

time_point at(duration since) { return time_point(1h) + since; }

report one_of_each() {
  report r;
  r.began = at(0ms);
  r.queries = {{"h", address_family::v6, report_state::pending, 0, std::nullopt, at(0ms)},
               {"h", address_family::v4, report_state::done, 3, std::nullopt, at(1ms), at(20ms)}};
  r.attempts = {{"a", report_state::failed, refused(), at(20ms), at(30ms)},
                {"b", report_state::done, std::nullopt, at(30ms), at(50ms)},
                {"c", report_state::pending, std::nullopt, at(40ms)}};
  r.left_out = {{"d", error(std::make_error_code(std::errc::permission_denied))}};
  r.ended = at(51ms);
  return r;
}

}  // namespace

TEST_CASE("a timeline has a row for each query, each address left out and each attempt") {
  const connect_timeline t = timeline_of(one_of_each(), "h 80", name);
  CHECK(t.title == "h 80");
  CHECK(t.length == 51ms);
  REQUIRE(t.rows.size() == 6);

  CHECK(t.rows[0].what == "AAAA h");
  CHECK(t.rows[0].mark == timeline_mark::pending);
  CHECK(t.rows[0].note == "no answer yet");
  CHECK(t.rows[0].end == 51ms);

  CHECK(t.rows[1].what == "A h");
  CHECK(t.rows[1].mark == timeline_mark::answered);
  CHECK(t.rows[1].note == "3 addresses");
  CHECK(t.rows[1].begin == 1ms);
  CHECK(t.rows[1].end == 20ms);

  CHECK(t.rows[2].what == "d");
  CHECK(t.rows[2].mark == timeline_mark::left_out);
  CHECK(t.rows[2].note == "left out: " + std::generic_category().message(EACCES));

  CHECK(t.rows[3].mark == timeline_mark::failed);
  CHECK(t.rows[3].note == std::generic_category().message(ECONNREFUSED));
  CHECK(t.rows[4].mark == timeline_mark::connected);
  CHECK(t.rows[4].begin == 30ms);
  CHECK(t.rows[5].mark == timeline_mark::pending);
  CHECK(t.rows[5].note == "stopped");
  CHECK(t.rows[5].end == 51ms);
}

TEST_CASE("a report without an end lasts until the last that it knows") {
  report r = one_of_each();
  r.ended = std::nullopt;
  const connect_timeline t = timeline_of(r, "", name);
  CHECK(t.length == 50ms);
  CHECK(t.rows[0].end == 50ms);
}

TEST_CASE("a query that was not made says why") {
  report r;
  error why(make_error_code(errc::no_endpoints), std::string("no route"));
  r.queries = {{"h", address_family::v6, report_state::left_out, 0, why}};
  const connect_timeline t = timeline_of(r, "", name);
  REQUIRE(t.rows.size() == 1);
  CHECK(t.rows[0].mark == timeline_mark::left_out);
  CHECK(t.rows[0].note == "not asked: no route");
}

TEST_CASE("what comes from outside is in one line, without control characters") {
  report r;
  r.queries = {{"h\n\x1b[2J", address_family::v4}};
  r.attempts = {{"a\r"}};
  const connect_timeline t = timeline_of(r, "title\n", name);
  CHECK(t.title == "title\\x0a");
  CHECK(t.rows[0].what == "A h\\x0a\\x1b[2J");
  CHECK(t.rows[1].what == "a\\x0d");
}

TEST_CASE("an empty report is an empty timeline") {
  const connect_timeline t = timeline_of(report(), "nothing", name);
  CHECK(t.rows.empty());
  CHECK(t.length == 0ms);
}
