// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Times, and how a duration of any units is added to one. Nothing overflows: what is out of range is
// held to it, and not before the sum is known.

#include <chrono>
#include <ratio>
#include <type_traits>
#include <utility>

namespace eyeballs {

/// A time span. Wherever the library takes one, it takes any unit; `duration::max()` is for ever.
using duration = std::chrono::nanoseconds;

/// A time by the clock of a tree of tasks. `time_point::max()` is never.
using time_point = std::chrono::time_point<std::chrono::steady_clock, duration>;

namespace detail {

inline constexpr long double end_of_range = 0x1p63L;  // in nanoseconds

/// `d` in nanoseconds: as precise as its own type, or for integers as `long double`. It may be
/// infinite, or not a number.
template <class Rep, class Period>
constexpr auto real_nanoseconds(std::chrono::duration<Rep, Period> d) noexcept {
  using real = std::conditional_t<std::is_floating_point_v<Rep>, Rep, long double>;
  using reduced = std::ratio<std::nano::den, Period::den>;
  constexpr real multiplier = static_cast<real>(Period::num) * static_cast<real>(reduced::num);
  return static_cast<real>(d.count()) * multiplier / static_cast<real>(reduced::den);
}

/// Whether `d` alone is in the range of time. Then it is `whole` nanoseconds.
template <class Rep, class Period>
constexpr bool in_range(std::chrono::duration<Rep, Period> d, duration::rep& whole) noexcept {
  using reduced = std::ratio<std::nano::den, Period::den>;
  constexpr bool is_multiple =
      reduced::den == 1 && Period::num <= duration::max().count() / reduced::num;
  constexpr bool is_integer = std::is_integral_v<Rep> && sizeof(Rep) <= sizeof(duration::rep);
  if constexpr (is_integer && is_multiple) {
    constexpr duration::rep multiplier = Period::num * reduced::num;
    const auto count = +d.count();
    if (std::cmp_greater(count, duration::max().count() / multiplier)) return false;
    if (std::cmp_less(count, duration::min().count() / multiplier)) return false;
    whole = static_cast<duration::rep>(count) * multiplier;
    return true;
  } else {
    const long double real = real_nanoseconds(d);
    if (!(real > -end_of_range && real < end_of_range)) return false;
    whole = static_cast<duration::rep>(real);
    return true;
  }
}

template <class Rep, class Period>
duration sum_in_range(duration from, std::chrono::duration<Rep, Period> d) noexcept {
  duration::rep whole = 0;
  if (in_range(d, whole)) {
    if (whole < 0 && from.count() < duration::min().count() - whole) return duration::min();
    if (whole > 0 && from.count() > duration::max().count() - whole) return duration::max();
    return from + duration(whole);
  }

  const long double sum = static_cast<long double>(from.count()) + real_nanoseconds(d);
  if (sum >= end_of_range) return duration::max();
  if (!(sum > -end_of_range)) return duration::min();
  return duration(static_cast<duration::rep>(sum));
}

template <class Number> duration sum_in_range(duration from, Number) noexcept {
  static_assert(!sizeof(Number), "eyeballs: a duration has a unit, as 250ms has");
  return from;
}

}  // namespace detail

/// `from + d`, held to the range of time, whatever the units of `d`; not a number is the earliest
/// time. `time_point::max()` means never.
template <class Duration> time_point deadline(time_point from, Duration d) noexcept {
  return time_point(detail::sum_in_range(from.time_since_epoch(), d));
}

}  // namespace eyeballs
