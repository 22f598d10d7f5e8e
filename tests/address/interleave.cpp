// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/interleave.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <random>
#include <string>

#include "support/catch.hpp"

using namespace eyeballs;

namespace {

using mixed_names = std::vector<std::string>;
constexpr auto first_letter = [](const std::string& name) { return name.front(); };

}  // namespace

TEST_CASE("the families take turns, the first one's first", "[R15]") {
  CHECK(interleave(mixed_names{"6a", "6b", "4a", "4b"}, first_letter) ==
        mixed_names{"6a", "4a", "6b", "4b"});
  CHECK(interleave(mixed_names{"4a", "4b", "6a"}, first_letter) == mixed_names{"4a", "6a", "4b"});
}

TEST_CASE("what one family has more comes at the end, in its order", "[R15]") {
  CHECK(interleave(mixed_names{"6a", "6b", "6c", "6d", "4a"}, first_letter) ==
        mixed_names{"6a", "4a", "6b", "6c", "6d"});
  CHECK(interleave(mixed_names{"6a", "4a", "4b", "4c"}, first_letter) ==
        mixed_names{"6a", "4a", "4b", "4c"});
}

TEST_CASE("one family only, and none at all, stay as they are", "[R15]") {
  CHECK(interleave(mixed_names{"4b", "4a", "4c"}, first_letter) == mixed_names{"4b", "4a", "4c"});
  CHECK(interleave(mixed_names{}, first_letter).empty());
}

TEST_CASE("two of the first family, then by turns", "[R16]") {
  CHECK(interleave(mixed_names{"6a", "6b", "6c", "6d", "4a", "4b"}, first_letter, 2) ==
        mixed_names{"6a", "6b", "4a", "6c", "4b", "6d"});
  CHECK(interleave(mixed_names{"4a", "6a", "6b", "4b"}, first_letter, 2) ==
        mixed_names{"4a", "4b", "6a", "6b"});
}

TEST_CASE("a first family of fewer than that has all its endpoints first", "[R16]") {
  CHECK(interleave(mixed_names{"6a", "4a", "4b"}, first_letter, 2) ==
        mixed_names{"6a", "4a", "4b"});
  CHECK(interleave(mixed_names{"6a", "6b", "4a", "4b"}, first_letter, 100) ==
        mixed_names{"6a", "6b", "4a", "4b"});
}

TEST_CASE("none of the first family first is one", "[R16]") {
  CHECK(interleave(mixed_names{"6a", "6b", "4a"}, first_letter, 0) ==
        mixed_names{"6a", "4a", "6b"});
}

TEST_CASE("all that are not of the first's family are the other one") {
  CHECK(interleave(mixed_names{"6a", "6b", "ua", "4a"}, first_letter) ==
        mixed_names{"6a", "ua", "6b", "4a"});
}

TEST_CASE("endpoints that can only be moved") {
  std::vector<std::unique_ptr<int>> numbers;
  for (int i : {2, 4, 1}) numbers.push_back(std::make_unique<int>(i));
  const auto mixed =
      interleave(std::move(numbers), [](const std::unique_ptr<int>& n) { return *n % 2; });
  REQUIRE(mixed.size() == 3);
  CHECK(*mixed[0] == 2);
  CHECK(*mixed[1] == 1);
  CHECK(*mixed[2] == 4);
}

TEST_CASE("any list: nothing is lost, each family keeps its order, turns are taken", "[R15][R16]") {
  std::mt19937 random(15);
  for (int round = 0; round < 500; ++round) {
    std::vector<int> sorted;  // the last digit is the family
    for (std::size_t i = random() % 20; i > 0; --i)
      sorted.push_back(int(sorted.size()) * 10 + int(random() % 2));
    const auto family = [](int e) { return e % 10; };
    const std::size_t lead = random() % 4;
    const std::vector<int> mixed = interleave(sorted, family, lead);

    REQUIRE(std::is_permutation(mixed.begin(), mixed.end(), sorted.begin(), sorted.end()));
    if (mixed.empty()) continue;
    REQUIRE(mixed.front() == sorted.front());
    for (const int f : {0, 1}) {
      std::vector<int> of_family;
      std::copy_if(mixed.begin(), mixed.end(), std::back_inserter(of_family),
                   [&](int e) { return family(e) == f; });
      REQUIRE(std::is_sorted(of_family.begin(), of_family.end()));
    }
    // After the lead, two of a family follow one another only when the other has run out.
    for (std::size_t i = std::max<std::size_t>(lead, 1); i < mixed.size(); ++i) {
      const bool other_left = std::any_of(mixed.begin() + std::ptrdiff_t(i), mixed.end(),
                                          [&](int e) { return family(e) != family(mixed[i - 1]); });
      REQUIRE((family(mixed[i]) != family(mixed[i - 1]) || !other_left));
    }
  }
}
