// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "threads.hpp"

#include <execinfo.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace interleaving {
namespace {

thread_local unsigned this_thread = 0;

bool can_go_on(const logical_thread& t) {
  const world& w = the();
  if (t.state != thread_state::at_step) return false;
  if (t.next.kind == step_kind::lock) return !w.owners.contains(const_cast<void*>(t.next.where));
  return t.next.kind != step_kind::await ||
         w.all.writes_of_others(t.looked_at, t.next.thread) != t.writes;
}

/// Hands the turn to whoever goes on: to thread 0, if all have ended. False, if it is this thread's.
bool pass_turn() {
  world& w = the();
  schedules::threads enabled = 0, left = 0;
  std::vector<step> next;
  for (unsigned t = 1; t <= most_threads; ++t) {
    const logical_thread& thread = w.threads[t];
    if (thread.state != thread_state::at_step) continue;
    left |= schedules::only(t);
    next.push_back(thread.next);
    if (can_go_on(thread)) enabled |= schedules::only(t);
  }
  if (!left) {
    sem_post(&w.threads[0].turn);
    return true;
  }
  if (!enabled) fault("nobody can go on");
  if (w.all.steps().size() > 20'000) fault("it does not end");
  w.last = w.all.choose(enabled, next, w.last);
  if (w.last == self()) return false;
  sem_post(&w.threads[w.last].turn);
  return true;
}

/// Plays its part in one schedule after the other. Its first step is to begin.
void run_thread(unsigned t) {
  world& w = the();
  logical_thread& me = w.threads[t];
  this_thread = t;
  for (;;) {
    sem_wait(&me.turn);
    me.state = thread_state::running;
    step_done(step{.thread = t});
    w.played->run(t);
    const aside own;
    me.state = thread_state::ended;
    pass_turn();
  }
}

}  // namespace

world& the() {
  alignas(world) static std::byte memory[sizeof(world)];
  static world& w = *::new (static_cast<void*>(memory)) world;
  return w;
}

unsigned self() { return this_thread; }

constexpr const char* words_of[] = {"load", "store", "count", "lock", "await"};

[[noreturn]] void fault(const char* what) {
  world& w = the();
  w.is_watched = false;
  if (w.report >= 0) {
    [[maybe_unused]] const auto written = write(w.report, what, std::string(what).size());
    _exit(1);
  }
  std::printf("FAILED: %s, by thread %u\n", what, self());
  for (const step& s : w.all.steps())
    std::printf("  thread %u: %-5s %p, saw %#lx, at %p\n", s.thread,
                words_of[static_cast<unsigned>(s.kind)], const_cast<void*>(s.where), s.seen,
                s.code);
  std::fflush(stdout);
  void* frames[40];
  backtrace_symbols_fd(frames, backtrace(frames, 40), STDOUT_FILENO);
  _exit(1);
}

void stop_at(const step& s) {
  const aside own;
  world& w = the();
  logical_thread& me = w.threads[self()];
  me.next = s;
  me.state = thread_state::at_step;
  if (pass_turn()) sem_wait(&me.turn);
  me.state = thread_state::running;
}

void step_done(const step& s) {
  const aside own;
  world& w = the();
  w.all.done(s);
  w.threads[self()].looked_at = s.where;
  w.threads[self()].writes = w.all.writes_of_others(s.where, self());
}

/// Each thread comes to its beginning, and then they take turns.
void run_threads(scenario& s, unsigned count) {
  const aside own;
  world& w = the();
  w.played = &s;
  for (unsigned t = 1; t <= count; ++t) {
    logical_thread& thread = w.threads[t];
    thread.state = thread_state::at_step;
    thread.next = step{.thread = t};
    if (!std::exchange(thread.exists, true)) std::thread(run_thread, t).detach();
  }
  w.clocks.fork();
  pass_turn();
  sem_wait(&w.threads[0].turn);
  w.clocks.join();
}

}  // namespace interleaving
