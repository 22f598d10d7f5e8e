// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a tree posts to itself when there is more to run. One is on its way at most.
//
//   state   event                               next    what is done
//   ------  ----------------------------------  ------  -------------------------------------
//   idle    posted                              posted  a handler is handed to Asio
//   idle    posted, but the executor throws     idle    the tree's next handler will see to it
//   posted  posted again                        posted  nothing
//   posted  its handler is called               idle

#include "reserved_memory.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class wake_up {
 public:
  enum class state : unsigned char { idle, posted };

  state current_state() const noexcept { return state_; }

  /// `post_handler(memory)` posts one, which says `handler_called` first when it is called.
  template <class PostHandler> void post(PostHandler post_handler) noexcept {
    if (state_ == state::posted) return;
    state_ = state::posted;
    try {
      post_handler(memory_);
    } catch (...) { state_ = state::idle; }
  }

  void handler_called() noexcept { state_ = state::idle; }

 private:
  [[no_unique_address]] reserved_block memory_;  // whose padding has room for the state
  state state_ = state::idle;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
