// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_COMPARE_HPP
#define EYEBALLS_TESTS_PROOF_COMPARE_HPP

// The algorithm against the model, and the least schedule in which they differ.

#include <memory>
#include <string>
#include <vector>

#include "model.hpp"
#include "schedule.hpp"

namespace proof {

class player;

class comparison {
 public:
  comparison();
  ~comparison();

  /// Asks the model. It may decide, by the reader, what it reads of the schedule.
  const trace& expect(schedule& s, model_reader&);
  const trace& expect(schedule& s);
  /// Plays what was expected last: does the same happen?
  bool plays(const schedule& s);

  const trace& expected() const { return expected_; }

  /// What was expected and seen of `s`.
  std::string timeline(const schedule& s) const { return text_of(s) + text_of(expected_, seen_); }

  /// The timeline of the least schedule that still differs; of one that does.
  std::string counterexample(schedule s);

 private:
  bool differs(schedule s) { return expect(s), !plays(s); }

  trace expected_, seen_;
  std::unique_ptr<player> player_;
};

/// From now on whoever aborts or crashes in a run says in which.
void report_crashes();

/// All schedules that are a little simpler.
std::vector<schedule> simpler(const schedule& s);

}  // namespace proof

#endif
