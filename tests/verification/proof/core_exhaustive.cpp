// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Every small tree of tasks, stopped at every instant: the library does what the model says, and
// leaves nothing behind. The trees come in the order of their size, so the first difference, which
// is printed, is a small one. An argument N plays every Nth only.

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>
#include <vector>

#include "tree.hpp"
#include "tree_model.hpp"
#include "tree_play.hpp"

namespace {

using namespace proof;

using nodes = std::vector<node>;

/// Calls `f` with all rows of `length` of these.
template <class F> void rows(const nodes& of, std::size_t length, nodes& row, const F& f) {
  if (row.size() == length) return f(row);
  for (const node& n : of) {
    row.push_back(n);
    rows(of, length, row, f);
    row.pop_back();
  }
}

/// All trees whose root is a group or has one child, with children of these.
template <class F> void above(const nodes& children, std::size_t most, const F& f) {
  for (const kind k : {kind::shield, kind::as_outcome})
    for (const node& n : children) f(node(k, 0, {n}));
  for (const int time : {0, 1, 2})
    for (const node& n : children) f(node(kind::timeout, time, {n}));
  for (std::size_t length = 0; length <= most; ++length) {
    nodes row;
    rows(children, length, row, [&](const nodes& r) {
      for (const kind k : {kind::race, kind::join}) f(node(k, 0, r));
    });
  }
}

class comparison {
 public:
  explicit comparison(std::size_t part) : part_(part) {}

  /// Plays a tree with each stop. The last instants are later than all that can happen in it.
  void all_stops(const node& n) {
    if (trees_++ % part_) return;
    tree t(n);
    take_turns(t.root);
    number(t.root);
    for (const stop_place place : {stop_place::none, stop_place::before_start}) one(t, place, 0);
    for (int at = 0; at <= 3; ++at)
      for (const stop_place place :
           {stop_place::armed_first, stop_place::armed_second, stop_place::last})
        one(t, place, at);
  }

  bool report(const char* what) {
    std::cout << what << ": " << trees_ << " trees, " << std::exchange(played_, 0) << " runs"
              << std::endl;
    trees_ = 0;
    return good_;
  }

 private:
  /// The ranged and the variadic forms of groups.
  void take_turns(node& n) {
    n.ranged = has_forms(n.what) && groups_++ % 5 < 2;
    for (node& child : n.children) take_turns(child);
  }

  void one(tree& t, stop_place place, int at) {
    if (!good_) return;
    t.place = place;
    t.stop_at = at;
    ++played_;
    const std::string difference = compare(t);
    if (difference.empty()) return;
    good_ = false;
    std::cout << difference;
  }

  std::size_t part_, trees_ = 0, played_ = 0, groups_ = 0;
  bool good_ = true;
};

}  // namespace

int main(int argc, char* argv[]) {
  comparison c(static_cast<std::size_t>(argc > 1 ? std::max(1, std::atoi(argv[1])) : 1));
  const auto play = [&](const node& n) { c.all_stops(n); };

  // A race of nothing fails at once too, but through the queue.
  const nodes leaves = {kind::race,
                        kind::value,
                        kind::error,
                        kind::stops,
                        kind::hang,
                        kind::stop_point,
                        node(kind::sleep, 0),
                        node(kind::sleep, 1),
                        node(kind::sleep, 2),
                        node(kind::sleep_error, 1),
                        node(kind::sleep_error, 2),
                        node(kind::stubborn, 1),
                        node(kind::stubborn, 2)};
  for (const node& n : leaves) play(n);
  above(leaves, 3, play);
  bool good = c.report("depth 1, up to 3 children");

  const nodes few = {kind::race,
                     kind::value,
                     kind::error,
                     kind::hang,
                     node(kind::sleep, 1),
                     node(kind::sleep_error, 1),
                     node(kind::stubborn, 2)};
  nodes inner = few;
  above(few, 2, [&](const node& n) { inner.push_back(n); });
  if (good) {
    above(inner, 2, play);
    good = c.report("depth 2, up to 2 children");
  }
  return good ? 0 : 1;
}
