// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/trace/timeline_svg.hpp"

#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a picture has a bar for each row that began, and one element around it") {
  connect_timeline t;
  t.title = "two";
  t.length = 40ms;
  t.rows = {{"first", 0ms, 10ms, timeline_mark::failed, "refused"},
            {"second", 10ms, 40ms, timeline_mark::connected, "connected"},
            {"third", 0ms, 0ms, timeline_mark::left_out, "left out"}};
  const std::string svg = to_svg(t);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(count(svg, "<rect class=\"failed\"") == 1);
  CHECK(count(svg, "<rect class=\"connected\"") == 1);
  CHECK(count(svg, "<rect class=\"left-out\"") == 0);
  CHECK(count(svg, ">third</text>") == 1);
  CHECK(svg.find("prefers-color-scheme: dark") != svg.npos);
}

TEST_CASE("what comes from outside is text, and no markup") {
  connect_timeline t;
  t.title = "</title><script>\"&";
  t.rows = {{"<b>", 0ms, 0ms, timeline_mark::connected, "a & b"}};
  const std::string svg = to_svg(t);
  CHECK(svg.find("<script>") == svg.npos);
  CHECK(svg.find("&lt;/title&gt;&lt;script&gt;&quot;&amp;") != svg.npos);
  CHECK(svg.find(">&lt;b&gt;</text>") != svg.npos);
  CHECK(svg.find(">a &amp; b</text>") != svg.npos);
}

TEST_CASE("a picture of nothing is one, too") {
  CHECK(to_svg(connect_timeline()).ends_with("</svg>\n"));
}
