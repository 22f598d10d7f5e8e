// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A real tree that waits once, for what another thread does. The other thread may stop it as well,
// before or afterwards, or a third one does; and its context dies after so many of its handlers, or
// lives.

#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include "context.hpp"
#include "explorer.hpp"
#include "stop_button.hpp"

namespace interleaving {

enum class stop { never, first, last, by_third };

struct plan {
  stop stopped = stop::never;
  int dies_after = -1;  // so many handlers, if it does
  int refused = 0;      // the context refuses this function: 1, 2...
};

/// How the wait ended, and the tree.
struct ends {
  int values = 0, errors = 0, stops = 0;
  int called = 0, uncalled = 0;

  int of_wait() const { return values + errors + stops; }
};

/// The tree's.
class tree_handler {
 public:
  using cancellation_slot_type = stop_button::slot;

  tree_handler(ends& e, stop_button& b) noexcept : ends_(&e), button_(&b) {}

  tree_handler(tree_handler&& other) noexcept
      : ends_(std::exchange(other.ends_, nullptr)), button_(other.button_) {}

  ~tree_handler() {
    if (ends_) ++ends_->uncalled;
  }

  cancellation_slot_type get_cancellation_slot() const noexcept {
    return stop_button::slot(*button_);
  }

  void operator()(std::exception_ptr) { ++std::exchange(ends_, nullptr)->called; }

 private:
  ends* ends_;  // null once it was called, or moved from
  stop_button* button_;
};

/// Thread 1 runs the tree's context, and destroys it.
class tree_scenario : public scenario {
 public:
  void run(unsigned thread) final {
    if (thread == 1) return run_home();
    if (thread == 3 || plan_.stopped == stop::first) button_.press();
    if (thread == 2) run_elsewhere();
    if (thread == 2 && plan_.stopped == stop::last) button_.press();
  }

  void end() final {
    expect(ends_.called + ends_.uncalled == 1, "the tree's handler is called or dropped, once");
    expect(ends_.of_wait() <= 1, "a wait ends once");
    const bool lives = plan_.dies_after < 0 || ends_.called;
    if (lives) expect(ends_.of_wait() == 1, "no completion is lost");
    if (lives && plan_.refused == 0) expect(ends_.called == 1, "and no tree's");
    if (lives && plan_.stopped == stop::never) expect(ends_.stops == 0, "nothing is stopped");
    check(ends_);
  }

 protected:
  explicit tree_scenario(const plan& p) : plan_(p), home_(std::make_unique<context>(p.refused)) {}

  /// Once, before all.
  template <class Wait> void spawn(Wait wait) {
    eyeballs::co_spawn(*home_, tree(std::move(wait), ends_), tree_handler(ends_, button_));
  }

  /// What thread 2 does.
  virtual void run_elsewhere() = 0;

  /// Thread 1 has run all that it will run.
  virtual void home_is_over() noexcept {}

  virtual void check(const ends&) {}

 private:
  template <class Wait> static eyeballs::task<> tree(Wait wait, ends& e) {
    const auto end = co_await eyeballs::as_outcome(std::move(wait));
    ++(end.stopped() ? e.stops : end ? e.values : e.errors);
  }

  void run_home() {
    for (int n = 0; n != plan_.dies_after && !is_over(); ++n) {
      try {
        home_->wait_and_run_one();
      } catch (const std::bad_alloc&) { expect(plan_.refused > 0, "it is the tree's end"); }
    }
    if (plan_.dies_after >= 0) home_.reset();
    home_is_over();
  }

  bool is_over() const noexcept { return ends_.called + ends_.uncalled > 0; }

  const plan plan_;
  ends ends_;
  stop_button button_;
  std::unique_ptr<context> home_;
};

/// Explores it, and prints how many interleavings there are.
template <class Scenario, class... Args>
void prove(const char* what, const plan& p, const Args&... args) {
  static constexpr const char* stops[] = {"", "stopped first", "stopped last",
                                          "stopped by a third"};
  const unsigned threads = p.stopped == stop::by_third ? 3 : 2;
  const counts c = explore(threads, [&] { return std::make_unique<Scenario>(p, args...); });
  char dies[32] = "";
  if (p.dies_after >= 0) std::snprintf(dies, sizeof dies, "dies after %d", p.dies_after);
  if (p.refused > 0) std::snprintf(dies, sizeof dies, "refuses the %d.", p.refused);
  std::printf("%-30s %-14s %-18s %8lu interleavings, %9lu steps\n", what, dies,
              stops[static_cast<unsigned>(p.stopped)], c.different, c.steps);
  std::fflush(stdout);
}

/// The same with such a stop, where the context lives, dies, or refuses something.
template <class Scenario, class... Args>
void prove_stops(stop s, const char* what, const Args&... args) {
  for (int n = -1; n < 4; ++n) prove<Scenario>(what, {.stopped = s, .dies_after = n}, args...);
  for (int n = 2; n < 4; ++n) prove<Scenario>(what, {.stopped = s, .refused = n}, args...);
}

/// In all plans of two threads.
template <class Scenario, class... Args> void prove_on_two(const char* what, const Args&... args) {
  for (const stop s : {stop::never, stop::first, stop::last})
    prove_stops<Scenario>(s, what, args...);
}

/// In all plans of three.
template <class Scenario, class... Args>
void prove_on_three(const char* what, const Args&... args) {
  prove_stops<Scenario>(stop::by_third, what, args...);
}

}  // namespace interleaving
