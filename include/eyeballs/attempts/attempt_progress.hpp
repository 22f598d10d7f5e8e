// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An attempt that takes several handshakes tells that it gets on. The next one then gives it more
// time (HEv3, section 6.1).
//
//     tcp::socket s = co_await connect_to(executor, endpoint);
//     progress();                                             // TCP is up
//     co_return co_await handshake(std::move(s));

#include <algorithm>
#include <cstddef>
#include <limits>

#include "../core/scheduler.hpp"

namespace eyeballs {
namespace detail {

/// The attempt that was started last, and by how much its delay is extended.
class newest_attempt {
 public:
  void start(std::size_t index, time_point now, const scheduler& where, duration delay) noexcept {
    index_ = index;
    where_ = &where;
    started_ = now;
    delay_ = delay;
    extension_ = duration::zero();
    may_be_extended_ = true;
  }

  /// An attempt gets on. Nothing follows of that if another one was started since, or is due; or
  /// the second time.
  void progress(std::size_t index) noexcept {
    if (index != index_ || !may_be_extended_) return;
    may_be_extended_ = false;
    const duration took = where_->now() - started_;
    if (took < delay_) extension_ = took + std::min(took, delay_ - took);
  }

  /// An attempt has ended: it needs no more time.
  void end(std::size_t index) noexcept {
    if (index == index_) extension_ = duration::zero();
  }

  /// The shorter one of the delay and twice the time that the first handshake took.
  duration extension() const noexcept { return extension_; }

  /// The end of the delay and of its extension; `time_point::min()`, if it was not extended.
  time_point extended_until() const noexcept {
    if (extension_ == duration::zero()) return time_point::min();
    return deadline(deadline(started_, delay_), extension_);
  }

 private:
  std::size_t index_ = std::numeric_limits<std::size_t>::max();
  const scheduler* where_ = nullptr;
  time_point started_{};
  duration delay_{};
  duration extension_{};
  bool may_be_extended_ = false;
};

}  // namespace detail

/// How one attempt tells that it gets on: its transport has connected, and a handshake follows. The
/// first time, if no other attempt was started since and none is due, the wait for the next one is
/// extended by the attempt delay, or by twice the time that the attempt has taken so far, whichever
/// is shorter. It is called where the attempt's task runs, while that runs.
class attempt_progress {
 public:
  /// Tells nobody.
  attempt_progress() noexcept {}

  /// Tells for attempt `index`.
  attempt_progress(detail::newest_attempt& newest, std::size_t index) noexcept
      : newest_(&newest), index_(index) {}

  /// The attempt gets on.
  void operator()() const noexcept {
    if (newest_) newest_->progress(index_);
  }

 private:
  detail::newest_attempt* newest_ = nullptr;
  std::size_t index_ = 0;
};

}  // namespace eyeballs
