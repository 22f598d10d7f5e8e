// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Random trees of tasks, to depth 4: the library does what the model says, and leaves nothing
// behind; also where the virtual time is destroyed in the middle. A difference is made small before
// it is printed. RC_PARAMS="seed=1 max_success=1000" changes the run, an argument N does 1/N of it.

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "tree.hpp"
#include "tree_model.hpp"
#include "tree_play.hpp"

namespace {

using namespace proof;

/// Makes trees of one random number; the small ones first.
class maker {
 public:
  maker(std::uint64_t seed, int size) : random_(seed), budget_(3 + size / 3) {}

  tree make(bool abandoned) {
    tree t(make_node(4));
    t.place = static_cast<stop_place>(below(5));
    t.stop_at = below(7);
    if (abandoned) t.abandon_after = below(6);
    number(t.root);
    return t;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  node make_node(int depth) {
    --budget_;
    return depth == 0 || budget_ <= 0 || (depth < 4 && below(4) == 0) ? make_leaf()
                                                                      : make_inner(depth);
  }

  node make_leaf() {
    constexpr kind kinds[] = {
        kind::value,       kind::error, kind::throws,      kind::throws_int, kind::stops,
        kind::stop_point,  kind::asks,  kind::set,         kind::set,        kind::set,
        kind::read,        kind::read,  kind::read,        kind::read,       kind::sleep,
        kind::sleep,       kind::sleep, kind::sleep_error, kind::hang,       kind::sleep_error,
        kind::sleep_error, kind::hang,  kind::stubborn,    kind::stubborn};
    node n(kinds[below(std::size(kinds))]);
    n.time = below(7);
    n.variable = below(3) == 0;
    return n;
  }

  node make_inner(int depth) {
    constexpr kind kinds[] = {
        kind::race,    kind::race,       kind::race,       kind::join,         kind::join,
        kind::join,    kind::first_end,  kind::sequence,   kind::sequence,     kind::sequence,
        kind::timeout, kind::timeout,    kind::timeout,    kind::limited_race, kind::shield,
        kind::shield,  kind::as_outcome, kind::as_outcome, kind::as_outcome,   kind::as_result};
    node n(kinds[below(std::size(kinds))]);
    n.time = below(7);
    n.ranged = has_forms(n.what) && below(2);
    const bool many = has_many(n.what) || n.what == kind::limited_race;
    for (int i = many ? (below(12) ? 1 + below(4) : 0) : 1; i > 0; --i)
      n.children.push_back(make_node(depth - 1));
    return n;
  }

  std::mt19937_64 random_;
  int budget_;
};

/// Calls `f` with each way to make `n` a little smaller.
void smaller(const node& n, const std::function<void(node)>& f) {
  for (const node& child : n.children) f(child);
  if (!is_leaf(n.what)) f(node(kind::value));
  if (n.what != kind::value && is_leaf(n.what)) f(node(kind::value));
  const bool many = has_many(n.what) || n.what == kind::limited_race;
  for (std::size_t i = 0; i < n.children.size(); ++i) {
    if (many) {
      node fewer = n;
      fewer.children.erase(fewer.children.begin() + static_cast<std::ptrdiff_t>(i));
      f(std::move(fewer));
    }
    smaller(n.children[i], [&](node child) {
      node with = n;
      with.children[i] = std::move(child);
      f(std::move(with));
    });
  }
  const auto with = [&](auto change) {
    node other = n;
    change(other);
    f(std::move(other));
  };
  if (n.time > 0 && has_time(n.what)) {
    with([](node& o) { o.time = 0; });
    if (n.time > 1) with([](node& o) { --o.time; });
  }
  if (n.variable > 0) with([](node& o) { o.variable = 0; });
  if (n.ranged) with([](node& o) { o.ranged = false; });
  if (n.what == kind::throws || n.what == kind::throws_int)
    with([](node& o) { o.what = kind::error; });
}

std::vector<tree> smaller(const tree& t) {
  std::vector<tree> all;
  const auto add = [&](tree other) {
    number(other.root);
    all.push_back(std::move(other));
  };
  smaller(t.root, [&](node root) {
    tree other = t;
    other.root = std::move(root);
    add(std::move(other));
  });
  if (t.place != stop_place::none) {
    tree other = t;
    other.place = stop_place::none;
    add(other);
    if (t.stop_at > 0) {
      other = t;
      --other.stop_at;
      add(other);
    }
  }
  if (t.abandon_after > 0) {
    tree other = t;
    --other.abandon_after;
    add(other);
  }
  return all;
}

rc::Gen<tree> trees(bool abandoned) {
  return [abandoned](const rc::Random& random, int size) {
    tree t = maker(rc::Random(random).next(), size).make(abandoned);
    return rc::shrinkable::shrinkRecur(
        std::move(t), [](const tree& of) { return rc::seq::fromContainer(smaller(of)); });
  };
}

bool holds(const char* name, bool abandoned) {
  std::size_t played = 0, nodes = 0;
  const bool good = rc::check(name, [&] {
    const tree t = *trees(abandoned);
    ++played;
    nodes += size_of(t.root);
    const std::string difference = compare(t);
    if (!difference.empty()) RC_FAIL(difference);
  });
  std::cout << name << ": " << played << " trees of " << nodes << " tasks" << std::endl;
  return good;
}

}  // namespace

int main(int argc, char* argv[]) {
  const int part = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
  const char* given = std::getenv("RC_PARAMS");
  const std::string parameters =
      "seed=8305 max_success=" + std::to_string(250000 / part) + " " + (given ? given : "");
  setenv("RC_PARAMS", parameters.c_str(), 1);
  std::cout << "RC_PARAMS=\"" << parameters << "\"" << std::endl;
  const bool whole = holds("a tree does what the model says", false);
  const bool abandoned = holds("an abandoned tree does what the model says", true);
  return whole && abandoned ? 0 : 1;
}
