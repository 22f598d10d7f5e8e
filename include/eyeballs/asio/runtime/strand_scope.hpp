// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Whether this thread is in a strand of a tree, and what was thrown there.

#include <exception>
#include <utility>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class tree_strand;

/// While one of these lives, this thread is in.
class strand_scope {
 public:
  explicit strand_scope(const tree_strand& s) noexcept
      : strand_(s), outer_(std::exchange(current(), this)) {}

  strand_scope(const strand_scope&) = delete;

  ~strand_scope() { current() = outer_; }

  static bool is_inside(const tree_strand& s) noexcept {
    return current() && &current()->strand_ == &s;
  }

  /// Of a function that has thrown `why`, and was called by one that must not.
  static void keep(std::exception_ptr why) noexcept {
    if (!current()->thrown_) current()->thrown_ = std::move(why);
  }

  void rethrow() {
    if (thrown_) std::rethrow_exception(std::move(thrown_));
  }

 private:
  static strand_scope*& current() noexcept {
    static thread_local strand_scope* scope = nullptr;
    return scope;
  }

  const tree_strand& strand_;
  strand_scope* outer_;
  std::exception_ptr thrown_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
