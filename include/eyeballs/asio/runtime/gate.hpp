// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What makes one logical thread of many: one is in, and the others leave their events for it. It
// never blocks, and never loses an event: one word says whether anybody is in, and what was left.
//
//   word              event               next              what it tells
//   ----------------  ------------------  ----------------  -----------------------------------
//   free              entered             occupied          who asks is in
//   free              an event is pushed  occupied, events  who pushes is in
//   occupied          an event is pushed  occupied, events  who is in will come to it
//   occupied, events  who is in takes     occupied          the events, oldest first
//   occupied          who is in leaves    free              it has left
//   occupied, events  who is in leaves    occupied, events  it is still in: more has come
//   occupied, events  ... all the same    free, events      whoever enters next will come to them
//   free, events      entered, or pushed  occupied, events  who asks is in
//   occupied, any     who is in closes    closed            the events that are left
//   closed            entered, or pushed  closed            closed
//
// Why no event is lost: only `take` and `close` remove events from the word, and hand them to who is
// in. `leave` succeeds on `occupied` alone: an event that came before keeps who is in there, and of one
// that comes afterwards the pusher is in. So somebody is in as long as there are events, but after
// `leave_events`, whose caller sees to it that somebody enters.
//
// To push releases what the event says, and to enter or to take acquires it, and what was done by
// who was in before. tests/verification/interleaving explores this in every order.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "../../core/scheduler.hpp"

namespace eyeballs::detail {

/// What became of an attempt to enter, or of an event.
enum class passage : unsigned char { entered, occupied, closed };

/// Whether who was in has left.
enum class leaving : bool { left, still_in };

/// `Word` is a `std::atomic<std::uintptr_t>`, or what the proof of the gate puts in its place.
template <class Word> class basic_gate {
 public:
  /// Occupied, by who makes it.
  basic_gate() noexcept = default;

  basic_gate(const basic_gate&) = delete;

  /// By anybody.
  passage enter() noexcept {
    return exchange([](std::uintptr_t word) { return word | occupied; });
  }

  /// By anybody. Whoever runs it may destroy it: unless the gate is closed, it is gone.
  passage push(work_item& event) noexcept {
    const auto with_event = [&event](std::uintptr_t word) {
      event.next = events_in(word);
      return reinterpret_cast<std::uintptr_t>(&event) | occupied;
    };
    return exchange(with_event);
  }

  /// By who is in: the events that were left, oldest first, each with the next.
  work_item* take() noexcept {
    if (word_.load(std::memory_order_relaxed) == occupied) return nullptr;
    return oldest_first(word_.exchange(occupied, std::memory_order_acq_rel));
  }

  /// By who is in, unless there are events.
  leaving leave() noexcept {
    std::uintptr_t word = occupied;
    const bool left = word_.compare_exchange_strong(word, free, std::memory_order_release,
                                                    std::memory_order_relaxed);
    return left ? leaving::left : leaving::still_in;
  }

  /// By who is in, and can do nothing for the events.
  void leave_events() noexcept {
    exchange([](std::uintptr_t word) { return word & ~occupied; });
  }

  /// By who is in, for good: the events that were left, oldest first.
  work_item* close() noexcept {
    return oldest_first(word_.exchange(closed, std::memory_order_acq_rel));
  }

 private:
  static constexpr std::uintptr_t free = 0, occupied = 1, closed = 3;

  static_assert(alignof(work_item) > closed);

  static work_item* events_in(std::uintptr_t word) noexcept {
    return reinterpret_cast<work_item*>(word & ~closed);
  }

  static work_item* oldest_first(std::uintptr_t word) noexcept {
    work_item* done = nullptr;
    for (work_item* rest = events_in(word); rest;) {
      work_item* const event = rest;
      rest = std::exchange(event->next, done);
      done = event;
    }
    return done;
  }

  /// What it was before. Closed, it stays.
  template <class Next> passage exchange(Next next) noexcept {
    std::uintptr_t word = word_.load(std::memory_order_relaxed);
    do {
      if (word == closed) return passage::closed;
    } while (!word_.compare_exchange_weak(word, next(word), std::memory_order_acq_rel,
                                          std::memory_order_relaxed));
    return word & occupied ? passage::occupied : passage::entered;
  }

  Word word_ = occupied;
};

using gate = basic_gate<std::atomic<std::uintptr_t>>;

/// Runs events, each of which has the next. Returns how many there were.
inline std::size_t run_all(work_item* events) noexcept {
  std::size_t count = 0;
  for (; events; ++count) {
    work_item& event = *events;
    events = event.next;
    event.run(event);
  }
  return count;
}

}  // namespace eyeballs::detail
