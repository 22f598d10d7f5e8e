// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The wake-up of a strand: called on the executor, it runs the tree. Destroyed uncalled, it tells
// that the executor has refused it, or that the context has died.

#include <utility>

#include "hand_out_scope.hpp"
#include "strand_ptr.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What a strand posts to its executor.
class wake_up {
 public:
  using allocator_type = reserved_allocator<void>;

  explicit wake_up(tree_strand& s) noexcept : strand_(s), memory_(s.wake_memory_) {}

  wake_up(wake_up&&) = default;

  ~wake_up() {
    if (!strand_ || hand_out_scope::note_refusal(memory_.block())) return;
    const context_lease lease(strand_->leases_);
    strand_->abandon();
  }

  allocator_type get_allocator() const noexcept { return memory_; }

  void operator()() {
    const strand_ptr strand(std::move(strand_));
    strand->run();
  }

 private:
  strand_ptr strand_;      // null once it was called, or moved from
  allocator_type memory_;  // of which Asio asks then, too
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifndef EYEBALLS_SEPARATE_COMPILATION
#include "../impl/wake_up.hpp"
#endif
