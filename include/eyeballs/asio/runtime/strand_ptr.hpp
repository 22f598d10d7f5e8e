// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A counted reference to the strand of a tree, which outlives the tree.

#include <utility>

#include "tree_strand.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A reference to a strand.
class strand_ptr {
 public:
  explicit strand_ptr(tree_strand& s) noexcept : strand_(&s) { s.add_reference(); }

  strand_ptr(const strand_ptr& other) noexcept : strand_ptr(*other.strand_) {}

  strand_ptr(strand_ptr&& other) noexcept : strand_(std::exchange(other.strand_, nullptr)) {}

  strand_ptr& operator=(strand_ptr other) noexcept {
    std::swap(strand_, other.strand_);
    return *this;
  }

  ~strand_ptr() {
    if (strand_) strand_->release();
  }

  explicit operator bool() const noexcept { return strand_ != nullptr; }

  tree_strand* operator->() const noexcept { return strand_; }

  tree_strand& operator*() const noexcept { return *strand_; }

  bool operator==(const strand_ptr&) const noexcept = default;

 private:
  tree_strand* strand_;  // null if it was moved from
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#include "wake_up.hpp"
