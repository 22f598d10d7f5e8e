// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Keeps what this thread has freed, frames and what errors say, for the next who asks for as much. A
// block is a plain piece of the heap, and has no owner: whichever thread frees it may keep it.
//
//   state   event                     next    what is done
//   ------  ------------------------  ------  ---------------------------------------------------
//   unused  a block is freed          open    it is kept, as all are from now on
//   open    ... but the pool is full  open    a quarter of what was kept goes back to the heap, the
//                                             largest first. Within a turn there is more room
//                                             first, which the turn's end takes back.
//   open    the thread ends           closed  all that is kept goes back to the heap
//   closed  a block is freed          closed  it goes back to the heap, too

#include <cstddef>
#include <new>
#include <utility>

#include "compiler.hpp"

namespace eyeballs::detail {

/// The pool of the thread that calls.
class block_pool {
 public:
#if defined(__SANITIZE_ADDRESS__)
  static constexpr bool keeps = false;  // so that the use of what was freed is found
#elif defined(__MINGW32__)
  static constexpr bool keeps = false;  // a thread's variables are gone when its end is told
#elif defined(__has_feature)
  static constexpr bool keeps = !__has_feature(address_sanitizer);
#else
  static constexpr bool keeps = true;
#endif

  /// The most bytes that are kept between turns, and within one. The difference is given back at once:
  /// were it more than what malloc keeps from the system (128 kB with glibc), the next turn would have
  /// to fault its pages in again.
  static constexpr std::size_t capacity = std::size_t{64} * 1024;
  static constexpr std::size_t capacity_in_turn = std::size_t{192} * 1024;

  /// While a thread runs a turn: what it frees there, it is likely to need again there.
  class turn {
   public:
    turn() noexcept { ++pool_.turns_; }

    turn(const turn&) = delete;

    ~turn() {
      if (--pool_.turns_ == 0 && pool_.limit_ > capacity) pool_.take_room_back();
    }
  };

  /// Bytes that are kept.
  static std::size_t kept() noexcept { return pool_.bytes_; }

  /// Gives all that is kept back to the heap.
  static void clear() noexcept { pool_.free_until(0); }

  static void* allocate(std::size_t bytes) {
    const std::size_t size = size_of(bytes);
    const bool is_kept = size < sizes && pool_.kept_[size];
    return is_kept ? pool_.take(size) : ::operator new(bytes_of(size));
  }

  /// `bytes` is what was asked for.
  static void deallocate(void* p, std::size_t bytes) noexcept {
    const std::size_t size = size_of(bytes);
    if (size >= sizes) return ::operator delete(p);
    if (pool_.bytes_ + bytes_of(size) > pool_.limit_) return pool_.make_room_for(p, size);
    pool_.keep(p, size);
  }

 private:
  enum class state : unsigned char { unused, open, closed };

  struct block {
    block* next;
  };

  struct at_thread_exit {
    ~at_thread_exit() { pool_.close(); }
  };

  // Sizes are steps of 32 bytes, and one pointer more: as much as malloc's own steps hold.
  static constexpr std::size_t step = 32;
  static constexpr std::size_t sizes = 80;  // what is larger is not kept

  static constexpr std::size_t size_of(std::size_t bytes) noexcept {
    return (bytes - sizeof(void*) + step - 1) / step;
  }

  static constexpr std::size_t bytes_of(std::size_t size) noexcept {
    return size * step + sizeof(void*);
  }

  void* take(std::size_t size) noexcept {
    bytes_ -= bytes_of(size);
    return std::exchange(kept_[size], kept_[size]->next);
  }

  void keep(void* p, std::size_t size) noexcept {
    bytes_ += bytes_of(size);
    kept_[size] = ::new (p) block{kept_[size]};
  }

  /// Rare, and so not worth its place wherever a block is freed.
  EYEBALLS_NOINLINE void make_room_for(void* p, std::size_t size) noexcept {
    if (!keeps || state_ == state::closed) return ::operator delete(p);
    if (state_ == state::unused) open();
    else if (turns_ > 0 && limit_ < capacity_in_turn) limit_ = capacity_in_turn;
    else free_until(limit_ / 4 * 3);
    keep(p, size);
  }

  EYEBALLS_NOINLINE void take_room_back() noexcept {
    limit_ = capacity;
    free_until(capacity);
  }

  void open() noexcept {
    static thread_local const at_thread_exit closes;
    static_cast<void>(closes);
    state_ = state::open;
    limit_ = capacity;
  }

  void close() noexcept {
    state_ = state::closed;
    limit_ = 0;
    free_until(0);
  }

  void free_until(std::size_t bytes) noexcept {
    for (std::size_t size = sizes; size-- > 0;)
      while (bytes_ > bytes && kept_[size]) ::operator delete(take(size));
  }

  // It has no destructor, so that it is there for a frame that dies after the thread's variables.
  static thread_local block_pool pool_;

  block* kept_[sizes] = {};
  std::size_t bytes_ = 0;
  std::size_t limit_ = 0;
  std::size_t turns_ = 0;
  state state_ = state::unused;
};

inline constinit thread_local block_pool block_pool::pool_{};

}  // namespace eyeballs::detail
