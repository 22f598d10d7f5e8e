// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "explorer.hpp"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <unordered_set>

#include "threads.hpp"

namespace interleaving {
namespace {

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
void rehearse(unsigned threads, const make_scenario& make, reduction r) {
  world& w = the();
  w.is_rehearsal = true;
  play(threads, make);
  w.is_rehearsal = false;
  w.all = schedules(r);
}

}  // namespace

counts explore(unsigned threads, const make_scenario& make, reduction r) {
  world& w = the();
  cpu_set_t one;  // since one thread runs at a time, and they take turns often
  CPU_ZERO(&one);
  CPU_SET(static_cast<unsigned>(sched_getcpu()), &one);
  sched_setaffinity(0, sizeof one, &one);
  rehearse(threads, make, r);
  counts c;
  std::unordered_set<std::uint64_t> different;
  do {
    play(threads, make);
    ++c.schedules;
    different.insert(w.all.fingerprint());
    c.steps += w.all.steps().size();
  } while (w.all.next());
  c.different = different.size();
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

}  // namespace interleaving
