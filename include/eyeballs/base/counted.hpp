// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An object that belongs to all who point to it, in any threads: what std::shared_ptr is, without
// its header, and in one pointer.

#include <atomic>
#include <cstddef>
#include <utility>

namespace eyeballs::detail {

/// The base of such an object. Whoever may point to it from several threads does not change it.
class counted {
 public:
  counted() = default;
  counted(const counted&) = delete;

 protected:
  virtual ~counted() = default;

 private:
  template <class T> friend class counted_pointer;

  mutable std::atomic<std::size_t> owners_ = 0;
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
    if (object_ && base().owners_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete &base();
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
