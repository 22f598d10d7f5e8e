// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

#include <functional>
#include <mutex>
#include <new>
#include <utility>

#include "eyeballs/asio.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(cancellation_type.hpp)
// clang-format on

namespace interleaving {

/// Stops a tree from another thread: a cancellation signal whose slot is not cleared while it is
/// emitted, which Asio leaves to the user.
class stop_button {
 public:
  class slot {
   public:
    explicit slot(stop_button& b) noexcept : button_(&b) {}

    bool is_connected() const noexcept { return true; }

    template <class F> void assign(F&& f) { button_->press_ = std::forward<F>(f); }

    void clear() noexcept {
      const std::scoped_lock lock(button_->mutex_);
      button_->press_ = nullptr;
    }

   private:
    stop_button* button_;
  };

  /// Once more, if the tree's executor refuses.
  void press() {
    const std::scoped_lock lock(mutex_);
    try {
      if (press_) press_(asio::cancellation_type::terminal);
    } catch (const std::bad_alloc&) { press_(asio::cancellation_type::terminal); }
  }

 private:
  std::mutex mutex_;
  std::function<void(asio::cancellation_type)> press_;
};

}  // namespace interleaving
