// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_CODEC_HPP
#define EYEBALLS_TESTS_PROOF_CODEC_HPP

// Schedules as bytes, for the fuzzer: three for the whole, four for each connector. All bytes are
// some schedule; a schedule with times of up to `longest` ticks comes back as it was.

#include "schedule.hpp"

namespace proof {

inline constexpr int most_connectors = 50;
inline constexpr ticks longest = 250;
static_assert(most_connectors * alarms <= 254);

using bytes = std::vector<std::uint8_t>;

namespace coding {

inline constexpr std::uint8_t stopped_within = 254, pulled_by_older = 254;

inline ticks time_of(std::uint8_t b) { return b == 255 ? never : b > longest ? at_once : b; }

inline std::uint8_t byte_of(ticks t) {
  return static_cast<std::uint8_t>(t == never     ? 255
                                   : t == at_once ? longest + 1
                                                  : std::min(t, longest));
}

enum special { none, late, throws_on_start, with_older, pull_fails };

}  // namespace coding

inline schedule decode(const std::uint8_t* data, std::size_t size) {
  using namespace coding;
  schedule s;
  const auto at = [&](std::size_t i) { return i < size ? data[i] : std::uint8_t{255}; };
  s.delay = std::max<ticks>(0, time_of(at(0)));
  s.stop_at = at(1) > longest ? never : at(1);
  if (at(1) == stopped_within) s.stop_with = at(2) % most_connectors;
  else
    s.stop_place = at(2) == 255                        ? last_of_all
                   : at(2) >= most_connectors * alarms ? first_of_all
                                                       : at(2);
  for (std::size_t i = 3; i + 4 <= size && s.size() < most_connectors; i += 4) {
    connector c;
    const int kind = data[i] / 40 % 5;
    c.armed_late = kind == late;
    c.throws_on_start = kind == throws_on_start;
    c.with_older = kind == with_older;
    c.pull_fails = kind == pull_fails;
    c.deep = data[i] / 20 % 2;
    c.when_stopped = static_cast<answer>(data[i] / 4 % 5);
    c.end = static_cast<way>(data[i] % 4);
    c.after = time_of(data[i + 1]);
    c.answer_takes = time_of(data[i + 2]);
    c.pulled_by_older = data[i + 3] == pulled_by_older;
    c.pulled_in = time_of(data[i + 3]);
    s.connectors.push_back(c);
  }
  return s;
}

inline bytes encode(const schedule& s) {
  using namespace coding;
  const int place = s.stop_with != nobody          ? s.stop_with
                    : s.stop_place == last_of_all  ? 255
                    : s.stop_place == first_of_all ? 254
                                                   : s.stop_place;
  bytes all = {byte_of(s.delay), s.stop_with != nobody ? stopped_within : byte_of(s.stop_at),
               static_cast<std::uint8_t>(place)};
  for (const connector& c : s.connectors) {
    const int kind = c.throws_on_start ? throws_on_start
                     : c.with_older    ? with_older
                     : c.pull_fails    ? pull_fails
                     : c.armed_late    ? late
                                       : none;
    all.push_back(static_cast<std::uint8_t>(kind * 40 + int{c.deep} * 20 +
                                            static_cast<int>(c.when_stopped) * 4 +
                                            static_cast<int>(c.end)));
    all.push_back(byte_of(c.after));
    all.push_back(byte_of(c.answer_takes));
    all.push_back(c.pulled_by_older ? pulled_by_older : byte_of(c.pulled_in));
  }
  return all;
}

}  // namespace proof

#endif
