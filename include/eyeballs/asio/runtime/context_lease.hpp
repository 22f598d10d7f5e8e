// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Who may touch an execution context that another thread might be about to destroy: who holds a
// lease. The context's death waits for those, and no more are given then. All trees of a context share
// the leases, which outlive it: a thread may still be about to leave when its tree has ended.
//
// Two words of a word: whether the context has died, and how many leases there are.

#include <atomic>
#include <cstdint>
#include <thread>

#include "../../base/counted.hpp"

namespace eyeballs::detail {

class context_leases final : public counted {
 public:
  /// False if the context has died. Otherwise it is to be given back.
  bool take() noexcept {
    if (!(word_.fetch_add(one, std::memory_order_acquire) & dead)) return true;
    give_back();
    return false;
  }

  void give_back() noexcept { word_.fetch_sub(one, std::memory_order_release); }

  bool context_died() const noexcept { return word_.load(std::memory_order_acquire) & dead; }

  /// The context dies. No lease is out when it returns.
  void end() noexcept {
    word_.fetch_or(dead, std::memory_order_acq_rel);
    while (word_.load(std::memory_order_acquire) != dead) std::this_thread::yield();
  }

 private:
  static constexpr std::uint32_t dead = 1, one = 2;

  std::atomic<std::uint32_t> word_ = 0;
};

/// One, as long as it lives: if the context does.
class context_lease {
 public:
  explicit context_lease(context_leases& all) noexcept : all_(all), given_(all.take()) {}

  context_lease(const context_lease&) = delete;

  ~context_lease() { give_back(); }

  explicit operator bool() const noexcept { return given_; }

  void give_back() noexcept {
    if (given_) all_.give_back();
    given_ = false;
  }

 private:
  context_leases& all_;
  bool given_;
};

}  // namespace eyeballs::detail
