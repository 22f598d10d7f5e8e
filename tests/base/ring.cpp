// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/ring.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/last_words.hpp"

using namespace support;

namespace {

struct tag;
using head = eyeballs::detail::ring_link<tag>;

struct member : head {
  explicit member(int n) : number(n) {}

  int number;
};

std::vector<int> numbers_in(head& ring) {
  std::vector<int> numbers;
  for (head* m = ring.next(); m != &ring; m = m->next())
    numbers.push_back(static_cast<member*>(m)->number);
  return numbers;
}

}  // namespace

TEST_CASE("members come last, and leave by themselves") {
  head ring;
  std::array<member, 3> members{member(0), member(1), member(2)};
  for (member& m : members) m.join_as_last(ring);
  CHECK(numbers_in(ring) == std::vector<int>{0, 1, 2});
  members[1].leave();
  CHECK(numbers_in(ring) == std::vector<int>{0, 2});
  CHECK_FALSE(members[1].linked());
}

TEST_CASE("all members move to the end of another ring, in their order") {
  head from, to;
  std::array<member, 4> members{member(0), member(1), member(2), member(3)};
  from.move_all_to(to);
  CHECK_FALSE(to.linked());

  for (member& m : members) m.join_as_last(from);
  from.move_all_to(to);
  CHECK_FALSE(from.linked());
  CHECK(numbers_in(to) == std::vector<int>{0, 1, 2, 3});

  member more(4);
  more.join_as_last(from);
  from.move_all_to(to);
  CHECK(numbers_in(to) == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("what is in a ring is not moved: every build says so") {
  const std::string said = last_words([] {
    head ring;
    member m(0);
    m.join_as_last(ring);
    const member moved = std::move(m);
  });
  CHECK(said.find("eyeballs: Assertion failed: what waits is moved") == 0);
}
