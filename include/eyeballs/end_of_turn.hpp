// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Lets everything else that this turn woke be heard first.
//
//     co_await end_of_turn();   // now nobody is still on their way with a better answer

#include "core/environment.hpp"

namespace eyeballs {

namespace detail {
class end_of_turn_operation {
 public:
  using value_type = void;
  end_of_turn_operation() noexcept {}
  bool start(environment here, job& waiter) noexcept {
    stopped_ = here.stop.stop_arrived();
    if (!stopped_) here.where->post_last(waiter);
    return stopped_;
  }
  bool stopped() const noexcept { return stopped_; }
  result<void> take() noexcept { return {}; }
 private:
  bool stopped_ = false;
};
}  // namespace detail

/// Goes on when nothing else is ready, before the next outside event; ends stopped after a stop.
inline auto end_of_turn() noexcept { return detail::end_of_turn_operation(); }

}  // namespace eyeballs
