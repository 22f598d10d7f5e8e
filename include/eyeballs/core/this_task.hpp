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
template <class Ask> struct [[nodiscard]] environment_query {
  using answer = std::invoke_result_t<Ask, environment>;
  using value_type = typename answer::value_type;
  static constexpr bool resume_inline_if_ended = true;  // it never leaves its start

  explicit environment_query(Ask ask) noexcept : ask_(ask) {}

  start_result start(environment here, work_item&) noexcept {
    answer_ = ask_(here);
    return start_result::ended;
  }

  bool stopped() const noexcept { return answer_.stopped(); }

  result<value_type> take() noexcept { return std::move(answer_).as_result(); }

 private:
  Ask ask_;
  answer answer_ = eyeballs::stopped;
};

struct [[nodiscard]] yield_operation {
  using value_type = void;

  yield_operation() noexcept {}

  start_result start(environment here, work_item& waiter) noexcept {
    stopped_ = here.stop.stop_arrived();
    if (stopped_) return start_result::ended;
    here.where->post_last(waiter);
    return start_result::pending;
  }

  bool stopped() const noexcept { return stopped_; }

  result<void> take() noexcept { return {}; }

 private:
  bool stopped_ = false;
};

}  // namespace detail

/// Yields the environment of the task. Resumes at once.
inline auto current_environment() noexcept {
  return detail::environment_query([](environment e) noexcept { return outcome<environment>(e); });
}

/// Yields whether the task was asked to stop, itself or from above. Resumes at once.
inline auto stop_requested() noexcept {
  return detail::environment_query(
      [](environment e) noexcept { return outcome<bool>(e.stop.stop_requested()); });
}

/// Ends the task as stopped if it was asked to stop, itself or from above. Otherwise it resumes at
/// once.
inline auto stop_point() noexcept {
  return detail::environment_query([](environment here) noexcept {
    return here.stop.stop_requested() ? outcome<void>(stopped) : outcome<void>();
  });
}

/// Resumes in this turn, when nothing else is ready: before the next outside event. Ends stopped if
/// a stop had arrived before it was awaited.
inline auto yield_turn() noexcept { return detail::yield_operation(); }

}  // namespace eyeballs
