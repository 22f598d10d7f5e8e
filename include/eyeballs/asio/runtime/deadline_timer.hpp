// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The one Asio timer of a tree, for all its sleeps. One handler of it is pending at most, and none
// if nobody has slept.
//
//   state  event                        next   what is done
//   -----  ---------------------------  -----  ------------------------------------------------
//   idle   armed                        armed  the handler is handed to Asio
//   armed  armed again, for later       armed  nothing: the handler comes early, and arms it again
//   armed  armed again, for an earlier  armed  the wait is cancelled: the handler comes at once,
//          time                                and arms it again
//   armed  its handler is called        idle

#include <chrono>
#include <optional>

#include "../../core/scheduler.hpp"
#include "../config.hpp"

#include EYEBALLS_ASIO_HEADER(basic_waitable_timer.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Executor> class deadline_timer {
 public:
  enum class state : unsigned char { idle, armed };

  state current_state() const noexcept { return state_; }

  /// Sees to it that a handler comes at `due` or before. If it needs a new one, that is
  /// `make_handler()`, which says `handler_called` first when it is called. Throws if Asio finds no
  /// memory; it is idle then.
  template <class MakeHandler>
  void arm(const Executor& executor, time_point due, MakeHandler make_handler) {
    if (state_ == state::armed) {
      if (due < timer_->expiry()) timer_->cancel();
      return;
    }
    if (!timer_) timer_.emplace(executor);
    timer_->expires_at(due);
    timer_->async_wait(make_handler());
    state_ = state::armed;
  }

  void handler_called() noexcept { state_ = state::idle; }

  /// If it is armed, its handler comes at once.
  void destroy() noexcept { timer_.reset(); }

 private:
  using clock = std::chrono::steady_clock;

  std::optional<asio::basic_waitable_timer<clock, asio::wait_traits<clock>, Executor>> timer_;
  state state_ = state::idle;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
