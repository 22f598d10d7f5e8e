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
#include "context_lease.hpp"

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

  /// Keeps it until `on_context_death`, or until it is removed.
  virtual void keep() noexcept = 0;

  /// On the thread where the context dies, once there are no leases. It may be gone then.
  virtual void on_context_death() noexcept = 0;
};

class live_trees : public asio::execution_context::service {
 public:
  using key_type = live_trees;
  inline static asio::execution_context::id id;

  explicit live_trees(asio::execution_context& c) : asio::execution_context::service(c) {}

  const counted_pointer<context_leases>& leases() const noexcept { return leases_; }

  /// In a context that dies already, it is told at once.
  void add(live_tree& tree) noexcept {
    tree.keep();
    {
      const std::scoped_lock lock(mutex_);
      if (!context_died_) return tree.join_as_last(all_);
    }
    tree.on_context_death();
  }

  /// By who has a lease. Whether it was there: then it is not kept any more.
  bool remove(live_tree& tree) noexcept {
    const std::scoped_lock lock(mutex_);
    const bool was_there = tree.linked();
    tree.leave();
    return was_there;
  }

 private:
  void shutdown() noexcept override {
    leases_.get()->end();
    while (live_tree* const tree = take()) tree->on_context_death();
  }

  live_tree* take() noexcept {
    const std::scoped_lock lock(mutex_);
    context_died_ = true;
    if (!all_.linked()) return nullptr;
    auto& tree = static_cast<live_tree&>(*all_.next());
    tree.leave();
    return &tree;
  }

  const counted_pointer<context_leases> leases_{new context_leases};
  std::mutex mutex_;
  ring_link<live_trees> all_;
  bool context_died_ = false;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
