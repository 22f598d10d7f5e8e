// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The tree, as its strand sees it, and what they tell each other.

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether an event is sure to be run, or a wake-up was refused and somebody has to try again.
enum class wake_result : bool { done, refused };

/// What becomes of functions that were left: on the executor they are called.
enum class left_functions : bool { dropped, called };

/// Who is in calls it, and has left then, or the tree has ended.
class strand_user {
 public:
  /// On the executor: runs what there is to run. It may also stay in, with a wake-up on its way.
  /// Throws what the tree's handler throws.
  virtual void run() = 0;

  /// The context has died.
  virtual void abandon() noexcept = 0;

  /// The executor has refused a wake-up. The tree ends if nothing is on its way that would enter.
  virtual void on_refusal() noexcept = 0;

  /// Has not left then.
  virtual void on_stop() noexcept = 0;

 protected:
  ~strand_user() = default;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
