// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Where the frames of coroutines come from. A backend may name a resource while it runs a tree of
// tasks; what the tree makes meanwhile comes from there. Otherwise it is the thread's pool.

#include <new>

#include "block_pool.hpp"

namespace eyeballs::detail {

/// A source of memory for frames. Each frame remembers the one that it came from.
struct frame_resource {
  virtual void* allocate(std::size_t bytes) = 0;
  virtual void deallocate(void* frame, std::size_t bytes) noexcept = 0;

 protected:
  ~frame_resource() = default;
};

/// What this thread makes frames from; null is its pool.
inline frame_resource*& current_frame_resource() noexcept {
  static thread_local frame_resource* current = nullptr;
  return current;
}

/// The base of a promise. Its frame comes from the current resource, which it remembers behind its
/// own end, and goes back there.
struct frame_memory {
  static void* operator new(std::size_t bytes) {
    frame_resource* from = current_frame_resource();
    const std::size_t all = padded(bytes) + sizeof from;
    void* frame = from ? from->allocate(all) : block_pool::allocate(all);
    ::new (static_cast<char*>(frame) + padded(bytes)) frame_resource*(from);
    return frame;
  }

  static void operator delete(void* frame, std::size_t bytes) noexcept {
    auto* from = *reinterpret_cast<frame_resource**>(static_cast<char*>(frame) + padded(bytes));
    const std::size_t all = padded(bytes) + sizeof from;
    if (from) from->deallocate(frame, all);
    else block_pool::deallocate(frame, all);
  }

 private:
  static constexpr std::size_t padded(std::size_t n) noexcept { return (n + 7) & ~std::size_t{7}; }
};

}  // namespace eyeballs::detail
