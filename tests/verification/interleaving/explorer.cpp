// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "explorer.hpp"

#include <execinfo.h>
#include <sched.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>

#include "memory.hpp"
#include "schedules.hpp"
#include "world.hpp"

namespace interleaving {
namespace {

enum class thread_state : unsigned char { absent, running, at_step, ended };

struct logical_thread {
  thread_state state = thread_state::absent;
  step next;
  sem_t turn;
  place looked_at = nullptr;  // last
  unsigned writes = 0;        // of others, by then
  bool exists = false;
};

thread_local unsigned self = 0;

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

/// What is of the schedule that is played.
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

world& the() {
  alignas(world) static std::byte memory[sizeof(world)];  // never destroyed: its threads do not end
  static world& w = *::new (static_cast<void*>(memory)) world;
  return w;
}

constexpr const char* words_of[] = {"load", "store", "count", "lock", "await"};

[[noreturn]] void fault(const char* what) {
  world& w = the();
  w.is_watched = false;
  if (w.report >= 0) {
    [[maybe_unused]] const auto written = write(w.report, what, std::string(what).size());
    _exit(1);
  }
  std::printf("FAILED: %s, by thread %u\n", what, self);
  for (const step& s : w.all.steps())
    std::printf("  thread %u: %-5s %p, saw %#lx, at %p\n", s.thread,
                words_of[static_cast<unsigned>(s.kind)], const_cast<void*>(s.where), s.seen,
                s.code);
  std::fflush(stdout);
  void* frames[40];
  backtrace_symbols_fd(frames, backtrace(frames, 40), STDOUT_FILENO);
  _exit(1);
}

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
  if (w.last == self) return false;
  sem_post(&w.threads[w.last].turn);
  return true;
}

/// Says what this thread is about to do, and waits for its turn.
void stop_at(const step& s) {
  const aside own;
  world& w = the();
  logical_thread& me = w.threads[self];
  me.next = s;
  me.state = thread_state::at_step;
  if (pass_turn()) sem_wait(&me.turn);
  me.state = thread_state::running;
}

void step_done(const step& s) {
  const aside own;
  world& w = the();
  w.all.done(s);
  w.threads[self].looked_at = s.where;
  w.threads[self].writes = w.all.writes_of_others(s.where, self);
}

/// Plays its part in one schedule after the other. Its first step is to begin.
void run_thread(unsigned t) {
  world& w = the();
  logical_thread& me = w.threads[t];
  self = t;
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

void play(unsigned threads, const make_scenario& make) {
  world& w = the();
  w.memory.reset();
  w.clocks.reset();
  w.owners.clear();
  w.is_watched = true;
  {
    const std::unique_ptr<scenario> s = make();
    run_threads(*s, threads);
    s->end();
  }
  if (w.memory.live_blocks() > 0) fault("a leak");
  w.is_watched = false;
}

/// The first time, variables of functions are made, and stay.
void rehearse(unsigned threads, const make_scenario& make) {
  world& w = the();
  w.is_rehearsal = true;
  play(threads, make);
  w.is_rehearsal = false;
  w.all = schedules();
}

}  // namespace

counts explore(unsigned threads, const make_scenario& make) {
  world& w = the();
  cpu_set_t one;  // since one thread runs at a time, and they take turns often
  CPU_ZERO(&one);
  CPU_SET(static_cast<unsigned>(sched_getcpu()), &one);
  sched_setaffinity(0, sizeof one, &one);
  rehearse(threads, make);
  counts c;
  do {
    play(threads, make);
    ++(w.all.is_redundant() ? c.redundant : c.schedules);
    c.steps += w.all.steps().size();
  } while (w.all.next());
  return c;
}

std::string fault_of(unsigned threads, const make_scenario& make) {
  int ends[2];
  if (pipe(ends) != 0) std::abort();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    the().report = ends[1];
    for (logical_thread& t : the().threads) t.exists = false;
    explore(threads, make);
    _exit(0);
  }
  close(ends[1]);
  std::string words;
  char some[256];
  for (ssize_t n; (n = read(ends[0], some, sizeof some)) > 0;)
    words.append(some, static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (words.empty() && status != 0) words = "it crashes";
  return words;
}

void expect(bool holds, const char* what) {
  if (!holds) fault(what);
}

// ---- what the instrumentation tells of

namespace {

bool acquires(int order) {
  return order == __ATOMIC_ACQUIRE || order == __ATOMIC_CONSUME || order == __ATOMIC_ACQ_REL ||
         order == __ATOMIC_SEQ_CST;
}

bool releases(int order) {
  return order == __ATOMIC_RELEASE || order == __ATOMIC_ACQ_REL || order == __ATOMIC_SEQ_CST;
}

step step_of(const atomic_operation& o) {
  return {.thread = self, .kind = o.kind, .where = o.where, .amount = o.amount, .code = o.code};
}

void expect_no(const char* wrong) {
  if (wrong) fault(wrong);
}

}  // namespace

bool is_watched() noexcept { return the().is_watched; }

void before_atomic(const atomic_operation& o) {
  if (self != 0) stop_at(step_of(o));
}

void after_atomic(const atomic_operation& o, step_kind kind, long value) {
  const aside own;
  world& w = the();
  step s = step_of(o);
  s.kind = kind;
  s.seen = value;
  const bool reads = kind == step_kind::load || o.continues;
  touch(o.where, o.bytes, writes(s) ? access_kind::atomic_write : access_kind::atomic_read);
  if (reads) w.clocks.acquire(s, acquires(o.order));
  if (writes(s)) w.clocks.release(s, releases(o.order), o.continues);
  if (self != 0) step_done(s);
}

void fence(int order) { the().clocks.fence(self, acquires(order), releases(order)); }

void touch(place p, std::size_t bytes, access_kind how) {
  world& w = the();
  if (w.memory.has(p)) expect_no(w.memory.touch(p, bytes, how, self, w.clocks[self]));
}

void lock(void* mutex, void* code) {
  const aside own;
  world& w = the();
  const step s{.thread = self, .kind = step_kind::lock, .where = mutex, .code = code};
  if (self != 0) stop_at(s);
  if (!w.owners.emplace(mutex, self).second) fault("a mutex that is locked for ever");
  touch(mutex, 1, access_kind::atomic_write);
  w.clocks.acquire(s, true);
  if (self != 0) step_done(s);
}

void unlock(void* mutex) {
  const aside own;
  world& w = the();
  touch(mutex, 1, access_kind::atomic_write);
  w.owners.erase(mutex);
  w.clocks.release({.thread = self, .kind = step_kind::lock, .where = mutex}, true, false);
}

void await_others(void* code) {
  if (self == 0) fault("it awaits what nobody will do");
  const step s{.thread = self,
               .kind = step_kind::await,
               .where = the().threads[self].looked_at,
               .code = code};
  stop_at(s);
  step_done(s);
}

void* allocate(std::size_t bytes, std::size_t alignment) {
  world& w = the();
  if (!w.is_watched || w.is_rehearsal || aside::is_aside()) return nullptr;
  void* const p = w.memory.allocate(bytes, alignment, self, w.clocks[self]);
  if (!p) fault("no room");
  return p;
}

bool deallocate(void* p) {
  world& w = the();
  if (!w.memory.has(p)) return false;
  if (w.is_watched) expect_no(w.memory.free(p, self, w.clocks[self]));
  return true;
}

}  // namespace interleaving
