// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/endpoint_limit.hpp"

#include "support/catch.hpp"

using namespace eyeballs;

TEST_CASE("how many endpoints more each query may have", "[D34]") {
  constexpr auto v4 = address_family::v4, v6 = address_family::v6;

  const struct {
    std::size_t most;
    address_family asked;
    detail::endpoint_count own, of_other;
    std::size_t room;
  } rows[] = {
      // The other query has found nothing, little, or more than half.
      {512, v6, {1000, 0}, {0, 0}, 512},
      {512, v6, {1000, 0}, {10, 0}, 502},
      {512, v4, {1000, 0}, {256, 0}, 256},
      {512, v4, {1000, 0}, {1000, 0}, 256},
      // What was started keeps its place.
      {512, v6, {512, 400}, {300, 0}, 0},
      {512, v4, {300, 0}, {512, 400}, 112},
      {512, v4, {300, 112}, {512, 400}, 0},
      {512, v6, {512, 100}, {300, 0}, 156},
      {512, v4, {300, 0}, {512, 600}, 0},
      // An odd number, and 0.
      {3, v6, {5, 0}, {5, 0}, 2},
      {3, v4, {5, 0}, {5, 0}, 1},
      {1, v6, {5, 0}, {5, 0}, 1},
      {1, v4, {5, 0}, {5, 0}, 0},
      {0, v4, {5, 0}, {0, 0}, 1},
  };

  for (const auto& r : rows) {
    INFO("row " << &r - rows);
    CHECK(detail::endpoint_limit(r.most).room(r.asked, r.own, r.of_other) == r.room);
  }
}
