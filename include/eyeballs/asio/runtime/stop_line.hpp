// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// From a cancellation slot to a tree, which may end at the same time on different threads.

#include <mutex>

#include "scheduler.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class stop_line {
 public:
  explicit stop_line(asio_scheduler& tree) noexcept : tree_(&tree) {}

  /// Asks the tree to stop, once, if it is still there. What the executor throws is thrown here,
  /// and the stop may be asked for again.
  void post_stop() {
    const std::scoped_lock lock(mutex_);
    if (tree_) tree_->post_stop();
    tree_ = nullptr;
  }

  /// By the tree, which may be gone then.
  void close() noexcept {
    const std::scoped_lock lock(mutex_);
    tree_ = nullptr;
  }

 private:
  std::mutex mutex_;
  asio_scheduler* tree_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
