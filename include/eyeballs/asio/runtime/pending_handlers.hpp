// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The handlers of one tree that Asio holds. This is all of a tree that several threads touch, and
// the only place of its scheduler with atomics.
//
// A handler is handed out, and then one of three:
//
// * It is called. It counts as pending until its turn is over.
// * It is refused, within the call that hands it out. That call takes it back.
// * It is dropped: destroyed uncalled, on whichever thread. If it was an operation's, its event is
//   kept in a list until the tree takes it. If it was one of the tree's own, the execution context
//   has died, and the tree is abandoned.
//
// Whoever retires the last handler owns the tree: nobody else points to it any more.

#include <atomic>
#include <cstddef>
#include <utility>

#include "../../core/scheduler.hpp"

namespace eyeballs::detail {

/// Whether any handler is pending after one was retired.
enum class handlers_left : unsigned char { none, some };

/// What the list of events of dropped handlers was before one was added.
enum class dropped_before : unsigned char { none, some };

/// Any thread may call any of it, but for `take_dropped`.
class pending_handlers {
 public:
  /// A handler is about to be handed to Asio.
  void hand_out() noexcept { ++pending_; }

  /// Asio has refused it. Not for the last one, if that has to be noticed: see `retire`.
  void take_back() noexcept { --pending_; }

  /// A handler is over.
  handlers_left retire() noexcept {
    return --pending_ == 0 ? handlers_left::none : handlers_left::some;
  }

  /// Adds the event of a handler that was dropped, which is still to be retired.
  dropped_before add_dropped(work_item& event) noexcept {
    work_item* newest = newest_dropped_;
    do { event.next = newest; } while (!newest_dropped_.compare_exchange_weak(newest, &event));
    return newest ? dropped_before::some : dropped_before::none;
  }

  bool any_dropped() const noexcept { return newest_dropped_ != nullptr; }

  /// Calls `visit` with each of these events, in the order in which they were added, and forgets
  /// them. By one thread at a time.
  template <class Visit> void take_dropped(Visit visit) noexcept {
    work_item* oldest = reversed(newest_dropped_.exchange(nullptr));
    while (oldest) {
      work_item& event = *oldest;
      oldest = event.next;
      visit(event);
    }
  }

  /// The execution context has died.
  void abandon() noexcept { abandoned_ = true; }

  bool abandoned() const noexcept { return abandoned_; }

 private:
  static work_item* reversed(work_item* list) noexcept {
    work_item* done = nullptr;
    while (list) {
      work_item* const rest = std::exchange(list->next, done);
      done = list;
      list = rest;
    }
    return done;
  }

  std::atomic<std::size_t> pending_ = 0;
  std::atomic<work_item*> newest_dropped_ = nullptr;
  std::atomic<bool> abandoned_ = false;
};

}  // namespace eyeballs::detail
