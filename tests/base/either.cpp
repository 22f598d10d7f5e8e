// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/either.hpp"

#include <memory>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"

using eyeballs::detail::either;
using eyeballs::detail::in_first;
using eyeballs::detail::in_second;

namespace {

struct counts_lives {
  explicit counts_lives(bool fails = false) {
    if (fails) throw std::runtime_error("not made");
    ++live;
  }

  counts_lives(const counts_lives&) { ++live; }

  ~counts_lives() { --live; }

  static inline int live = 0;
};

}  // namespace

TEST_CASE("either holds nothing, the first or the second") {
  either<int, std::string> e;
  CHECK(e.empty());
  e.emplace_second("text");
  CHECK((e.has_second() && !e.has_first() && !e.empty()));
  CHECK(e.second() == "text");
  e.emplace_first(7);
  CHECK((e.has_first() && !e.has_second() && !e.empty()));
  CHECK(e.first() == 7);
  e.clear();
  CHECK(e.empty());
}

TEST_CASE("either is moved and copied with what it holds") {
  either<std::unique_ptr<int>, int> only_moved(in_first, std::make_unique<int>(7));
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<decltype(only_moved)>);
  either<std::unique_ptr<int>, int> moved(std::move(only_moved));
  CHECK(*moved.first() == 7);

  using texts = either<std::string, int>;
  const texts text(in_first, "text");
  texts copy(text);
  CHECK(copy.first() == "text");
  copy = texts(in_second, 2);
  CHECK(copy.second() == 2);
  copy = text;
  CHECK(copy.first() == "text");
  copy = texts();
  CHECK(copy.empty());
}

TEST_CASE("either destroys what it holds, once") {
  {
    either<counts_lives, counts_lives> e(in_first);
    CHECK(counts_lives::live == 1);
    e.emplace_second();
    CHECK(counts_lives::live == 1);
    either<counts_lives, counts_lives> copy(e);
    CHECK(counts_lives::live == 2);
    e.clear();
    CHECK(counts_lives::live == 1);
  }
  CHECK(counts_lives::live == 0);
}

TEST_CASE("either holds nothing where what should replace it can't be made") {
  either<counts_lives, int> e(in_second, 2);
  CHECK_THROWS_AS(e.emplace_first(true), std::runtime_error);
  CHECK(e.empty());
}
