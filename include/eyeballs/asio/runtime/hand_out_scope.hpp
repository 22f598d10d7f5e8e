// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why was a handler destroyed uncalled: was it refused, or has its execution context died?
//
// A handler that is destroyed within the call that hands it to Asio was refused: an exception is on
// its way to the caller, or the executor has dropped it, and the context lives. Destroyed at any
// other time, it tells of the context's death. Each such handler has a reserved block of its own,
// by which it is known.

#include <utility>

#include "reserved_memory.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Lives while this thread hands the handler of a block to Asio.
class hand_out_scope {
 public:
  explicit hand_out_scope(const reserved_block& block) noexcept
      : block_(block), outer_(std::exchange(current(), this)) {}

  hand_out_scope(const hand_out_scope&) = delete;

  ~hand_out_scope() { current() = outer_; }

  /// For a handler that is destroyed uncalled. False if its context has died.
  static bool note_refusal(const reserved_block& block) noexcept {
    hand_out_scope* const scope = current();
    if (!scope || &scope->block_ != &block) return false;
    scope->refused_ = true;
    return true;
  }

  /// Whether the handler was destroyed, and not called.
  bool refused() const noexcept { return refused_; }

 private:
  static hand_out_scope*& current() noexcept {
    static thread_local hand_out_scope* scope = nullptr;
    return scope;
  }

  const reserved_block& block_;
  hand_out_scope* outer_;
  bool refused_ = false;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
