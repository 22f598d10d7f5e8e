// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/trace/time_axis.hpp"

#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

using ticks = std::vector<duration>;

TEST_CASE("an axis has round times, as many as there is room for") {
  CHECK(detail::ticks_of(300ms, 4) == ticks{0ms, 100ms, 200ms, 300ms});
  CHECK(detail::ticks_of(300ms, 3) == ticks{0ms, 200ms});
  CHECK(detail::ticks_of(299ms, 4) == ticks{0ms, 100ms, 200ms});
  CHECK(detail::ticks_of(55ms, 2) == ticks{0ms, 50ms});
  CHECK(detail::ticks_of(9s, 10) == ticks{0s, 1s, 2s, 3s, 4s, 5s, 6s, 7s, 8s, 9s});
}

TEST_CASE("an axis of no length, or of all time, ends") {
  CHECK(detail::ticks_of(0ms, 5) == ticks{0ms});
  CHECK(detail::ticks_of(duration::max(), 1) == ticks{0ms});
  CHECK(detail::ticks_of(duration::max(), 5).size() <= 5);
  CHECK(detail::ticks_of(3ns, 100) == ticks{0ns, 1ns, 2ns, 3ns});
}

TEST_CASE("a time is told in the unit in which it is short") {
  CHECK(detail::to_text(0ms) == "0 ms");
  CHECK(detail::to_text(999ns) == "1.0 us");
  CHECK(detail::to_text(56500us) == "56.5 ms");
  CHECK(detail::to_text(250ms) == "250 ms");
  CHECK(detail::to_text(9999ms) == "9999 ms");
  CHECK(detail::to_text(10s) == "10 s");
  CHECK(detail::to_text(127400ms) == "127 s");
  CHECK(detail::to_text(12400ms) == "12.4 s");
}
