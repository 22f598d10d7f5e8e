// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Keeps the frames of ended coroutines for the next ones of the same tree of tasks, and frees them
// with it. A frame may leave the tree, and be destroyed by another one, on another thread, or when
// the tree is long over. Such a frame goes back to the heap, and is counted: the cache lives until
// its last frame is gone.

#include <atomic>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

#include "../base/frames.hpp"

namespace eyeballs::detail {

class frame_cache final : public frame_resource {
 public:
  /// Calls `end` when the tree is over.
  struct end_of_tree {
    void operator()(frame_cache* c) const noexcept { c->end(); }
  };

  using owner = std::unique_ptr<frame_cache, end_of_tree>;

  static owner make() { return owner(new frame_cache); }

  frame_cache(const frame_cache&) = delete;

  void* allocate(std::size_t bytes) override {
    const std::size_t size = granules(bytes);
    void* const cached = take(size);
    void* const frame = cached ? cached : ::operator new(size * granule);
    ++inside_;
    return frame;
  }

  void deallocate(void* frame, std::size_t bytes) noexcept override {
    const bool by_the_tree = current_frame_resource() == this;
    if (by_the_tree) {
      --inside_;
      keep(frame, granules(bytes));
    } else {
      ::operator delete(frame);
      if (--outside_ == 0) delete this;
    }
  }

 private:
  /// A frame that is free. The sizes of frames are multiples of a granule.
  struct block {
    block* next;
  };

  static constexpr std::size_t granule = 64;
  static constexpr std::size_t sizes = 16;  // larger frames are not kept

  static constexpr std::size_t granules(std::size_t bytes) noexcept {
    return (bytes + granule - 1) / granule;
  }

  frame_cache() = default;
  ~frame_cache() = default;

  /// A free frame of that size, or else of the next larger one. Null, if there is neither.
  void* take(std::size_t size) noexcept {
    for (const std::size_t fits : {size, size + 1}) {
      if (fits > sizes) break;
      block* const first = free_[fits - 1];
      if (!first) continue;
      free_[fits - 1] = first->next;
      return first;
    }
    return nullptr;
  }

  void keep(void* frame, std::size_t size) noexcept {
    if (size > sizes) ::operator delete(frame);
    else free_[size - 1] = ::new (frame) block{free_[size - 1]};
  }

  /// The tree is over. The frames that are still alive keep the cache.
  void end() noexcept {
    for (block* list : free_)
      while (list) ::operator delete(std::exchange(list, list->next));
    const std::ptrdiff_t alive = (outside_ += inside_);
    if (alive == 0) delete this;
  }

  block* free_[sizes] = {};
  std::ptrdiff_t inside_ = 0;  // frames that were made, less those that the tree itself destroyed

  /// Before `end`: minus the number of frames that were destroyed elsewhere. After `end`: the
  /// number of frames that are still alive.
  std::atomic<std::ptrdiff_t> outside_ = 0;
};

}  // namespace eyeballs::detail
