// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The trees that live on an execution context. It tells them of its death.
//
// Services end in the order opposite to that of their making. So some of the context's other services
// have ended when this one does, and their handlers were dropped; the rest, and what is queued, will
// be dropped later.

#include <mutex>

#include "../../core/stop.hpp"
#include "../config.hpp"

#include EYEBALLS_ASIO_HEADER(execution_context.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class live_trees;

/// What is told of the context's death.
class live_tree : ring_link<live_trees> {
 public:
  live_tree() = default;
  live_tree(const live_tree&) = delete;

 protected:
  ~live_tree() = default;

 private:
  friend live_trees;

  /// Keeps it until `on_context_death`.
  virtual void keep() noexcept = 0;

  /// On the thread where the context dies. It may be gone then.
  virtual void on_context_death() noexcept = 0;
};

class live_trees : public asio::execution_context::service {
 public:
  using key_type = live_trees;
  inline static asio::execution_context::id id;

  explicit live_trees(asio::execution_context& c) : asio::execution_context::service(c) {}

  /// In a context that dies already, it is told at once.
  void add(live_tree& tree) noexcept {
    {
      const std::scoped_lock lock(mutex_);
      if (!context_died_) return tree.join_as_last(all_);
      tree.keep();
    }
    tree.on_context_death();
  }

  /// Not in a context that has died.
  void remove(live_tree& tree) noexcept {
    const std::scoped_lock lock(mutex_);
    tree.leave();
  }

 private:
  void shutdown() noexcept override {
    while (live_tree* const tree = take()) tree->on_context_death();
  }

  live_tree* take() noexcept {
    const std::scoped_lock lock(mutex_);
    context_died_ = true;
    if (!all_.linked()) return nullptr;
    auto& tree = static_cast<live_tree&>(*all_.next());
    tree.keep();
    tree.leave();
    return &tree;
  }

  std::mutex mutex_;
  ring_link<live_trees> all_;
  bool context_died_ = false;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
