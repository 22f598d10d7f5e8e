// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Armed timers, the next one first. It allocates nothing and does not recurse, however many there
// are.

#include <cstddef>

#include "../core/scheduler.hpp"

namespace eyeballs::detail {

/// An intrusive pairing heap: insertion takes constant time, removal amortised logarithmic time.
class timer_queue {
 public:
  timer* first() const noexcept { return root_; }

  std::size_t size() const noexcept { return size_; }

  void insert(timer& t) noexcept {
    t.order = ++armed_;
    ++size_;
    set(root_, root_ ? meld(*root_, t) : &t);
  }

  /// Does nothing if it is not armed.
  void remove(timer& t) noexcept {
    if (!t.link) return;
    --size_;
    timer* rest = meld_all(t.child);
    if (t.link == &root_) {
      set(root_, rest);
    } else {
      set(*t.link, t.sibling);
      if (rest) set(root_, meld(*root_, *rest));
    }
    t.child = nullptr;
    t.sibling = nullptr;
    t.link = nullptr;
  }

 private:
  static void set(timer*& link, timer* t) noexcept {
    link = t;
    if (t) t->link = &link;
  }

  static bool before(const timer& a, const timer& b) noexcept {
    return a.due != b.due ? a.due < b.due : a.order < b.order;
  }

  static timer* meld(timer& a, timer& b) noexcept {
    timer& parent = before(a, b) ? a : b;
    timer& later = &parent == &a ? b : a;
    set(later.sibling, parent.child);
    set(parent.child, &later);
    return &parent;
  }

  static timer* meld_all(timer* list) noexcept { return meld_to_one(meld_pairs(list)); }

  /// Melds siblings two by two, from the left. The pairs come out in the opposite order.
  static timer* meld_pairs(timer* list) noexcept {
    timer* pairs = nullptr;
    while (list) {
      timer* pair = list;
      timer* const other = pair->sibling;
      list = other ? other->sibling : nullptr;
      if (other) pair = meld(*pair, *other);
      pair->sibling = pairs;
      pairs = pair;
    }
    return pairs;
  }

  static timer* meld_to_one(timer* pairs) noexcept {
    timer* all = nullptr;
    while (pairs) {
      timer* const pair = pairs;
      pairs = pair->sibling;
      pair->sibling = nullptr;
      all = all ? meld(*all, *pair) : pair;
    }
    return all;
  }

  timer* root_ = nullptr;
  unsigned long long armed_ = 0;
  std::size_t size_ = 0;
};

}  // namespace eyeballs::detail
