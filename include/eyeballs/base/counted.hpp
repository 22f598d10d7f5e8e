// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An object that belongs to all who point to it, in any threads: what std::shared_ptr is, without
// its header, and in one pointer. What goes with the object does so after it, not within it: a chain
// of such objects takes no stack, however long it is.

#include <atomic>
#include <cstddef>
#include <new>
#include <utility>

#include "block_pool.hpp"
#include "compiler.hpp"

namespace eyeballs::detail {

/// The base of such an object, whose memory is of the thread's pool. Whoever may point to it from
/// several threads does not change it.
class counted {
 public:
  counted() = default;
  counted(const counted&) = delete;

  static void* operator new(std::size_t bytes) { return block_pool::allocate(bytes); }

  static void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return ::operator new(bytes, alignment);
  }

  static void operator delete(void* p, std::size_t bytes) noexcept {
    block_pool::deallocate(p, bytes);
  }

  static void operator delete(void* p, std::align_val_t alignment) noexcept {
    ::operator delete(p, alignment);
  }

 protected:
  virtual ~counted() = default;

 private:
  template <class T> friend class counted_pointer;

  /// Deletes it, and what belonged to it alone.
  EYEBALLS_NOINLINE static void destroy(const counted& object) noexcept {
    static thread_local const counted** waiting = nullptr;  // of the call below, if there is one
    if (waiting) {
      object.next_ = std::exchange(*waiting, &object);
      return;
    }

    const counted* next = &object;
    waiting = &next;
    while (next) {
      const counted* const last = next;
      next = last->next_;
      delete last;
    }
    waiting = nullptr;
  }

  mutable std::atomic<std::size_t> owners_ = 0;
  mutable const counted* next_ = nullptr;  // once it has no owner: what is deleted after it
};

/// Deletes the object, which is made by `new`, with the last pointer to it.
template <class T> class counted_pointer {
 public:
  counted_pointer() = default;

  explicit counted_pointer(T* object) noexcept : object_(object) {
    if (object_) base().owners_.fetch_add(1, std::memory_order_relaxed);
  }

  counted_pointer(const counted_pointer& other) noexcept : counted_pointer(other.object_) {}

  counted_pointer(counted_pointer&& other) noexcept
      : object_(std::exchange(other.object_, nullptr)) {}

  ~counted_pointer() {
    if (object_ && base().owners_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      counted::destroy(base());
  }

  counted_pointer& operator=(counted_pointer other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }

  /// Null, if there is none.
  T* get() const noexcept { return object_; }

 private:
  const counted& base() const noexcept { return *object_; }

  T* object_ = nullptr;
};

}  // namespace eyeballs::detail
