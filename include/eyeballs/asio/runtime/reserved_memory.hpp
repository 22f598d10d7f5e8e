// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Memory for an Asio operation, held beforehand: what is made in it can be handed to Asio when
// there is no other memory left.

#include <atomic>
#include <cstddef>
#include <new>
#include <utility>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Room for one operation at a time; what does not fit comes from the heap.
class reserved_block {
 public:
  void* allocate(std::size_t bytes) {
    if (bytes > sizeof bytes_ || used_.exchange(true)) return ::operator new(bytes);
    return bytes_;
  }

  void deallocate(void* p) noexcept {
    if (p == bytes_) used_ = false;
    else ::operator delete(p);
  }

 private:
  alignas(std::max_align_t) std::byte bytes_[160];
  std::atomic<bool> used_ = false;
};

template <class T> struct reserved_allocator {
  using value_type = T;

  explicit reserved_allocator(reserved_block& b) noexcept : block(&b) {}

  template <class U> reserved_allocator(const reserved_allocator<U>& other) noexcept
      : block(other.block) {}

  T* allocate(std::size_t n) { return static_cast<T*>(block->allocate(n * sizeof(T))); }

  void deallocate(T* p, std::size_t) noexcept { block->deallocate(p); }

  template <class U> bool operator==(const reserved_allocator<U>& other) const noexcept {
    return block == other.block;
  }

  reserved_block* block;
};

/// The block whose handler this thread is handing to Asio: destroyed meanwhile, it is no sign of a
/// context's death, but of an exception.
inline const reserved_block*& being_handed_out() noexcept {
  static thread_local const reserved_block* current = nullptr;
  return current;
}

class hand_out_scope {
 public:
  explicit hand_out_scope(const reserved_block& m)
      : outer_(std::exchange(being_handed_out(), &m)) {}

  hand_out_scope(const hand_out_scope&) = delete;

  ~hand_out_scope() { being_handed_out() = outer_; }

 private:
  const reserved_block* outer_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
