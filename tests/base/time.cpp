// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/time.hpp"

#include <cstdint>
#include <limits>
#include <ratio>

#include "support/catch.hpp"

using eyeballs::deadline;
using eyeballs::duration;
using eyeballs::time_point;
using namespace std::chrono_literals;

namespace {

using rep = duration::rep;

constexpr rep least = std::numeric_limits<rep>::min();
constexpr rep most = std::numeric_limits<rep>::max();

/// `from + d`, in nanoseconds.
template <class Duration> rep sum(rep from, Duration d) {
  return deadline(time_point(duration(from)), d).time_since_epoch().count();
}

template <class Rep, class Period> using of = std::chrono::duration<Rep, Period>;

using femtoseconds = of<rep, std::femto>;
using third = std::ratio<1, 3>;
using exa = std::exa;
using shortest = std::ratio<1, std::numeric_limits<std::intmax_t>::max()>;
using longest = std::ratio<std::numeric_limits<std::intmax_t>::max()>;

}  // namespace

TEST_CASE("a deadline is the sum, exactly, where that is in the range of time") {
  CHECK(sum(5, 0ns) == 5);
  CHECK(sum(5, -7ns) == -2);
  CHECK(sum(1, 250ms) == 250'000'001);
  CHECK(sum(0, 24h * 365 * 200) == 6'307'200'000'000'000'000);
  CHECK(sum(-1, duration(most)) == most - 1);
  CHECK(sum(1, duration(least)) == least + 1);
  CHECK(sum(most, duration(least)) == -1);
  CHECK(sum(0, of<std::int8_t, std::ratio<60>>(-128)) == -7'680'000'000'000);
  CHECK(sum(0, of<std::uint8_t, std::milli>(255)) == 255'000'000);
  CHECK(sum(0, of<std::uint64_t, std::nano>(std::uint64_t(most))) == most);
  CHECK(sum(-1, of<std::uint64_t, std::nano>(std::uint64_t(most) + 1)) == most);
  CHECK(sum(least, of<std::uint64_t, std::nano>(std::numeric_limits<std::uint64_t>::max())) ==
        most);
}

TEST_CASE("a deadline is the sum where the duration alone is out of range") {
  const rep hour = 3'600'000'000'000;
  CHECK(sum(hour, std::chrono::microseconds(-9223372036854776)) == -9223368436854776000);
  CHECK(sum(-hour, std::chrono::microseconds(9223372036854776)) == 9223368436854776000);
  CHECK(sum(least, std::chrono::microseconds(9223372036854776)) == 192);
  CHECK(sum(most, of<rep, third>(-27'670'116'111)) > least);
}

TEST_CASE("a deadline keeps whole nanoseconds of a smaller unit, and of a fraction") {
  CHECK(sum(10, femtoseconds(1'999'999)) == 11);
  CHECK(sum(10, femtoseconds(-1'999'999)) == 9);
  CHECK(sum(10, of<rep, std::atto>(most)) == 10 + 9'223'372'036);
  CHECK(sum(10, of<rep, shortest>(most)) == 10 + 1'000'000'000);
  CHECK(sum(0, of<double, std::ratio<1>>(0.3)) == 300'000'000);
  CHECK(sum(0, of<float, std::milli>(1.5F)) == 1'500'000);
  CHECK(sum(0, of<rep, third>(1)) == 333'333'333);
}

TEST_CASE("a deadline is held to the range of time, whatever the units") {
  CHECK(sum(1, duration(most)) == most);
  CHECK(sum(-1, duration(least)) == least);
  CHECK(sum(0, std::chrono::hours::max()) == most);
  CHECK(sum(0, std::chrono::hours::min()) == least);
  CHECK(sum(0, std::chrono::microseconds::max()) == most);
  CHECK(sum(0, std::chrono::microseconds::min()) == least);
  CHECK(sum(0, of<std::uint64_t, std::nano>(std::uint64_t(most) + 1)) == most);
  CHECK(sum(0, of<int, exa>(1)) == most);
  CHECK(sum(0, of<int, exa>(-1)) == least);
  CHECK(sum(0, of<int, longest>(1)) == most);
  CHECK(sum(7, of<int, longest>(0)) == 7);
  CHECK(sum(0, of<rep, longest>(most)) == most);
  CHECK(sum(0, of<rep, longest>(least)) == least);
}

TEST_CASE("a deadline of floating point: infinite, the largest, and not a number") {
  const auto seconds = [](double s) { return of<double, std::ratio<1>>(s); };
  CHECK(sum(0, seconds(std::numeric_limits<double>::infinity())) == most);
  CHECK(sum(0, seconds(-std::numeric_limits<double>::infinity())) == least);
  CHECK(sum(0, seconds(std::numeric_limits<double>::max())) == most);
  CHECK(sum(0, of<float, exa>(std::numeric_limits<float>::max())) == most);
  CHECK(sum(0, of<float, exa>(std::numeric_limits<float>::lowest())) == least);
  CHECK(sum(0, of<long double, longest>(std::numeric_limits<long double>::max())) == most);
  CHECK(sum(0, seconds(std::numeric_limits<double>::quiet_NaN())) == least);
  CHECK(sum(0, seconds(std::numeric_limits<double>::denorm_min())) == 0);
}
