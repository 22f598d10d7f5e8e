// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A made-up population of users who connect to a host with two addresses of each family. What it is
// made of is a guess, and stands in this file: change it to what you have measured.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <eyeballs/eyeballs.hpp>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace simulated {

using eyeballs::duration;

/// What an address does.
enum class fate { answers, refuses, is_silent };

struct address {
  std::string name;
  fate does = fate::answers;
  duration round_trip{};  ///< how long it takes to be connected, or refused

  /// Addresses are told apart by their names.
  friend bool operator<(const address& a, const address& b) { return a.name < b.name; }

  friend bool operator==(const address& a, const address& b) { return a.name == b.name; }
};

/// One user's network, at one moment.
struct network {
  duration aaaa_after{};
  duration a_after{};
  std::vector<address> v6, v4;
};

class population {
 public:
  explicit population(std::uint64_t seed) : random_(seed) {}

  network next() {
    network n;
    n.a_after = around(20);
    const duration second_try = std::chrono::seconds(5);  // of a resolver whose query was lost
    n.aaaa_after = happens(0.01) ? second_try : around(20);

    const fate of_v6 = happens(0.04)   ? fate::is_silent
                       : happens(0.02) ? fate::refuses
                                       : fate::answers;
    const duration trip4 = around(40);
    const duration trip6 = happens(0.1) ? 3 * trip4 : trip4;  // a detour, by a tunnel
    for (const char* name : {"6a", "6b"}) n.v6.push_back({name, or_down(of_v6), trip6});
    for (const char* name : {"4a", "4b"}) n.v4.push_back({name, or_down(fate::answers), trip4});
    return n;
  }

 private:
  /// One server in a hundred is down.
  fate or_down(fate f) { return happens(0.01) ? fate::is_silent : f; }

  /// Between 0 and 1, without these.
  double uniform() { return (double(random_() >> 11) + 0.5) / 9007199254740992.0; }

  bool happens(double share) { return uniform() < share; }

  /// A time whose logarithm is normally distributed: half of them are longer than this, one in six
  /// twice as long.
  duration around(double median_ms) {
    const double normal =
        std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
    const std::chrono::duration<double, std::milli> time(median_ms * std::exp2(normal));
    return std::chrono::duration_cast<std::chrono::microseconds>(time);
  }

  std::mt19937_64 random_;
};

}  // namespace simulated
