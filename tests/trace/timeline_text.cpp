// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/trace/timeline_text.hpp"

#include <sstream>

#include "eyeballs/trace/report_text.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

connect_timeline two_rows() {
  connect_timeline t;
  t.title = "two";
  t.length = 40ms;
  t.rows = {{"first", 0ms, 10ms, timeline_mark::failed, "refused"},
            {"second", 10ms, 40ms, timeline_mark::connected, "connected"}};
  return t;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a timeline is drawn to scale") {
  const std::string drawn = to_text(two_rows(), {.width = 60, .utf8 = false});
  CHECK(drawn ==
        "two\n"
        "        0                20              40 ms\n"
        "first   |-------x        .               .  10 ms  refused\n"
        "second  .       |------------------------@  40 ms  connected\n");
}

TEST_CASE("no line is longer than the width, whatever is in it") {
  connect_timeline t = two_rows();
  t.rows[0].what = std::string(200, 'w');
  t.rows[1].note = std::string(200, 'n');
  t.rows.push_back({"gone", 0ms, 0ms, timeline_mark::left_out, "left out: for a reason"});
  for (const duration length : {0ms, 1ms, 40ms, 1000000ms}) {
    t.length = length;
    for (std::size_t width = 40; width < 200; ++width) {
      CAPTURE(width);
      for (const std::string& line : lines_of(to_text(t, {.width = width})))
        CHECK(detail::columns_of(line) <= width);
    }
  }
}

TEST_CASE("what was left out has its reason in place of a bar, and takes no room from the others") {
  connect_timeline t = two_rows();
  const auto before = lines_of(to_text(t));
  const std::string reason = "left out: " + std::string(40, 'r');
  t.rows.push_back({"gone", 0ms, 0ms, timeline_mark::left_out, reason});
  const auto lines = lines_of(to_text(t));
  REQUIRE(lines.size() == before.size() + 1);
  CHECK(lines.back().ends_with("  " + reason));
  CHECK(lines[2] == before[2]);
  CHECK(lines[3] == before[3]);
}

TEST_CASE("a width that is too small is one of 40 columns") {
  CHECK(to_text(two_rows(), {.width = 0}) == to_text(two_rows(), {.width = 40}));
}

TEST_CASE("a name is cut between two of its characters") {
  CHECK(detail::fitted("caf\u00e9 noir", 5) == "caf\u00e9~");
  CHECK(detail::fitted("caf\u00e9", 4) == "caf\u00e9");
  CHECK(detail::fitted("caf\u00e9", 6) == "caf\u00e9  ");
  CHECK(detail::fitted("abc", 1) == "~");
}

TEST_CASE("times beyond the timeline are drawn at its edge") {
  connect_timeline t = two_rows();
  t.rows[0].begin = -5ms;
  t.rows[1].end = 1h;
  CHECK(lines_of(to_text(t)).size() == 4);
}

TEST_CASE("colours are there where they are asked for, and end") {
  const std::string plain = to_text(two_rows());
  CHECK(plain.find('\x1b') == plain.npos);
  const std::string coloured = to_text(two_rows(), {.colour = true});
  CHECK(coloured.find("\x1b[31m├") != coloured.npos);
  CHECK(coloured.find("●\x1b[0m") != coloured.npos);
}

TEST_CASE("addresses beyond the limit are told") {
  connect_timeline t = two_rows();
  t.beyond_the_limit = 9936;
  CHECK(lines_of(to_text(t)).back() == "and 9936 addresses more, beyond the limit");
}

TEST_CASE("a report is a table of what began and ended when") {
  connect_report<std::string> r;
  r.queries = {{"h", address_family::v4, report_state::done, 1, std::nullopt, time_point(0ms),
                time_point(20ms)}};
  r.attempts = {{"a", report_state::done, std::nullopt, time_point(20ms), time_point(50ms)}};
  const auto name = [](const std::string& endpoint) { return endpoint; };
  CHECK(to_text(r, name) ==
        "A h  0 ms to 20 ms: 1 address\n"
        "a    20 ms to 50 ms: connected\n");
}
