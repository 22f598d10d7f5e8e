// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/escaped.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include "eyeballs/core/error.hpp"

#include "support/catch.hpp"

using namespace eyeballs;
using detail::escaped;

TEST_CASE("control characters are shown as bytes: C0, DEL and C1", "[D31]") {
  CHECK(escaped("x\r\ny\x1b[2K") == "x\\x0d\\x0ay\\x1b[2K");
  CHECK(escaped(std::string_view("a\0b\x7f", 4)) == "a\\x00b\\x7f");
  CHECK(escaped("\xc2\x80\xc2\x9b\xc2\x9f") == "\\xc2\\x80\\xc2\\x9b\\xc2\\x9f");
}

TEST_CASE("what can be printed stays: ASCII, and well-formed UTF-8 of each length", "[D31]") {
  for (const char* text :
       {"", "example.com 443", "~", "\xc2\xa0",
        "b\xc3\xbc"
        "cher",
        "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
    CHECK(escaped(text) == text);
}

TEST_CASE("bytes that are no UTF-8 are shown one by one", "[D31]") {
  struct row {
    std::string_view text, shown;
  };

  const row rows[] = {
      {"\x80", "\\x80"},                             // a continuation alone
      {"\xc3", "\\xc3"},                             // cut off
      {"\xe2\x82", "\\xe2\\x82"},                    // ... after two
      {"\xc3(", "\\xc3("},                           // not continued
      {"\xc0\xaf", "\\xc0\\xaf"},                    // longer than it need be
      {"\xe0\x9f\xbf", "\\xe0\\x9f\\xbf"},           // ... of three
      {"\xf0\x8f\xbf\xbf", "\\xf0\\x8f\\xbf\\xbf"},  // ... of four
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},           // a surrogate
      {"\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},  // beyond U+10FFFF
      {"\xf9\x90\x80\x80", "\\xf9\\x90\\x80\\x80"},  // no lead
      {"\xff", "\\xff"},
  };
  for (const row& r : rows) CHECK(escaped(r.text) == r.shown);
}

TEST_CASE("what is escaped already stays as it is", "[D31]") {
  CHECK(escaped(escaped("a\nb")) == "a\\x0ab");
}

TEST_CASE("no text of an error has control characters, whoever made it", "[D31]") {
  const std::string forged = "x\r\n2026-01-01 INFO user admin logged in\x1b[2K";
  const std::string shown = "x\\x0d\\x0a2026-01-01 INFO user admin logged in\\x1b[2K";
  const std::error_code code = std::make_error_code(std::errc::timed_out);

  struct subject {
    std::string about() const { return text; }

    std::string text;
  };

  for (const error& e : {error(code, forged), error(code, subject{forged})}) {
    CHECK(e.about() == shown);
    CHECK(e.message() == shown + ": " + code.message());
    const error above(code, "all", {e});
    CHECK(above.message() == "all: " + code.message() + " (" + e.message() + ")");
    CHECK(task_error(e).what() == shown + ": " + code.message());
  }
  try {
    throw std::runtime_error(forged);
  } catch (...) { CHECK(error::current().about() == shown); }
}
