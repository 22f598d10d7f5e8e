// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_TREE_HPP
#define EYEBALLS_TESTS_PROOF_TREE_HPP

// A tree of tasks as plain data: what each one does, and when the whole is stopped or abandoned. It
// is played twice, by the model (tree_model.hpp) and by the library (tree_play.hpp), and both write
// the same kind of record.

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace proof {

enum class kind {
  // Leaves: each is a task.
  value,        // a value at once
  error,        // an error at once, as data
  throws,       // a std::system_error at once
  throws_int,   // an int at once
  stops,        // ends stopped by itself
  stop_point,   // a value, or stopped after a stop
  asks,         // notes whether a stop was requested; a value
  set,          // sets a variable; a value that says whether it was first
  read,         // reads a variable; a value that says who set it
  sleep,        // a value after a time
  sleep_error,  // an error after a time
  hang,         // waits until stopped
  stubborn,     // a value after a time, stopped or not
  // Of any number of children.
  race,
  join,
  first_end,  // a race of `as_outcome`s
  sequence,   // one after another in one task: the last one's value
  // Of one child.
  timeout,
  limited_race,  // timeout(race(children), time), with no task between
  shield,
  as_outcome,  // a value however the child ends, which says how
  as_result,   // a value unless the child is stopped
};
constexpr const char* names[] = {"value",      "error",    "throws",   "throws_int",   "stops",
                                 "stop_point", "asks",     "set",      "read",         "sleep",
                                 "fail",       "hang",     "stubborn", "race",         "join",
                                 "first_end",  "then",     "timeout",  "limited_race", "shield",
                                 "as_outcome", "as_result"};

constexpr bool is_leaf(kind k) { return k <= kind::stubborn; }

constexpr bool has_time(kind k) {
  return k == kind::sleep || k == kind::sleep_error || k == kind::stubborn || k == kind::timeout ||
         k == kind::limited_race;
}

constexpr bool has_variable(kind k) { return k == kind::set || k == kind::read; }

/// Whether its children are the children of one group, or several in a row.
constexpr bool has_many(kind k) { return k >= kind::race && k <= kind::sequence; }

constexpr bool has_forms(kind k) { return k == kind::race || k == kind::join; }

struct node {
  node(kind k, int t = 0) : what(k), time(t) {}

  node(kind k, int t, std::vector<node> c) : what(k), time(t), children(std::move(c)) {}

  kind what;
  int time;             // in milliseconds
  int variable = 0;     // 0 or 1
  bool ranged = false;  // race and join: of a range, and awaited with exceptions; or of arguments
  int id = 0;           // see `number`
  int parent = -1;
  std::vector<node> children;
};

enum class stop_place {
  none,
  before_start,  // requested before the tree starts
  armed_first,   // a timer that was armed before the tree starts
  armed_second,  // a timer that was armed when the tree has started
  last           // when all else of the instant has happened
};

struct tree {
  explicit tree(node n) : root(std::move(n)) {}

  node root;
  stop_place place = stop_place::none;
  int stop_at = 0;         // in milliseconds
  int abandon_after = -1;  // so many turns, or never
};

/// Numbers the nodes from `next` in the order in which they are written.
inline int number(node& n, int next = 0, int parent = -1) {
  n.id = next++;
  n.parent = parent;
  for (node& child : n.children) next = number(child, next, n.id);
  return next;
}

inline std::size_t size_of(const node& n) {
  std::size_t size = 1;
  for (const node& child : n.children) size += size_of(child);
  return size;
}

inline std::ostream& operator<<(std::ostream& out, const node& n) {
  out << names[static_cast<int>(n.what)] << '#' << n.id;
  if (n.ranged) out << " range";
  if (has_variable(n.what)) out << ' ' << "xy"[n.variable];
  if (has_time(n.what)) out << ' ' << n.time << "ms";
  if (is_leaf(n.what)) return out;
  out << '(';
  for (const node& child : n.children) out << (&child == &n.children.front() ? "" : ", ") << child;
  return out << ')';
}

inline std::ostream& operator<<(std::ostream& out, const tree& t) {
  out << t.root;
  switch (t.place) {
    case stop_place::none: break;
    case stop_place::before_start: out << ", stopped before it starts"; break;
    case stop_place::armed_first:
      out << ", stopped at " << t.stop_at << "ms, armed before it starts";
      break;
    case stop_place::armed_second:
      out << ", stopped at " << t.stop_at << "ms, armed after it has started";
      break;
    case stop_place::last:
      out << ", stopped at " << t.stop_at << "ms, after all else of that instant";
  }
  if (t.abandon_after >= 0) out << ", abandoned after " << t.abandon_after << " turns";
  return out;
}

// The record of a run.

enum class happening { starts, value, fails, asked, stopped, rest };

struct event {
  int turn, at;  // the outside events so far; the time in milliseconds
  int node;
  happening what;
  std::string detail;  // which value, which error, what is waited for
  bool operator==(const event&) const = default;
};

struct record {
  std::vector<event> events;
  std::string end;  // of the root: "value ...", "error ...", "stopped", or "pending"
  int end_at = -1;
  bool operator==(const record&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const event& e) {
  constexpr const char* verbs[] = {" starts", " ok ", " fails ", " is asked to stop: ", " stopped"};
  out << "  turn " << e.turn << ", " << e.at << "ms: ";
  if (e.what == happening::rest) return out << e.detail;
  return out << '#' << e.node << verbs[static_cast<int>(e.what)] << e.detail;
}

inline std::ostream& operator<<(std::ostream& out, const record& r) {
  for (const event& e : r.events) out << e << '\n';
  return out << "  the end: " << r.end << " at " << r.end_at << "ms\n";
}

}  // namespace proof

#endif
