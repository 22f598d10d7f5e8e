// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A step of a thread: one operation on something that threads share; and which steps commute.

#include <array>
#include <cstdint>

#include "explorer.hpp"

namespace interleaving {

enum class step_kind : unsigned char {
  load,
  store,  // also exchanges, and whatever else writes
  count,  // an addition or a subtraction
  lock,
  await,  // goes on when another thread has written to what this one has looked at last
};

using place = const volatile void*;

struct step {
  unsigned thread = 0;
  step_kind kind = step_kind::load;
  place where = nullptr;
  long amount = 0;       // of a count
  long seen = 0;         // the value before it, once it is done
  void* code = nullptr;  // whence it comes
  unsigned node = 0;     // the place in the schedule, once it is done
  unsigned number = 0;   // 1, 2... of its thread
  std::array<unsigned, most_threads + 1> after =
      {};  // of each thread, how many steps come before it
};

inline bool writes(const step& s) {
  return s.kind != step_kind::load && s.kind != step_kind::await;
}

// Counts commute as far as the code looks at them. A count by one is one of owners: a subtraction
// tells who was the last. A count by two is one of leases, with a bit: a load tells whether one is
// left, that is whether it is 1.

inline bool tells_of_last(const step& s) {
  return s.kind == step_kind::load || (s.kind == step_kind::count && s.amount == -1);
}

inline bool is_count(const step& s) { return s.kind == step_kind::count; }

inline bool is_of_leases(const step& s) { return s.amount == 2 || s.amount == -2; }

/// Whether it tells something else if `other` comes first, or does not.
inline bool changes(const step& s, long seen, long seen_otherwise) {
  return tells_of_last(s) && (seen == 1) != (seen_otherwise == 1);
}

/// Whether it is news to who looks.
inline bool is_news(const step& s, long seen) {
  if (!writes(s)) return false;
  return !is_of_leases(s) || seen == 1 || seen + s.amount == 1;
}

/// Whether two steps of different threads have another outcome in the other order. What they see in
/// this one is `first_seen` and `second_seen`.
inline bool depend(const step& first, long first_seen, const step& second, long second_seen) {
  if (first.where != second.where || !first.where) return false;
  if (!writes(first) && !writes(second)) return false;
  if (first.kind == step_kind::await) return is_news(second, second_seen);
  if (second.kind == step_kind::await) return is_news(first, first_seen);
  const bool both_count = first.kind == step_kind::count && second.kind == step_kind::count;
  const bool one_loads = first.kind == step_kind::load || second.kind == step_kind::load;
  const bool of_leases = is_of_leases(first) || is_of_leases(second);
  if (!both_count && !(one_loads && of_leases)) return true;
  return changes(first, first_seen, first_seen + second.amount) ||
         changes(second, second_seen, second_seen - first.amount);
}

}  // namespace interleaving
