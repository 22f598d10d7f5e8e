// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All policies in the networks of a population: how long a connect takes, and how many attempts it
// makes that are of no use.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "policies.hpp"

namespace simulated {

/// How a policy did.
struct score {
  std::string name;
  std::vector<duration> times;  ///< in order
  double wasted = 0;            ///< attempts of a connect, on average, but for the one that won
  std::size_t failures = 0;

  duration percentile(double percent) const {
    const auto at = std::size_t(std::lround(double(times.size() - 1) * percent / 100));
    return times.at(at);
  }
};

/// The same networks for each policy.
inline std::vector<score> sweep(std::size_t networks, std::uint64_t seed) {
  std::vector<score> scores;
  for (const named_policy& by : policies) {
    score s;
    s.name = by.name;
    population people(seed);
    for (std::size_t i = 0; i < networks; ++i) {
      const outcome o = play(people.next(), by);
      s.times.push_back(o.took);
      s.wasted += double(o.attempts - (o.connected ? 1 : 0)) / double(networks);
      if (!o.connected) ++s.failures;
    }
    std::sort(s.times.begin(), s.times.end());
    scores.push_back(std::move(s));
  }
  return scores;
}

inline std::string to_table(const std::vector<score>& scores) {
  const auto ms = [](duration d) { return double(d.count()) / 1e6; };
  std::array<char, 160> line{};
  std::string table;
  std::snprintf(line.data(), line.size(), "%-26s %10s %10s %10s %10s %10s\n", "ms until connected",
                "median", "95 %", "99 %", "wasted", "failures");
  table += line.data();
  for (const score& s : scores) {
    std::snprintf(line.data(), line.size(), "%-26s %10.0f %10.0f %10.0f %10.2f %10zu\n",
                  s.name.c_str(), ms(s.percentile(50)), ms(s.percentile(95)), ms(s.percentile(99)),
                  s.wasted, s.failures);
    table += line.data();
  }
  return table;
}

}  // namespace simulated
