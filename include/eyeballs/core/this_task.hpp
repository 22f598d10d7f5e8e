// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a task may ask about itself, and where it may end or let others go first.
//
//     const environment here = co_await current_environment();
//     if (co_await stop_requested()) co_return nothing_found;
//     for (const block& b : blocks) {
//       co_await stop_point();  // ends the task here if it was asked to stop
//       hash(b);
//     }
//     co_await yield_turn();  // now nobody is still on their way with a better answer

#include "operation.hpp"

namespace eyeballs {
namespace detail {

/// Asks the environment, and has ended within its start.
template <class Ask> struct EYEBALLS_AWAITABLE environment_query {
  using value_type = std::invoke_result_t<Ask, environment>;
  static constexpr bool resume_inline_if_ended = true;  // it never leaves its start

  explicit environment_query(Ask ask) noexcept : ask_(ask) {}

  start_result start(environment here, work_item&) noexcept {
    here_ = here;
    return start_result::ended;
  }

  bool stopped() const noexcept { return false; }

  result<value_type> take() noexcept { return ask_(here_); }

 private:
  [[no_unique_address]] Ask ask_;
  environment here_;
};

/// Asks for a stop. After so many in one turn, it lets outside events in before it does.
struct EYEBALLS_AWAITABLE stop_point_operation : yields_nothing {
  static constexpr bool resume_inline_if_ended = true;  // if it does not leave its start
  static constexpr std::size_t most_in_a_turn = 256;

  stop_point_operation() noexcept {}

  start_result start(environment here, work_item& waiter) noexcept {
    stop_ = here.stop;
    if (stopped() || ++here.where->stop_points <= most_in_a_turn) return start_result::ended;
    here.where->post_after_events(waiter);
    return start_result::pending;
  }

  bool stopped() const noexcept { return stop_.stop_requested(); }

 private:
  stop_token stop_;
};

struct EYEBALLS_AWAITABLE yield_operation : yields_nothing {
  yield_operation() noexcept {}

  start_result start(environment here, work_item& waiter) noexcept {
    stopped_ = here.stop.stop_arrived();
    if (stopped_) return start_result::ended;
    here.where->post_last(waiter);
    return start_result::pending;
  }

  bool stopped() const noexcept { return stopped_; }

 private:
  bool stopped_ = false;
};

}  // namespace detail

/// Yields the environment of the task. Resumes at once.
inline auto current_environment() noexcept {
  return detail::environment_query([](environment here) noexcept { return here; });
}

/// Yields whether the task was asked to stop, itself or from above. Resumes at once.
inline auto stop_requested() noexcept {
  return detail::environment_query(
      [](environment here) noexcept { return here.stop.stop_requested(); });
}

/// Ends the task as stopped if it was asked to stop, itself or from above. Otherwise it resumes: at
/// once; or, after each 256 in one turn, when outside events and timers that are due have had their
/// turns. So a timeout or a stop ends any loop that has a stop point in it.
inline auto stop_point() noexcept { return detail::stop_point_operation(); }

/// Resumes in this turn, when nothing else is ready: before the next outside event. Ends stopped if
/// a stop had arrived before it was awaited.
inline auto yield_turn() noexcept { return detail::yield_operation(); }

}  // namespace eyeballs
