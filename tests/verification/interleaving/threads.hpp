// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The threads of the schedule that is played: real ones, of which one runs at a time, and all that
// they share.

#include <semaphore.h>

#include <array>
#include <unordered_map>
#include <utility>

#include "explorer.hpp"
#include "memory.hpp"
#include "schedules.hpp"

namespace interleaving {

enum class thread_state : unsigned char { absent, running, at_step, ended };

struct logical_thread {
  thread_state state = thread_state::absent;
  step next;
  sem_t turn;
  place looked_at = nullptr;  // last
  unsigned writes = 0;        // of others, by then
  bool exists = false;
};

/// While one lives, this thread does not run the scenario: what it allocates is our own.
class aside {
 public:
  aside() : outer_(std::exchange(is_aside(), true)) {}

  aside(const aside&) = delete;

  ~aside() { is_aside() = outer_; }

  static bool& is_aside() {
    static thread_local bool is = false;
    return is;
  }

 private:
  bool outer_;
};

/// All there is. It is never destroyed, since the threads do not end.
struct world {
  schedules all;
  heap memory;
  happens_before clocks;
  std::array<logical_thread, most_threads + 1> threads;
  std::unordered_map<void*, unsigned> owners;  // of mutexes that are locked
  scenario* played = nullptr;
  bool is_watched = false;
  bool is_rehearsal = false;
  unsigned last = 1;
  int report = -1;  // where a fault's words go

  world() {
    for (logical_thread& t : threads) sem_init(&t.turn, 0, 0);
  }
};

world& the();

/// This thread: 1, 2..., or 0 where none runs.
unsigned self();

/// Ends the program, and says why.
[[noreturn]] void fault(const char* what);

/// Says what this thread is about to do, and waits for its turn.
void stop_at(const step&);

void step_done(const step&);

/// Plays a schedule.
void run_threads(scenario&, unsigned count);

}  // namespace interleaving
