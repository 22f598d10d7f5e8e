// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_TREE_PLAY_HPP
#define EYEBALLS_TESTS_PROOF_TREE_PLAY_HPP

// Plays a tree with the library, in virtual time. Besides the record it finds faults that need no
// model: something alive when the tree has ended or was abandoned, a parent that ends before its
// children, an event after the end, a catch that saw a stop, a wait that starts after abandonment.

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "eyeballs/eyeballs.hpp"
#include "eyeballs/testing/virtual_time.hpp"
#include "support/frames.hpp"
#include "tree.hpp"
#include "tree_model.hpp"

namespace proof {

/// The errors of leaves: the code is the leaf's number.
inline const std::error_category& leaf_category() {
  static const struct : std::error_category {
    const char* name() const noexcept override { return "leaf"; }

    std::string message(int value) const override { return "e" + std::to_string(value); }
  } category;

  return category;
}

inline std::error_code leaf_error(const node& n) { return {n.id, leaf_category()}; }

/// An error as the model writes it: the code, and the causes in their order.
inline std::string text_of(const eyeballs::error& e) {
  std::string text = e.code().category() == leaf_category()        ? e.code().message()
                     : e.code() == std::errc::timed_out            ? "timed_out"
                     : e.code() == eyeballs::errc::exception       ? "exception"
                     : e.code() == eyeballs::errc::nothing_to_race ? "nothing"
                                                                   : "?" + e.code().message();
  if (e.causes().empty()) return text;
  for (const auto& c : e.causes()) text += (&c == &e.causes().front() ? "(" : "; ") + text_of(c);
  return text + ")";
}

/// What all tasks yield: says where it is from, and counts those that live.
class value {
 public:
  value(std::string from, int& live) : from_(std::move(from)), live_(&live) { ++live; }

  value(value&& other) noexcept
      : from_(std::move(other.from_)), live_(std::exchange(other.live_, nullptr)) {}

  value& operator=(value&& other) noexcept {
    std::swap(from_, other.from_);
    std::swap(live_, other.live_);
    return *this;
  }

  ~value() {
    if (live_) --*live_;
  }

  const std::string& from() const { return from_; }

 private:
  std::string from_;
  int* live_;
};

/// What one tree is played on.
class stage {
 public:
  explicit stage(const tree& t) : open_(size_of(t.root)) {}

  void note(happening what, int node, std::string detail = {}) {
    if (over) fault("an event after the end", node);
    events.push_back({turn, now(), node, what, std::move(detail)});
  }

  void fault(const std::string& what, int node) {
    faults.push_back("#" + std::to_string(node) + ": " + what);
  }

  int now() const {
    using namespace std::chrono;
    return static_cast<int>(duration_cast<milliseconds>(time->elapsed()).count());
  }

  void enter(const node& n) {
    ++alive;
    if (n.parent >= 0) ++open_[static_cast<std::size_t>(n.parent)];
    note(happening::starts, n.id);
  }

  void leave(const node& n) {
    --alive;
    if (n.parent >= 0) --open_[static_cast<std::size_t>(n.parent)];
    expect_alone(n);
  }

  void expect_alone(const node& n) {
    if (open_[static_cast<std::size_t>(n.id)]) fault("ends before its children", n.id);
  }

  support::counting_frames frames;
  eyeballs::virtual_time* time = nullptr;
  eyeballs::dataflow_variable<int> variables[2];
  std::vector<event> events;
  std::vector<std::string> faults;
  int turn = 0;
  int alive = 0, values = 0;  // tasks that have started, and values
  bool over = false, abandoned = false;

 private:
  std::vector<int> open_;  // children that have started and are still there
};

/// The body of a task is inside of one: notes that it starts, how it ends, and if it does not.
class scope {
 public:
  scope(stage& s, const node& n) : stage_(s), node_(n) { s.enter(n); }

  scope(const scope&) = delete;

  ~scope() {
    if (!ended_) stage_.note(happening::stopped, node_.id);
    stage_.leave(node_);
  }

  value ok(std::string from) {
    end(happening::value, from);
    return value(std::move(from), stage_.values);
  }

  value own(const std::string& more = {}) { return ok(std::to_string(node_.id) + more); }

  value pass(value v) { return ok(v.from()); }

  /// Of the error on its way.
  void fails(const eyeballs::error& e) { end(happening::fails, text_of(e)); }

  void fails(std::error_code code) { fails(eyeballs::error(code)); }

  eyeballs::failure pass(eyeballs::error e) {
    fails(e);
    return eyeballs::fail(std::move(e));
  }

  template <class End> value looked_at(const End& e) {
    if (e.has_value()) return own("{value " + (*e).from() + "}");
    if (e.has_error()) return own("{error " + text_of(e.error()) + "}");
    return own("{stopped}");
  }

 private:
  void end(happening how, std::string what) {
    ended_ = true;
    stage_.expect_alone(node_);
    stage_.note(how, node_.id, std::move(what));
  }

  stage& stage_;
  const node& node_;
  bool ended_ = false;
};

/// A wait that must not begin once the tree is abandoned.
template <class Wait> class watched {
 public:
  using value_type = typename Wait::value_type;

  watched(stage& s, const node& n, Wait w) : stage_(&s), node_(&n), wait_(std::move(w)) {}

  eyeballs::start_result start(eyeballs::environment here, eyeballs::detail::work_item& waiter) {
    const eyeballs::start_result how = wait_.start(here, waiter);
    const bool refused = how == eyeballs::start_result::ended && wait_.stopped();
    if (stage_->abandoned && !refused) stage_->fault("a wait starts after abandonment", node_->id);
    return how;
  }

  bool stopped() const noexcept { return wait_.stopped(); }

  auto take() { return wait_.take(); }

 private:
  stage* stage_;
  const node* node_;
  Wait wait_;
};

using node_task = eyeballs::task<value>;
node_task play(stage& s, const node& n);

inline std::chrono::milliseconds time_of(const node& n) {
  return std::chrono::milliseconds(n.time);
}

inline std::vector<node_task> children_of(stage& s, const node& n) {
  std::vector<node_task> tasks;
  for (const node& child : n.children) tasks.push_back(play(s, child));
  return tasks;
}

// Leaves.

inline node_task play_value(stage& s, const node& n) {
  scope here(s, n);
  co_return here.own();
}

inline node_task play_error(stage& s, const node& n) {
  scope here(s, n);
  co_return here.pass(eyeballs::error(leaf_error(n)));
}

inline node_task play_throws(stage& s, const node& n) {
  scope here(s, n);
  if (n.what == kind::throws) {
    here.fails(leaf_error(n));
    throw std::system_error(leaf_error(n));
  }
  here.fails(make_error_code(eyeballs::errc::exception));
  throw n.id;
  co_return here.own();
}

inline node_task play_stops(stage& s, const node& n) {
  scope here(s, n);
  co_await eyeballs::stopped;
  co_return here.own();
}

inline node_task play_stop_point(stage& s, const node& n) {
  scope here(s, n);
  co_await eyeballs::stop_point();
  co_return here.own();
}

inline node_task play_asks(stage& s, const node& n) {
  scope here(s, n);
  const bool asked = co_await eyeballs::stop_requested();
  s.note(happening::asked, n.id, asked ? "yes" : "no");
  co_return here.own();
}

inline node_task play_set(stage& s, const node& n) {
  scope here(s, n);
  const bool first = s.variables[n.variable].set(n.id);
  co_return here.own(first ? " first" : " late");
}

inline node_task play_read(stage& s, const node& n) {
  scope here(s, n);
  const int& setter = co_await watched(s, n, s.variables[n.variable].wait());
  co_return here.own("<-" + std::to_string(setter));
}

inline node_task play_sleep(stage& s, const node& n) {
  scope here(s, n);
  co_await watched(s, n, eyeballs::sleep(time_of(n)));
  if (n.what == kind::sleep_error) co_return here.pass(eyeballs::error(leaf_error(n)));
  co_return here.own();
}

inline node_task play_hang(stage& s, const node& n) {
  scope here(s, n);
  co_await watched(s, n, eyeballs::never());
  co_return here.own();
}

inline node_task play_stubborn(stage& s, const node& n) {
  scope here(s, n);
  co_await eyeballs::shield(watched(s, n, eyeballs::sleep(time_of(n))));
  co_return here.own();
}

// Of children. The ranged forms, and what has one child, are awaited with exceptions and a catch
// that must see errors only; the variadic forms without.

/// The error on its way, noted.
inline void caught(scope& here) { here.fails(eyeballs::error::current()); }

inline value joined(scope& here, const std::vector<value>& values) {
  std::string text = "[";
  for (const value& v : values) text += (&v == &values.front() ? "" : " ") + v.from();
  return here.ok(text + "]");
}

template <class... Values> std::vector<value> listed(std::tuple<Values...> values) {
  std::vector<value> list;
  std::apply([&](auto&... v) { (list.push_back(std::move(v)), ...); }, values);
  return list;
}

inline node_task play_race_range(stage& s, const node& n) {
  scope here(s, n);
  try {
    value v = co_await eyeballs::race(children_of(s, n));
    co_return here.pass(std::move(v));
  } catch (...) { caught(here), throw; }
}

inline node_task play_join_range(stage& s, const node& n) {
  scope here(s, n);
  try {
    const std::vector<value> values = co_await eyeballs::join(children_of(s, n));
    co_return joined(here, values);
  } catch (...) { caught(here), throw; }
}

template <class... Tasks> node_task play_race(stage& s, const node& n, Tasks... tasks) {
  scope here(s, n);
  auto end = co_await eyeballs::as_result(eyeballs::race(std::move(tasks)...));
  if (!end) co_return here.pass(std::move(end).error());
  co_return here.pass(*std::move(end));
}

template <class... Tasks> node_task play_join(stage& s, const node& n, Tasks... tasks) {
  scope here(s, n);
  auto end = co_await eyeballs::as_result(eyeballs::join(std::move(tasks)...));
  if (!end) co_return here.pass(std::move(end).error());
  const std::vector<value> values = listed(*std::move(end));
  co_return joined(here, values);
}

inline node_task play_first_end(stage& s, const node& n) {
  scope here(s, n);
  std::vector<decltype(eyeballs::as_outcome(play(s, n)))> ends;
  for (const node& child : n.children) ends.push_back(eyeballs::as_outcome(play(s, child)));
  auto first = co_await eyeballs::as_result(eyeballs::race(std::move(ends)));
  if (!first) co_return here.pass(std::move(first).error());
  co_return here.looked_at(*first);
}

inline node_task play_sequence(stage& s, const node& n) {
  scope here(s, n);
  std::string from = std::to_string(n.id);
  try {
    for (const node& child : n.children) {
      const value v = co_await play(s, child);
      from = v.from();
    }
    co_return here.ok(from);
  } catch (...) { caught(here), throw; }
}

inline node_task play_timeout(stage& s, const node& n) {
  scope here(s, n);
  try {
    value v = co_await eyeballs::timeout(play(s, n.children[0]), time_of(n));
    co_return here.pass(std::move(v));
  } catch (...) { caught(here), throw; }
}

inline node_task play_limited_race(stage& s, const node& n) {
  scope here(s, n);
  auto race = eyeballs::race(children_of(s, n));
  auto end = co_await eyeballs::as_result(eyeballs::timeout(std::move(race), time_of(n)));
  if (!end) co_return here.pass(std::move(end).error());
  co_return here.pass(*std::move(end));
}

inline node_task play_shield(stage& s, const node& n) {
  scope here(s, n);
  try {
    value v = co_await eyeballs::shield(play(s, n.children[0]));
    co_return here.pass(std::move(v));
  } catch (...) { caught(here), throw; }
}

inline node_task play_as_outcome(stage& s, const node& n) {
  scope here(s, n);
  const auto end = co_await eyeballs::as_outcome(play(s, n.children[0]));
  co_return here.looked_at(end);
}

inline node_task play_as_result(stage& s, const node& n) {
  scope here(s, n);
  const auto end = co_await eyeballs::as_result(play(s, n.children[0]));
  co_return here.looked_at(end);
}

inline node_task play(stage& s, const node& n) {
  const auto child = [&](std::size_t i) { return play(s, n.children[i]); };
  const std::size_t forms = n.ranged ? 0 : n.children.size();
  switch (n.what) {
    case kind::value: return play_value(s, n);
    case kind::error: return play_error(s, n);
    case kind::throws:
    case kind::throws_int: return play_throws(s, n);
    case kind::stops: return play_stops(s, n);
    case kind::stop_point: return play_stop_point(s, n);
    case kind::asks: return play_asks(s, n);
    case kind::set: return play_set(s, n);
    case kind::read: return play_read(s, n);
    case kind::sleep:
    case kind::sleep_error: return play_sleep(s, n);
    case kind::hang: return play_hang(s, n);
    case kind::stubborn: return play_stubborn(s, n);
    case kind::race:
      if (forms == 1) return play_race(s, n, child(0));
      if (forms == 2) return play_race(s, n, child(0), child(1));
      if (forms == 3) return play_race(s, n, child(0), child(1), child(2));
      return play_race_range(s, n);
    case kind::join:
      if (forms == 1) return play_join(s, n, child(0));
      if (forms == 2) return play_join(s, n, child(0), child(1));
      if (forms == 3) return play_join(s, n, child(0), child(1), child(2));
      return play_join_range(s, n);
    case kind::first_end: return play_first_end(s, n);
    case kind::sequence: return play_sequence(s, n);
    case kind::timeout: return play_timeout(s, n);
    case kind::limited_race: return play_limited_race(s, n);
    case kind::shield: return play_shield(s, n);
    case kind::as_outcome: return play_as_outcome(s, n);
    case kind::as_result: return play_as_result(s, n);
  }
  throw std::logic_error("a node of no kind");
}

/// The root waits until the stop is planned, whatever was asked before.
inline node_task play_after(eyeballs::dataflow_variable<>& go, stage& s, const tree& t) {
  co_await eyeballs::shield(go);
  auto end = co_await eyeballs::as_result(play(s, t.root));
  if (!end) co_return eyeballs::fail(std::move(end).error());
  co_return *std::move(end);
}

struct played {
  record what;
  std::vector<std::string> faults;
};

inline played play(const tree& t) {
  using std::chrono::milliseconds;
  stage s(t);
  record r;
  const auto expect = [&](bool good, const char* what) {
    if (!good) s.faults.push_back(what);
  };
  eyeballs::dataflow_variable<> go;
  {
    eyeballs::virtual_time time(&s.frames);
    s.time = &time;
    auto& root = time.start(play_after(go, s, t));
    const auto rest = [&] {
      if (root.ended() && !std::exchange(s.over, true)) {
        auto& end = root.end();
        r.end = end.has_value()   ? "value " + (*end).from()
                : end.has_error() ? "error " + text_of(end.error())
                                  : "stopped";
        r.end_at = s.now();
        const bool yields = end.has_value();
        expect(s.values == (yields ? 1 : 0), "a value is alive after the end");
        expect(s.alive == 0, "a task is alive after the end");
        expect(s.frames.live() == 0, "a frame is alive after the end");
        expect(time.pending().waits == 0, "a wait is alive after the end");
        expect(time.pending().timers == 0, "a timer is alive after the end");
      }
      s.events.push_back({s.turn, s.now(), 0, happening::rest,
                          std::to_string(time.pending().waits) + " waits, " +
                              std::to_string(time.pending().timers) + " timers"});
    };
    const milliseconds stop_at(t.stop_at);
    if (t.place == stop_place::before_start) root.request_stop();
    if (t.place == stop_place::armed_first) root.stop_at(stop_at);
    go.set();
    time.step();
    if (t.place == stop_place::armed_second) root.stop_at(stop_at);
    rest();
    bool asked = t.place != stop_place::last;
    while (s.turn != t.abandon_after) {
      const auto next = time.pending().next;
      if (!asked && !root.ended() && (!next || *next > stop_at)) {
        asked = true;
        time.run_until(stop_at);
        ++s.turn;
        root.request_stop();
      } else {
        ++s.turn;
        if (!time.step()) break;
      }
      rest();
    }
    if (!root.ended()) {
      r.end = "pending";
      r.end_at = s.now();
      s.turn = s.events.back().turn + 1;
      s.abandoned = true;
    }
  }
  expect(s.values == 0, "a value is alive after all");
  expect(s.alive == 0, "a task is alive after all");
  expect(s.frames.live() == 0, "a frame is alive after all");
  r.events = std::move(s.events);
  return {std::move(r), std::move(s.faults)};
}

/// Where in its turn a stopped task is destroyed is promised only so far that its parent is still
/// there (which the stage checks): so these events are compared in the order of the nodes, behind
/// all else of their turn.
inline record normalised(record r) {
  std::vector<event> events, stopped;
  const auto end_turn = [&] {
    std::sort(stopped.begin(), stopped.end(), [](const event& a, const event& b) {
      return a.what != b.what ? a.what < b.what : a.node < b.node;
    });
    std::move(stopped.begin(), stopped.end(), std::back_inserter(events));
    stopped.clear();
  };
  int turn = 0;
  for (event& e : r.events) {
    if (std::exchange(turn, e.turn) != e.turn) end_turn();
    (e.what < happening::stopped ? events : stopped).push_back(std::move(e));
  }
  end_turn();
  r.events = std::move(events);
  return r;
}

/// Plays a tree twice. The differences and faults as text, both records below; empty if none.
inline std::string compare(const tree& t) {
  const record expected = normalised(tree_model(t).run());
  played p = play(t);
  const record what = normalised(std::move(p.what));
  if (what == expected && p.faults.empty()) return {};
  std::ostringstream text;
  text << "the tree: " << t << '\n';
  for (const auto& f : p.faults) text << "fault: " << f << '\n';
  const bool same = what == expected;
  if (!same) text << "the model says:\n" << expected;
  text << (same ? "the model and the library say:\n" : "the library says:\n") << what;
  return text.str();
}

}  // namespace proof

#endif
