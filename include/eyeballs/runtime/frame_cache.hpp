// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Keeps the frames of ended coroutines for the next ones of the same task tree, and frees them with
// it. A frame may leave the tree, and be destroyed by another one, on another thread, or when the
// tree is long over: it goes back to the heap, and is counted.

#include <atomic>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

#include "../core/frames.hpp"

namespace eyeballs::detail {

class frame_cache final : public frame_resource {
  struct release {
    void operator()(frame_cache* c) const noexcept { c->end(); }
  };

 public:
  using owner = std::unique_ptr<frame_cache, release>;

  static owner make() { return owner(new frame_cache); }

  frame_cache(const frame_cache&) = delete;

  void* allocate(std::size_t bytes) override {
    const std::size_t size = granules(bytes);
    block* b = size <= sizes ? free_[size - 1] : nullptr;
    if (b) free_[size - 1] = b->next;
    else b = static_cast<block*>(::operator new(size * granule));
    ++inside_;
    return b;
  }

  void deallocate(void* frame, std::size_t bytes) noexcept override {
    const std::size_t size = granules(bytes);
    if (current_frame_resource() != this) {  // from outside of the tree
      ::operator delete(frame);
      if (--outside_ == 0) delete this;
      return;
    }
    --inside_;
    if (size <= sizes) free_[size - 1] = ::new (frame) block{free_[size - 1]};
    else ::operator delete(frame);
  }

 private:
  static constexpr std::size_t granule = 64, sizes = 16;

  static constexpr std::size_t granules(std::size_t bytes) noexcept {
    return (bytes + granule - 1) / granule;
  }

  struct block {
    block* next;
  };

  frame_cache() = default;
  ~frame_cache() = default;

  /// The tree is over; what is left of its frames keeps the count.
  void end() noexcept {
    for (block* list : free_)
      while (list) ::operator delete(std::exchange(list, list->next));
    if ((outside_ += inside_) == 0) delete this;
  }

  block* free_[sizes] = {};
  std::ptrdiff_t inside_ = 0;  // made, less those that the tree itself destroyed
  std::atomic<std::ptrdiff_t> outside_ =
      0;  // minus those destroyed outside; from `end` on: all left
};

}  // namespace eyeballs::detail
