// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Times, and how a duration of any units is added to one. Nothing overflows: what is out of range is
// held to it, and not before the sum is known.

#include <chrono>
#include <ratio>
#include <type_traits>

namespace eyeballs {

using duration = std::chrono::nanoseconds;
using time_point = std::chrono::time_point<std::chrono::steady_clock, duration>;

namespace detail {

/// `d` in nanoseconds: as precise as its own type, or for integers as `long double`. It may be
/// infinite, or not a number.
template <class Rep, class Period>
constexpr auto real_nanoseconds(std::chrono::duration<Rep, Period> d) noexcept {
  using real = std::conditional_t<std::is_floating_point_v<Rep>, Rep, long double>;
  using reduced = std::ratio<std::nano::den, Period::den>;  // so that 1 ms is 1,000,000 ns exactly
  constexpr real multiplier = static_cast<real>(Period::num) * static_cast<real>(reduced::num);
  return static_cast<real>(d.count()) * multiplier / static_cast<real>(reduced::den);
}

template <class Rep, class Period>
duration sum_in_range(duration from, std::chrono::duration<Rep, Period> d) noexcept {
  constexpr long double end = 0x1p63L;  // of the range
  const long double added = real_nanoseconds(d);

  if (added > -end && added < end) {
    const auto whole = static_cast<duration::rep>(added);
    duration::rep sum = 0;
    if (!__builtin_add_overflow(from.count(), whole, &sum)) return duration(sum);
    return whole < 0 ? duration::min() : duration::max();
  }

  const long double sum = static_cast<long double>(from.count()) + added;
  if (sum >= end) return duration::max();
  if (!(sum > -end)) return duration::min();
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
