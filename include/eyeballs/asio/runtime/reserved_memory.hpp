// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Memory for an Asio operation, held beforehand: what is made in it can be handed to Asio when
// there is no other memory left.

#include <atomic>
#include <cstddef>
#include <new>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Room for one operation at a time. What does not fit comes from the heap.
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
  // The largest of Asio's own takes 80, or 112 on Windows.
  alignas(std::max_align_t) std::byte bytes_[112];
  std::atomic<bool> used_ = false;
};

/// What a handler has as its associated allocator.
template <class T> class reserved_allocator {
 public:
  using value_type = T;

  explicit reserved_allocator(reserved_block& b) noexcept : block_(&b) {}

  template <class U> reserved_allocator(const reserved_allocator<U>& other) noexcept
      : block_(&other.block()) {}

  T* allocate(std::size_t n) { return static_cast<T*>(block_->allocate(n * sizeof(T))); }

  void deallocate(T* p, std::size_t) noexcept { block_->deallocate(p); }

  reserved_block& block() const noexcept { return *block_; }

  template <class U> bool operator==(const reserved_allocator<U>& other) const noexcept {
    return block_ == &other.block();
  }

 private:
  reserved_block* block_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
