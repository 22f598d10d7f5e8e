// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What several connects to one host come to: the times of those that connected, and who has won how
// often.

#include <algorithm>
#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "json_text.hpp"
#include "one_connect.hpp"

class summary {
 public:
  void add(const one_connect& c) {
    ++tried_;
    interrupted_ |= c.how == ending::interrupted;
    const tcp_report::attempt* const winner = winner_of(c);
    if (!winner) {
      ++failures_[c.error];
      return;
    }
    times_.push_back(ms_of(c.told));
    ++wins_[eyeballs::to_string(winner->endpoint)];
  }

  bool was_interrupted() const { return interrupted_; }

  bool all_connected() const { return failures_.empty(); }

  void print(std::ostream& out) const {
    out << times_.size() << " of " << tried_ << " connected";
    if (!times_.empty()) {
      std::vector<double> sorted = times_;
      std::sort(sorted.begin(), sorted.end());
      out << ": fastest " << json_number(sorted.front()) << " ms, median "
          << json_number(sorted[(sorted.size() - 1) / 2]) << " ms, slowest "
          << json_number(sorted.back()) << " ms";
    }
    out << '\n';
    print(out, wins_, "won by ");
    print(out, failures_, "");
  }

 private:
  using counts = std::map<std::string, std::size_t>;

  /// The most frequent first.
  static void print(std::ostream& out, const counts& of, const char* before) {
    std::vector<std::pair<std::string, std::size_t>> rows(of.begin(), of.end());
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return std::tie(b.second, a.first) < std::tie(a.second, b.first);
    });
    for (const auto& [what, count] : rows)
      out << "  " << count << (count == 1 ? " time  " : " times ") << before << what << '\n';
  }

  std::size_t tried_ = 0;
  bool interrupted_ = false;
  std::vector<double> times_;
  counts wins_, failures_;
};
