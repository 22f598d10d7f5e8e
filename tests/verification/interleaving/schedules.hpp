// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All schedules, depth-first, less those that differ only in the order of steps that commute: dynamic
// partial-order reduction (Flanagan and Godefroid, 2005), with sleep sets. Nothing is bounded.
//
// A schedule is played up to its end. Each of its steps that might as well have come before one of
// another thread, on which it depends, tells where another choice is to be tried.

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "step.hpp"

namespace interleaving {

class schedules {
 public:
  explicit schedules(reduction r = reduction::to_different) : reduction_(r) {}

  /// A set of threads.
  using threads = unsigned;

  static constexpr threads only(unsigned thread) { return 1U << thread; }

  /// Who goes on, of those who can, each with its next step. `last`: who did so before.
  unsigned choose(threads enabled, const std::vector<step>& next, unsigned last) {
    if (is_redundant_) return first_of(enabled);
    if (depth_ < nodes_.size()) return nodes_[depth_].chosen;
    node n;
    n.enabled = enabled;
    const bool reduces = reduction_ == reduction::to_different;
    if (reduces) n.asleep = still_asleep(next);
    const threads awake = enabled & ~n.asleep;
    is_redundant_ = awake == 0;
    if (is_redundant_) return first_of(enabled);
    n.chosen = awake & only(last) ? last : first_of(awake);
    n.to_try = reduces ? only(n.chosen) : enabled;
    nodes_.push_back(n);
    return n.chosen;
  }

  /// It is done.
  void done(step s) {
    s.node = static_cast<unsigned>(depth_++);
    s.number = ++clocks_[s.thread][s.thread];
    if (s.where) order(s);
    s.after = clocks_[s.thread];
    if (s.where) at_[s.where].push_back(steps_.size());
    steps_.push_back(s);
  }

  /// How often somebody else has written something there that is new.
  unsigned writes_of_others(place p, unsigned thread) const {
    const auto found = at_.find(p);
    unsigned count = 0;
    if (found == at_.end()) return count;
    for (std::size_t i : found->second) {
      const step& s = steps_[i];
      count += s.thread != thread && is_news(s, s.seen);
    }
    return count;
  }

  const std::vector<step>& steps() const { return steps_; }

  /// What tells schedules apart: which steps come before each step of each thread.
  std::uint64_t fingerprint() const {
    std::uint64_t sum = 0;  // of steps in any order
    for (const step& s : steps_) {
      std::uint64_t one = mixed(s.thread, s.number);
      for (const unsigned count : s.after) one = mixed(one, count);
      sum += one;
    }
    return sum;
  }

  /// The schedule has been played. False, if it was the last one.
  bool next() {
    steps_.clear();
    at_.clear();
    clocks_ = {};
    depth_ = 0;
    is_redundant_ = false;
    for (; !nodes_.empty(); nodes_.pop_back()) {
      node& n = nodes_.back();
      n.tried |= only(n.chosen);
      const threads left = n.to_try & ~n.tried & ~n.asleep;
      if (!left) continue;
      n.chosen = first_of(left);
      return true;
    }
    return false;
  }

 private:
  struct node {
    threads enabled = 0;
    threads asleep = 0;  // whose step leads to what was explored elsewhere
    threads to_try = 0;
    threads tried = 0;
    unsigned chosen = 0;
  };

  static std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = (a ^ (b + 1)) * 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9;
    return x ^ (x >> 32);
  }

  static unsigned first_of(threads some) { return static_cast<unsigned>(__builtin_ctz(some)); }

  /// Who was asleep, or tried before, stays so as long as the others' steps commute with its own.
  threads still_asleep(const std::vector<step>& next) const {
    if (nodes_.empty()) return 0;
    const node& before = nodes_.back();
    const step& taken = steps_.back();
    threads asleep = 0;
    for (const step& s : next) {
      const bool was = (before.asleep | before.tried) & only(s.thread);
      if (was && s.thread != taken.thread &&
          !depend(taken, taken.seen, s, taken.seen + taken.amount))
        asleep |= only(s.thread);
    }
    return asleep;
  }

  /// Orders `s` after the steps there that it depends on. Back from the latest one on, a count that
  /// commutes with those after a step sees there what it would without them.
  void order(const step& s) {
    const std::vector<std::size_t>& there = at_[s.where];
    long seen = s.seen;
    threads found = only(s.thread);
    auto& clock = clocks_[s.thread];
    const auto before = clock;
    for (std::size_t i = there.size(); i-- > 0;) {
      const step& earlier = steps_[there[i]];
      if (found & only(earlier.thread)) continue;
      const bool is_ordered = earlier.number <= before[earlier.thread];
      if (!depend(earlier, earlier.seen, s, seen)) {
        if (!is_ordered) seen -= earlier.amount;
        continue;
      }
      found |= only(earlier.thread);
      for (unsigned t = 0; t <= most_threads; ++t) clock[t] = std::max(clock[t], earlier.after[t]);
      if (!is_ordered) try_before(earlier, s.thread);
    }
  }

  void try_before(const step& earlier, unsigned thread) {
    if (earlier.node >= nodes_.size()) return;
    node& n = nodes_[earlier.node];
    n.to_try |= n.enabled & only(thread) ? only(thread) : n.enabled;
  }

  reduction reduction_;
  std::vector<node> nodes_;
  std::size_t depth_ = 0;
  bool is_redundant_ = false;

  // Of the schedule that is played.
  std::vector<step> steps_;
  std::unordered_map<place, std::vector<std::size_t>> at_;
  std::array<std::array<unsigned, most_threads + 1>, most_threads + 1> clocks_ = {};
};

}  // namespace interleaving
