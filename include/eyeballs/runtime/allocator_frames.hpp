// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Frames from a user's allocator. A frame may leave its tree, and be destroyed by another one, on
// another thread, or when the tree is long over. So whoever takes frames from here owns it together
// with the frames.

#include <atomic>
#include <cstddef>
#include <memory>

#include "../base/frames.hpp"

namespace eyeballs::detail {

/// `Allocator` is of whichever type. It serves for this object, too.
template <class Allocator> class allocator_frames final : public frame_resource {
  using allocator =
      typename std::allocator_traits<Allocator>::template rebind_alloc<std::max_align_t>;
  using own_allocator =
      typename std::allocator_traits<Allocator>::template rebind_alloc<allocator_frames>;
  using own_traits = std::allocator_traits<own_allocator>;

 public:
  struct release {
    void operator()(allocator_frames* frames) const noexcept { frames->disown(); }
  };

  using owner = std::unique_ptr<allocator_frames, release>;

  static owner make(const Allocator& memory) {
    own_allocator own(memory);
    return owner(::new (static_cast<void*>(own_traits::allocate(own, 1))) allocator_frames(memory));
  }

  allocator_frames(const allocator_frames&) = delete;

  void* allocate(std::size_t bytes) override {
    void* const frame = std::allocator_traits<allocator>::allocate(memory_, units(bytes));
    owners_.fetch_add(1, std::memory_order_relaxed);
    return frame;
  }

  void deallocate(void* frame, std::size_t bytes) noexcept override {
    std::allocator_traits<allocator>::deallocate(memory_, static_cast<std::max_align_t*>(frame),
                                                 units(bytes));
    disown();
  }

 private:
  static constexpr std::size_t units(std::size_t bytes) noexcept {
    return (bytes + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t);
  }

  explicit allocator_frames(const Allocator& memory) noexcept : memory_(memory) {}

  ~allocator_frames() = default;

  void disown() noexcept {
    if (owners_.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
    own_allocator own(memory_);
    this->~allocator_frames();
    own_traits::deallocate(own, this, 1);
  }

  allocator memory_;
  std::atomic<std::size_t> owners_ = 1;  // its maker, and the frames
};

}  // namespace eyeballs::detail
