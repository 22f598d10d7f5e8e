// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the instrumentation tells of, as the threads of a schedule come to it. Threads are real ones,
// of which one runs at a time.

#include "memory.hpp"
#include "step.hpp"

namespace interleaving {

/// What an operation on an atomic does.
struct atomic_operation {
  step_kind kind;
  place where;
  std::size_t bytes;
  int order;       // __ATOMIC_...
  bool continues;  // what it carries: it reads and writes in one
  long amount;     // of a count
  void* code;
};

/// Whether this is of a schedule. Otherwise nothing below is to be called.
bool is_watched() noexcept;

/// Lets others go first, in all ways; then it is this thread's turn.
void before_atomic(const atomic_operation&);

/// It is done, and has seen `value`. `kind`: a store that has failed is a load.
void after_atomic(const atomic_operation&, step_kind kind, long value);

void fence(int order);
void touch(place, std::size_t bytes, access_kind);

void lock(void* mutex, void* code);
void unlock(void* mutex);

/// Goes on when another thread has written to something that this one has looked at since the last
/// time.
void await_others(void* code);

/// Null, if it is of no schedule.
void* allocate(std::size_t bytes, std::size_t alignment);

/// False, if it is of no schedule.
bool deallocate(void*);

}  // namespace interleaving
