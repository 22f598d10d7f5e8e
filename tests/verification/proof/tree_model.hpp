// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_TREE_MODEL_HPP
#define EYEBALLS_TESTS_PROOF_TREE_MODEL_HPP

// What a tree of tasks must do, without tasks: a simulation of events over a table of nodes. How a
// group ends is read off the list of what arrived at it, in the words of the semantics.
//
// The order of events is that of outside events, which is the order of arming among equal times
// (D18), and within a turn that of one FIFO queue, by these rules:
//   - Starting a child is a plain call. A task that ends within it lets its parent go on in place,
//     or is taken by its group there. All else that ends posts its parent: a wait, a group, a task.
//   - A wait that starts after the stop has arrived ends as stopped at once; a wait that has its
//     value at once, and a group that ends within its start, go on through the queue.
//   - A stop reaches the waits below it at once, in the order in which they began to listen, and
//     passes each group by one hop of the queue. It counts from its place there, as children's ends
//     count when the group takes them.
//   - A set variable posts its readers in the order in which they came.
// Not modelled: where in its turn a stopped task's frame is destroyed. See `compare` in tree_play.

#include <algorithm>
#include <cassert>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "tree.hpp"

namespace proof {

class tree_model {
 public:
  explicit tree_model(const tree& t) : tree_(t), states_(2 * size_of(t.root)) { add(t.root); }

  record run() {
    if (tree_.place == stop_place::before_start) tell(root_);
    if (tree_.place == stop_place::armed_first) arm(tree_.stop_at, {0, role::stop});
    if (start(0, root_)) ended();
    run_queue();
    if (tree_.place == stop_place::armed_second && !states_[0].ended)
      arm(tree_.stop_at, {0, role::stop});
    note_rest();
    bool asked = tree_.place != stop_place::last;
    while (turn_ != tree_.abandon_after) {
      const auto next = std::min_element(timers_.begin(), timers_.end());
      if (!asked && !states_[0].ended && (next == timers_.end() || next->due > tree_.stop_at)) {
        asked = true;
        now_ = tree_.stop_at;
        ++turn_;
        tell(root_);
      } else {
        if (next == timers_.end()) break;
        now_ = next->due;
        ++turn_;
        fire(next->who);
      }
      run_queue();
      note_rest();
    }
    if (!states_[0].ended) {  // abandoned, or nothing more can come
      ++turn_;
      abandoned_ = true;
      tell(shields_);
      tell(root_);
      run_queue();
      record_.end = "pending";
      record_.end_at = now_;
    }
    return std::move(record_);
  }

 private:
  enum class role { wait, limit, group, stop };  // what of a node listens or is armed

  struct part {
    int node;
    role what;
    bool operator==(const part&) const = default;
  };

  struct source {
    source* above = nullptr;  // whose stop somebody will pass on to this one
    bool arrived = false;
    std::vector<part> listeners;
  };
  enum class how { value, error, stopped };

  struct ending {
    how what = how::stopped;
    std::string text;
  };

  static constexpr int limit = -1, stop = -2;

  struct arrival {
    int child;  // its place among the children, or `limit`, or `stop`
    ending end;
  };

  struct state {
    kind what{};
    const node* n = nullptr;
    int owner = -1;
    bool is_task = true;  // or a group that is a child of a group
    bool starting = false, ended = false, was_stopped = false;
    source* hears = nullptr;
    std::size_t next = 0;  // of a sequence
    ending end;
    // Of a group:
    source below;
    std::vector<int> children;
    std::vector<arrival> arrived;
    int running = 0;
    bool settled = false, passing_on = false;
  };

  struct message {
    enum { goes_on, taken, passes_on } what;

    int node;
    int child = 0;
    ending end = {};
  };

  struct armed {
    int due, order;
    part who;

    bool operator<(const armed& o) const { return due != o.due ? due < o.due : order < o.order; }
  };

  static bool is_group(kind k) {
    return k == kind::race || k == kind::join || k == kind::first_end || k == kind::timeout ||
           k == kind::limited_race;
  }

  void add(const node& n) {
    state& s = states_[static_cast<std::size_t>(n.id)];
    s.what = n.what;
    s.n = &n;
    s.owner = n.parent;
    int above = n.id;
    if (n.what == kind::limited_race) {  // a timeout of a race
      const int inner = n.id + static_cast<int>(states_.size() / 2);
      s.what = kind::timeout;
      s.children = {inner};
      state& r = states_[static_cast<std::size_t>(inner)];
      r.what = kind::race;
      r.n = &n;
      r.owner = n.id;
      r.is_task = false;
      above = inner;
    }
    for (const node& child : n.children) {
      add(child);
      at(above).children.push_back(child.id);
      at(child.id).owner = above;
    }
  }

  state& at(int id) { return states_[static_cast<std::size_t>(id)]; }

  // What happens in an instant.

  void note(happening what, int id, std::string detail = {}) {
    record_.events.push_back({turn_, now_, id, what, std::move(detail)});
  }

  void note_rest() {
    note(happening::rest, 0,
         std::to_string(waits_) + " waits, " + std::to_string(timers_.size()) + " timers");
    record_.end_at = states_[0].ended ? record_.end_at : now_;
    if (!states_[0].ended) record_.end = "pending";
  }

  void post(message m) { queue_.push_back(std::move(m)); }

  void run_queue() {
    while (!queue_.empty()) {
      const message m = std::move(queue_.front());
      queue_.pop_front();
      switch (m.what) {
        case message::goes_on: go_on(m.node); break;
        case message::taken:
          take(m.node, m.child, m.end);
          close_group(m.node);
          break;
        case message::passes_on: pass_on(m.node); break;
      }
    }
  }

  void arm(int due, part who) { timers_.push_back({due, ++armings_, who}); }

  void disarm(part who) {
    std::erase_if(timers_, [&](const armed& a) { return a.who == who; });
  }

  void fire(part who) {
    disarm(who);
    if (who.what == role::stop) return tell(root_);
    --waits_;
    end_wait(who, {how::value, {}});
  }

  void end_wait(part who, ending e) {
    state& s = at(who.node);
    source& from = who.what == role::limit ? s.below : *s.hears;
    std::erase(from.listeners, who);
    if (who.what == role::limit) return post({message::taken, who.node, limit, std::move(e)});
    s.was_stopped = e.what == how::stopped;
    post({message::goes_on, who.node});
  }

  void tell(source& s) {
    if (std::exchange(s.arrived, true)) return;
    while (!s.listeners.empty()) {
      const part who = s.listeners.front();
      s.listeners.erase(s.listeners.begin());
      if (who.what == role::group) {
        at(who.node).passing_on = true;
        post({message::passes_on, who.node});
      } else {
        disarm(who);
        for (variable& v : variables_) std::erase(v.readers, who.node);
        --waits_;
        end_wait(who, {});
      }
    }
  }

  static bool requested(const source* s) {
    while (s && !s->arrived) s = s->above;
    return s;
  }

  // Tasks.

  /// True: it has ended, at once.
  bool start(int id, source& hears) {
    state& s = at(id);
    s.hears = &hears;
    if (!s.is_task) return start_group(id);
    note(happening::starts, id);
    s.starting = true;
    begin(id);
    s.starting = false;
    return s.ended;
  }

  void finish(int id, ending e) {
    state& s = at(id);
    note(e.what == how::value   ? happening::value
         : e.what == how::error ? happening::fails
                                : happening::stopped,
         id, e.text);
    s.end = std::move(e);
    s.ended = true;
    if (s.starting) return;
    if (s.owner < 0) return ended();
    state& owner = at(s.owner);
    if (!is_group(owner.what)) return post({message::goes_on, s.owner});
    const auto place = std::find(owner.children.begin(), owner.children.end(), id);
    post({message::taken, s.owner, static_cast<int>(place - owner.children.begin()), s.end});
  }

  void ended() {
    constexpr const char* kinds[] = {"value ", "error ", "stopped"};
    record_.end = kinds[static_cast<int>(states_[0].end.what)] + states_[0].end.text;
    record_.end_at = now_;
    disarm({0, role::stop});
  }

  ending value_of(int id, const std::string& more = {}) {
    return {how::value, std::to_string(id) + more};
  }

  ending error_of(int id) { return {how::error, "e" + std::to_string(id)}; }

  ending looked_at(int id, const ending& e) {
    constexpr const char* kinds[] = {"{value ", "{error ", "{stopped"};
    return value_of(id, kinds[static_cast<int>(e.what)] + e.text + "}");
  }

  void begin(int id) {
    state& s = at(id);
    switch (s.what) {
      case kind::value: return finish(id, value_of(id));
      case kind::error:
      case kind::throws: return finish(id, error_of(id));
      case kind::throws_int: return finish(id, {how::error, "exception"});
      case kind::stops: return finish(id, {});
      case kind::stop_point: return finish(id, requested(s.hears) ? ending() : value_of(id));
      case kind::asks:
        note(happening::asked, id, requested(s.hears) ? "yes" : "no");
        return finish(id, value_of(id));
      case kind::set: {
        variable& v = variables_[s.n->variable];
        const bool first = v.setter < 0;
        if (first) {
          v.setter = id;
          for (const int reader : std::exchange(v.readers, {})) {
            --waits_;
            end_wait({reader, role::wait}, {how::value, {}});
          }
        }
        return finish(id, value_of(id, first ? " first" : " late"));
      }
      case kind::read:
        if (!wait(id)) return;
        if (variables_[s.n->variable].setter < 0)
          return variables_[s.n->variable].readers.push_back(id);
        --waits_;
        return end_wait({id, role::wait}, {how::value, {}});
      case kind::stubborn: s.hears = &shields_; [[fallthrough]];
      case kind::sleep:
      case kind::sleep_error:
        if (wait(id)) arm(now_ + s.n->time, {id, role::wait});
        return;
      case kind::hang: wait(id); return;
      case kind::sequence: return next_in_row(id);
      case kind::shield:
      case kind::as_outcome:
      case kind::as_result:
        if (start(s.children[0], s.what == kind::shield ? shields_ : *s.hears)) after_child(id);
        return;
      case kind::race:
      case kind::join:
      case kind::first_end:
      case kind::timeout:
      case kind::limited_race:
        if (!start_group(id)) return;
        if (s.end.what == how::stopped) return finish(id, {});
        return post({message::goes_on, id});
    }
  }

  /// Begins to wait; false: it was stopped at once.
  bool wait(int id) {
    state& s = at(id);
    if (s.hears->arrived || abandoned_) return finish(id, {}), false;
    s.hears->listeners.push_back({id, role::wait});
    return ++waits_, true;
  }

  void go_on(int id) {
    state& s = at(id);
    if (is_group(s.what)) return finish(id, s.end);
    if (s.what == kind::sequence) {
      if (child_in_row_ended(id)) next_in_row(id);
      return;
    }
    if (!is_leaf(s.what)) return after_child(id);
    if (s.was_stopped) return finish(id, {});
    if (s.what == kind::sleep_error) return finish(id, error_of(id));
    if (s.what == kind::read)
      return finish(id, value_of(id, "<-" + std::to_string(variables_[s.n->variable].setter)));
    finish(id, value_of(id));
  }

  void after_child(int id) {
    state& s = at(id);
    const ending& e = at(s.children[0]).end;
    const bool looks =
        s.what == kind::as_outcome || (s.what == kind::as_result && e.what != how::stopped);
    finish(id, looks ? looked_at(id, e) : e);
  }

  bool child_in_row_ended(int id) {
    state& s = at(id);
    const ending& e = at(s.children[s.next++]).end;
    if (e.what != how::value) return finish(id, e), false;
    return true;
  }

  void next_in_row(int id) {
    state& s = at(id);
    while (s.next < s.children.size()) {
      if (!start(s.children[s.next], *s.hears)) return;
      if (!child_in_row_ended(id)) return;
    }
    finish(id, s.children.empty() ? value_of(id) : at(s.children.back()).end);
  }

  // Groups.

  bool start_group(int id) {
    state& g = at(id);
    if (g.hears->arrived) return g.end = {}, true;
    g.hears->listeners.push_back({id, role::group});
    g.below.above = g.hears;
    if (g.what == kind::timeout) {
      ++g.running;
      if (abandoned_) {
        take(id, limit, {});
      } else {
        ++waits_;
        g.below.listeners.push_back({id, role::limit});
        arm(now_ + g.n->time, {id, role::limit});
      }
    }
    for (std::size_t i = 0; i < g.children.size() && !g.settled; ++i) {
      ++g.running;
      if (start(g.children[i], g.below)) take(id, static_cast<int>(i), at(g.children[i]).end);
    }
    return over(id);
  }

  bool over(int id) {
    state& g = at(id);
    if (g.running || g.passing_on) return false;
    std::erase(g.hears->listeners, part{id, role::group});
    g.end = verdict(g);
    return true;
  }

  void close_group(int id) {
    if (!over(id)) return;
    if (at(id).is_task) post({message::goes_on, id});
    else post({message::taken, at(id).owner, 0, at(id).end});
  }

  /// The first arrival that settles a group stops the others.
  void take(int id, int child, const ending& e) {
    state& g = at(id);
    --g.running;
    const bool settles = g.what == kind::race   ? e.what == how::value
                         : g.what == kind::join ? e.what == how::error && !heard_stop(g)
                                                : true;
    g.arrived.push_back({child, e});
    if (settles && !std::exchange(g.settled, true)) tell(g.below);
  }

  void pass_on(int id) {
    state& g = at(id);
    g.passing_on = false;
    if (g.running) g.arrived.push_back({stop, {}});  // else it would rewrite a result
    tell(g.below);
    close_group(id);
  }

  static bool heard_stop(const state& g) {
    return std::any_of(g.arrived.begin(), g.arrived.end(),
                       [](const arrival& a) { return a.child == stop; });
  }

  static const arrival* first(const state& g, how what) {
    for (const arrival& a : g.arrived)
      if (a.child >= 0 && a.end.what == what) return &a;
    return nullptr;
  }

  ending verdict(const state& g) {
    switch (g.what) {
      case kind::race: {
        // "Any success -> the value; else any stopped child or a stopped parent -> stopped; else
        // one error with all errors as causes, in child order."
        if (const arrival* winner = first(g, how::value)) return winner->end;
        if (first(g, how::stopped) || heard_stop(g)) return {};
        if (g.children.empty()) return {how::error, "nothing"};
        std::vector<std::string> causes(g.children.size());
        for (const arrival& a : g.arrived) causes[static_cast<std::size_t>(a.child)] = a.end.text;
        std::string text = causes.front().substr(0, causes.front().find('(')) + "(";
        for (const auto& c : causes) text += (&c == &causes.front() ? "" : "; ") + c;
        return {how::error, text + ")"};
      }
      case kind::join: {
        // "The first error is the error, unless the parent's stop came before it (stopped); else
        // any stopped child -> stopped." A stop rewrites no values.
        for (const arrival& a : g.arrived) {
          if (a.child == stop && first(g, how::error)) return {};
          if (a.child >= 0 && a.end.what == how::error) return a.end;
          if (a.child == stop) break;
        }
        if (first(g, how::stopped)) return {};
        std::vector<std::string> values(g.children.size());
        for (const arrival& a : g.arrived)
          if (a.child >= 0) values[static_cast<std::size_t>(a.child)] = a.end.text;
        std::string text = "[";
        for (const auto& v : values) text += (&v == &values.front() ? "" : " ") + v;
        return {how::value, text + "]"};
      }
      case kind::first_end: {
        // However a child ends, it succeeds: the first to arrive is the value.
        if (g.arrived.empty()) return {how::error, "nothing"};
        for (const arrival& a : g.arrived)
          if (a.child >= 0) return looked_at(g.n->id, a.end);
        return {};
      }
      default: {
        // "Whichever of the task's end, the time and the stop came first decides."
        const arrival& came_first = g.arrived.front();
        if (came_first.child == limit && came_first.end.what == how::value)
          return {how::error, "timed_out"};
        return came_first.end;
      }
    }
  }

  struct variable {
    int setter = -1;
    std::vector<int> readers;
  };

  const tree& tree_;
  std::vector<state> states_;  // by node, then the races of `limited_race`s, by node
  source root_, shields_;
  variable variables_[2];
  std::deque<message> queue_;
  std::vector<armed> timers_;
  int now_ = 0, turn_ = 0, armings_ = 0, waits_ = 0;
  bool abandoned_ = false;
  record record_;
};

}  // namespace proof

#endif
