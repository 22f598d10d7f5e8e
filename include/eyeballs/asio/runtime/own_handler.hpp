// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A handler of a tree's own: for its beginning, its timer, a stop or a wake-up. Its memory is
// reserved.

#include <utility>

#include "hand_out_scope.hpp"
#include "reserved_memory.hpp"

#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Calls the member function `Called`, whatever it is called with. The tree hears what becomes of
/// it: `handler_handed_out`, and if it is not called, `handler_taken_back` or
/// `own_handler_dropped`.
template <class Tree, void (Tree::*Called)()> class own_handler {
 public:
  using allocator_type = reserved_allocator<void>;

  own_handler(Tree& tree, reserved_block& memory) noexcept : tree_(&tree), memory_(memory) {
    tree.handler_handed_out();
  }

  own_handler(own_handler&& other) noexcept
      : tree_(std::exchange(other.tree_, nullptr)), memory_(other.memory_) {}

  ~own_handler() {
    if (!tree_) return;
    if (hand_out_scope::is_refusing(memory_.block())) tree_->handler_taken_back();
    else tree_->own_handler_dropped();
  }

  allocator_type get_allocator() const noexcept { return memory_; }

  template <class... Ignored> void operator()(const Ignored&...) {
    Tree& tree = *std::exchange(tree_, nullptr);
    (tree.*Called)();
  }

 private:
  Tree* tree_;  // null once it was called, or moved from
  allocator_type memory_;
};

/// Has `Called` called by the tree's executor. Throws what the executor throws.
template <auto Called, class Tree> void post_to(Tree& tree, reserved_block& memory) {
  const hand_out_scope handing_out(memory);
  asio::post(tree.executor(), own_handler<Tree, Called>(tree, memory));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
