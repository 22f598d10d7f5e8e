// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A delay for `happy_eyeballs` that lasts longer while the newest attempt gets on.
//
//     extended_delay delay(250ms);
//     for (std::size_t i = 0; i < endpoints.size(); ++i)
//       connectors.push_back(open_session(endpoints[i], delay.progress_of(i)));
//     session s = co_await happy_eyeballs(delay, std::move(connectors));

#include <cstddef>

#include "../base/counted.hpp"
#include "../core/sleep.hpp"
#include "../core/task.hpp"
#include "../core/this_task.hpp"
#include "attempt_progress.hpp"

namespace eyeballs {

/// A stagger: after `delay`, and its extension, the next attempt is due. One serves one
/// `happy_eyeballs`; its copies are the same delay.
class extended_delay {
 public:
  /// `delay`: the Connection Attempt Delay, without its extension.
  explicit extended_delay(duration delay) : delay_(delay), shared_(new shared) {}

  /// For connector `index`, counted from 0 in the order of the connectors. It is good as long as
  /// the `happy_eyeballs` lasts that was given this delay.
  attempt_progress progress_of(std::size_t index) const noexcept {
    return attempt_progress(shared_.get()->newest, index);
  }

  /// As a stagger.
  template <class = void> task<> wait(std::size_t index) const {
    return wait_in_turn(*this, index);
  }

 private:
  struct shared final : detail::counted {
    detail::newest_attempt newest;
  };

  template <class = void> static task<> wait_in_turn(extended_delay self, std::size_t index) {
    const environment here = co_await current_environment();
    detail::newest_attempt& newest = self.shared_.get()->newest;
    newest.start(index, here.where->now(), *here.where, self.delay_);
    co_await sleep(self.delay_);
    const duration extension = newest.extension();
    if (extension > duration::zero()) co_await sleep(extension);
  }

  duration delay_;
  detail::counted_pointer<shared> shared_;
};

}  // namespace eyeballs
