// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The heap of a schedule, and who has touched each byte of it, and when: in the time of vector
// clocks, which only releases and acquires carry from thread to thread. No byte is used twice, so
// that all use of what was freed is found, and each schedule has the same addresses.

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "step.hpp"

namespace interleaving {

/// For each thread, how much of what it has done is known. Thread 0 is there before and after.
class vector_clock {
 public:
  std::uint32_t operator[](unsigned thread) const { return times_[thread]; }

  void tick(unsigned thread) { ++times_[thread]; }

  void join(const vector_clock& other) {
    for (std::size_t t = 0; t < times_.size(); ++t)
      times_[t] = std::max(times_[t], other.times_[t]);
  }

  /// Whether all of `times` is known.
  bool knows(const std::array<std::uint32_t, most_threads + 1>& times) const {
    bool all = true;
    for (std::size_t t = 0; t < times_.size(); ++t) all &= times[t] <= times_[t];
    return all;
  }

 private:
  std::array<std::uint32_t, most_threads + 1> times_ = {};
};

/// The clocks of the threads, and what atomics and mutexes carry.
class happens_before {
 public:
  void reset() {
    clocks_ = {};
    pending_ = {};
    fences_ = {};
    carried_.clear();
    for (unsigned t = 0; t <= most_threads; ++t) clocks_[t].tick(t);
  }

  const vector_clock& operator[](unsigned thread) const { return clocks_[thread]; }

  /// Threads begin.
  void fork() {
    for (unsigned t = 1; t <= most_threads; ++t) clocks_[t].join(clocks_[0]);
    clocks_[0].tick(0);
  }

  /// They have ended.
  void join() {
    for (unsigned t = 1; t <= most_threads; ++t) clocks_[0].join(clocks_[t]);
  }

  /// What is seen is `s`. It brings what counts have released only if it tells of them: the others
  /// commute with it.
  void acquire(const step& s, bool by_order) {
    const carried& c = carried_[s.where];
    const bool commutes = is_count(s) || (s.kind == step_kind::load && c.is_of_leases);
    const bool tells = !commutes || (tells_of_last(s) && s.seen == 1);
    (by_order ? clocks_ : pending_)[s.thread].join(tells ? c.by_all : c.by_stores);
  }

  /// `continues`: a read and a write in one, which carries what was carried on.
  void release(const step& s, bool by_order, bool continues) {
    carried& c = carried_[s.where];
    if (!continues) c = {};
    c.is_of_leases |= is_of_leases(s);
    const vector_clock& told = (by_order ? clocks_ : fences_)[s.thread];
    c.by_all.join(told);
    if (!is_count(s)) c.by_stores.join(c.by_all);
    if (by_order) clocks_[s.thread].tick(s.thread);
  }

  void fence(unsigned thread, bool acquires, bool releases) {
    if (acquires) clocks_[thread].join(pending_[thread]);
    if (!releases) return;
    fences_[thread] = clocks_[thread];
    clocks_[thread].tick(thread);
  }

 private:
  using of_threads = std::array<vector_clock, most_threads + 1>;

  struct carried {
    vector_clock by_all;
    vector_clock by_stores;  // less what only counts have released
    bool is_of_leases = false;
  };

  of_threads clocks_;
  of_threads pending_;  // what a fence will acquire
  of_threads fences_;   // what a fence has released
  std::unordered_map<place, carried> carried_;
};

enum class access_kind : unsigned char { read, write, atomic_read, atomic_write, free };

class heap {
 public:
  heap() : base_(map(size)), cells_(reinterpret_cast<cell*>(map(size * sizeof(cell)))) {}

  void reset() {
    used_ = live_ = 0;
    ++schedule_;
  }

  bool has(place p) const {
    const auto offset = offset_of(p);
    return offset < size;
  }

  std::size_t live_blocks() const { return live_; }

  /// Null, if there is no room.
  void* allocate(std::size_t bytes, std::size_t alignment, unsigned thread,
                 const vector_clock& now) {
    constexpr std::size_t header = 16, gap = 16;
    alignment = std::max(alignment, header);
    const std::size_t at = (used_ + header + gap + alignment - 1) / alignment * alignment;
    if (at + bytes + gap > size) return nullptr;
    *reinterpret_cast<std::size_t*>(base_ + at - header) = bytes;
    used_ = at + bytes;
    ++live_;
    const cell fresh{schedule_, state::live, static_cast<std::uint8_t>(thread), now[thread]};
    for (std::size_t i = at; i < used_; i += word) {
      cells_[i] = fresh;
      if (i + word <= used_) continue;
      split(i);
      for (std::size_t other = used_; other < i + word; ++other) cells_[other] = cell{};
    }
    return base_ + at;
  }

  /// What is wrong, or null.
  const char* free(void* p, unsigned thread, const vector_clock& now) {
    const std::size_t at = offset_of(p);
    const std::size_t bytes = *reinterpret_cast<std::size_t*>(base_ + at - 16);
    --live_;
    return touch(p, std::max<std::size_t>(bytes, 1), access_kind::free, thread, now);
  }

  /// The same for any other access.
  const char* touch(place p, std::size_t bytes, access_kind how, unsigned thread,
                    const vector_clock& now) {
    const std::size_t at = offset_of(p);
    const std::size_t end = std::min(at + bytes, size);
    for (std::size_t i = at; i < end;) {
      const std::size_t first = i / word * word;
      const bool is_whole = i == first && first + word <= end;
      if (!is_whole) split(first);
      const char* const wrong = touch(cells_[i], how, thread, now);
      if (wrong) return wrong;
      i += cells_[first].is_split ? 1 : word;
    }
    return nullptr;
  }

 private:
  enum class state : std::uint8_t { unused, live, freed };

  using times = std::array<std::uint32_t, most_threads + 1>;

  /// Of a byte; or of all bytes of a word, at the first of them, until one is accessed without the others.
  struct cell {
    std::uint32_t schedule = 0;
    state is = state::unused;
    std::uint8_t writer = 0;
    std::uint32_t written = 0;
    times read = {};
    times atomically_read = {};
    times atomically_written = {};
    bool is_split = false;  // each byte of the word has its own; said at the first
  };

  static constexpr std::size_t word = 8;

  static constexpr std::size_t size = std::size_t{4} << 20;

  static char* map(std::size_t bytes) {
    void* const p = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) std::abort();
    return static_cast<char*>(p);
  }

  std::size_t offset_of(place p) const {
    return reinterpret_cast<std::uintptr_t>(p) - reinterpret_cast<std::uintptr_t>(base_);
  }

  void split(std::size_t first) {
    if (std::exchange(cells_[first].is_split, true)) return;
    for (std::size_t i = first + 1; i < first + word; ++i) cells_[i] = cells_[first];
  }

  const char* touch(cell& c, access_kind how, unsigned thread, const vector_clock& now) {
    if (c.schedule != schedule_ || c.is == state::unused) return "use of what is no block's";
    if (c.is == state::freed) return "use of what was freed";
    if (c.written > now[c.writer]) return race;
    const bool is_atomic = how == access_kind::atomic_read || how == access_kind::atomic_write;
    const bool writes = how != access_kind::read && how != access_kind::atomic_read;
    if (!is_atomic && !now.knows(c.atomically_written)) return race;
    if (writes && !now.knows(c.read)) return race;
    if (writes && !is_atomic && !now.knows(c.atomically_read)) return race;
    note(c, how, thread, now[thread]);
    return nullptr;
  }

  static void note(cell& c, access_kind how, unsigned thread, std::uint32_t now) {
    switch (how) {
      case access_kind::read: c.read[thread] = now; return;
      case access_kind::atomic_read: c.atomically_read[thread] = now; return;
      case access_kind::atomic_write: c.atomically_written[thread] = now; return;
      case access_kind::free: c.is = state::freed; [[fallthrough]];
      case access_kind::write:
        c.writer = static_cast<std::uint8_t>(thread);
        c.written = now;
        return;
    }
  }

  static constexpr char race[] = "a data race";

  char* base_;
  cell* cells_;
  std::size_t used_ = 0;
  std::size_t live_ = 0;
  std::uint32_t schedule_ = 0;
};

}  // namespace interleaving
