// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What threads do with a gate.

#include <memory>
#include <vector>

#include "explorer.hpp"
#include "eyeballs/asio/runtime/gate.hpp"

namespace interleaving {

using eyeballs::detail::gate;
using eyeballs::detail::leaving;
using eyeballs::detail::passage;
using eyeballs::detail::work_item;

/// What it holds is no atomic: who runs it must know of who has pushed it.
struct event : work_item {
  explicit event(unsigned n) noexcept : work_item([](work_item&) noexcept {}), number(n) {}

  unsigned number;
};

/// Events of some threads, a gate, and what is done by who is in, without an atomic.
template <class Gate> class gate_scenario : public scenario {
 protected:
  gate_scenario(unsigned threads, unsigned of_each) : of_each_(of_each) {
    for (unsigned n = 0; n < threads * of_each; ++n) events_.push_back(std::make_unique<event>(n));
  }

  Gate& the_gate() noexcept { return gate_; }

  unsigned of_each() const noexcept { return of_each_; }

  std::unique_ptr<event>& event_of(unsigned thread, unsigned i) {
    return events_[(thread - 1) * of_each_ + i];
  }

  /// By who is in. An event may be gone as soon as it is run.
  void run_all(work_item* events) {
    while (events) {
      const unsigned number = static_cast<event*>(events)->number;
      events = events->next;
      events_[number].reset();
      ran_.push_back(number);
    }
  }

  /// By who is in, and leaves.
  void serve() {
    do run_all(gate_.take());
    while (gate_.leave() == leaving::still_in);
  }

  /// Each thread's were run in order.
  void check_order() {
    std::vector<unsigned> next(most_threads, 0);
    for (const unsigned n : ran_) {
      expect(n % of_each_ >= next[n / of_each_], "events of a thread are run in order");
      next[n / of_each_] = n % of_each_ + 1;
    }
  }

  std::size_t ran() const noexcept { return ran_.size(); }

  std::size_t left() const noexcept {
    std::size_t count = 0;
    for (const auto& e : events_) count += e != nullptr;
    return count;
  }

 private:
  const unsigned of_each_;
  std::vector<std::unique_ptr<event>> events_;
  Gate gate_;
  std::vector<unsigned> ran_;
};

enum class begins { free, occupied };

/// Each thread pushes its events. At first nobody is in, or thread 1 is.
template <class Gate> class pushers final : public gate_scenario<Gate> {
 public:
  pushers(begins b, unsigned threads, unsigned of_each)
      : gate_scenario<Gate>(threads, of_each), begins_(b) {
    if (b == begins::free) expect(this->the_gate().leave() == leaving::left, "it is free");
  }

 private:
  void run(unsigned thread) override {
    if (thread == 1 && begins_ == begins::occupied) this->serve();
    for (unsigned i = 0; i < this->of_each(); ++i)
      if (this->the_gate().push(*this->event_of(thread, i)) == passage::entered) this->serve();
  }

  void end() override {
    expect(this->the_gate().enter() == passage::entered, "nobody is in");
    expect(this->left() == 0, "each event is run");
    this->check_order();
  }

  const begins begins_;
};

/// Each thread enters, if it may, without an event.
template <class Gate> class entering final : public gate_scenario<Gate> {
 public:
  entering() : gate_scenario<Gate>(0, 1) {
    expect(this->the_gate().leave() == leaving::left, "it is free");
  }

 private:
  void run(unsigned) override {
    if (this->the_gate().enter() != passage::entered) return;
    ++entered_;
    expect(this->the_gate().leave() == leaving::left, "there are no events");
  }

  void end() override { expect(entered_ > 0, "the first one may"); }

  int entered_ = 0;
};

/// Thread 1 is in, and closes it.
template <class Gate> class closing final : public gate_scenario<Gate> {
 public:
  explicit closing(unsigned of_each) : gate_scenario<Gate>(most_threads, of_each) {}

 private:
  void run(unsigned thread) override {
    if (thread == 1) {
      gate_scenario<Gate>::run_all(this->the_gate().take());
      gate_scenario<Gate>::run_all(this->the_gate().close());
      return;
    }
    for (unsigned i = 0; i < this->of_each(); ++i) {
      std::unique_ptr<event>& mine = this->event_of(thread, i);
      const passage p = this->the_gate().push(*mine);
      expect(p != passage::entered, "nobody else is in");
      if (p == passage::closed) mine.reset();
    }
    pushed_[thread] = true;
  }

  void end() override {
    for (unsigned t = 2; t <= most_threads; ++t)
      for (unsigned i = 0; pushed_[t] && i < this->of_each(); ++i)
        expect(!this->event_of(t, i), "each event is run, or given back");
    expect(this->the_gate().enter() == passage::closed, "it stays closed");
    this->check_order();
  }

  bool pushed_[most_threads + 1] = {};
};

/// Thread 1 can do nothing for the events, and leaves them; the others run what they find.
template <class Gate> class leaving_events final : public gate_scenario<Gate> {
 public:
  leaving_events() : gate_scenario<Gate>(most_threads, 1) {
    expect(this->the_gate().leave() == leaving::left, "it is free");
  }

 private:
  void run(unsigned thread) override {
    pushed_[thread] = true;
    if (this->the_gate().push(*this->event_of(thread, 0)) != passage::entered) return;
    if (thread == 1) this->the_gate().leave_events();
    else this->serve();
  }

  void end() override {
    expect(this->the_gate().enter() == passage::entered, "nobody is in");
    gate_scenario<Gate>::run_all(this->the_gate().take());
    for (unsigned t = 1; t <= most_threads; ++t)
      if (pushed_[t]) expect(!this->event_of(t, 0), "each event is run");
  }

  bool pushed_[most_threads + 1] = {};
};

}  // namespace interleaving
