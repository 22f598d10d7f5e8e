// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Explores every interleaving of a few threads that run real code, which is compiled with
// -fsanitize=thread and linked with the instrumentation here instead of ThreadSanitizer's.
//
// * Each operation on an atomic or a mutex is a step, and at each step any thread may go on.
//   Schedules that differ only in the order of steps that commute are explored once.
// * Atomics are sequentially consistent as to their values. What a memory order promises is checked
//   on top, by vector clocks: each access to the heap must be ordered with those of other threads by
//   a release and an acquire, so a weaker order in the code is found as a data race.
// * Wrong is a data race; a use of what was freed; a leak; threads that wait for each other, or for
//   what does not come; an exception that leaves a thread; and what a scenario says.
// * Not explored: values that are out of date, which C++ allows relaxed loads; weak exchanges that
//   fail without reason.

#include <functional>
#include <memory>
#include <string>

namespace interleaving {

constexpr unsigned most_threads = 3;

/// Made anew for each schedule. It is made, ended and destroyed where no thread runs.
class scenario {
 public:
  virtual ~scenario() = default;

  /// What a thread does: 1, 2...
  virtual void run(unsigned thread) = 0;

  /// After all threads.
  virtual void end() {}
};

using make_scenario = std::function<std::unique_ptr<scenario>()>;

/// Whether schedules that differ only in the order of steps that commute are explored once.
enum class reduction : bool { none, to_different };

struct counts {
  unsigned long schedules = 0;
  unsigned long different = 0;  // of them, in more than the order of steps that commute
  unsigned long steps = 0;
};

/// Plays all schedules. What is wrong ends the program, with status 1 and the schedule.
counts explore(unsigned threads, const make_scenario&, reduction = reduction::to_different);

/// What is wrong in some schedule, as the words of the message; empty, if nothing is.
std::string fault_of(unsigned threads, const make_scenario&);

/// Says what is wrong, if it does not hold.
void expect(bool holds, const char* what);

}  // namespace interleaving
