// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The axis of a timeline: round times, in one unit, as many as there is room for.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "../base/time.hpp"

namespace eyeballs::detail {

struct time_unit {
  const char* name;
  duration size;
};

/// The unit that a time of about this length is told in.
inline time_unit unit_for(duration length) noexcept {
  using namespace std::chrono_literals;
  if (length >= 10s) return {"s", 1s};
  if (length >= 1ms || length == duration::zero()) return {"ms", 1ms};
  return {"us", 1us};
}

/// The number of a time in the unit, with a digit after the point where it is short, and not whole.
inline std::string in_unit(duration time, const time_unit& unit) {
  const double number = double(time.count()) / double(unit.size.count());
  const bool is_whole = time % unit.size == duration::zero();
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), is_whole || number >= 100 ? "%.0f" : "%.1f", number);
  return text.data();
}

/// A time in its own unit, as "56.5 ms".
inline std::string to_text(duration time) {
  const time_unit unit = unit_for(time);
  return in_unit(time, unit) + ' ' + unit.name;
}

/// Zero, and its round multiples up to `length`, of which there are at most `most`: steps of 1, 2 or
/// 5 times a power of ten nanoseconds.
inline std::vector<duration> ticks_of(duration length, std::size_t most) {
  const auto is_dense = [&](double step) { return double(length.count()) / step >= double(most); };
  double power = 1;
  while (is_dense(power * 10)) power *= 10;
  double step = power;
  for (const double times : {2.0, 5.0, 10.0})
    if (is_dense(step)) step = power * times;

  std::vector<duration> ticks{duration::zero()};
  const duration each(static_cast<duration::rep>(step));
  while (ticks.size() < most && length - ticks.back() >= each) ticks.push_back(ticks.back() + each);
  return ticks;
}

}  // namespace eyeballs::detail
