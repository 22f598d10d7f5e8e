// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/remove_duplicates.hpp"

#include <string>

#include "support/catch.hpp"

using namespace eyeballs;

TEST_CASE("each endpoint stays once, where it was first") {
  using names = std::vector<std::string>;
  CHECK(remove_duplicates(names{"b", "a", "b", "c", "a", "a"}) == names{"b", "a", "c"});
  CHECK(remove_duplicates(names{"b", "a"}) == names{"b", "a"});
  CHECK(remove_duplicates(names{}) == names{});
}
