// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// When the next attempt is due: after a fixed delay, or when a *stagger* says so.
//
//     struct my_stagger { auto wait(std::size_t k) { return sleep(50ms * (k + 1)); } };

#include <cstddef>

#include "../core/dataflow_variable.hpp"
#include "../core/detail/as_operation.hpp"
#include "../core/race.hpp"

namespace eyeballs {

/// Tells when the next attempt is due: `wait(k)` is awaited from the start of attempt k.
template <class T> concept stagger =
    requires(T t, std::size_t k) { detail::as_operation(t.wait(k)); };

namespace detail {

/// Waits until a variable is set, or a delay is over: what a race against a `sleep` does, but as
/// one wait.
template <class Duration> class [[nodiscard]] limited_wait : public yields_nothing, private timer {
 public:
  limited_wait(dataflow_variable<>& v, Duration d) noexcept
      : timer(&on_time), wait_(v.wait()), delay_(d) {}

  limited_wait(limited_wait&& other) noexcept
      : timer(&on_time), wait_(std::move(other.wait_)), delay_(other.delay_) {}

  ~limited_wait() {
    if (where_) where_->disarm(*this);
  }

  start_result start(environment here, work_item& waiter) noexcept {
    if (wait_.start(here, waiter) == start_result::ended) return start_result::ended;
    where_ = here.where;
    due = deadline(where_->now(), delay_);
    where_->arm(*this);
    return start_result::pending;
  }

  bool stopped() const noexcept { return wait_.stopped(); }

 private:
  static void on_time(work_item& self) noexcept { static_cast<limited_wait&>(self).wait_.on_set(); }

  dataflow_variable<>::reader wait_;
  Duration delay_;
  scheduler* where_ = nullptr;  // once it is armed
};

/// A stagger of ours: its wait is nothing but a delay.
template <class T> concept delays =
    requires(const T t, std::size_t k) { deadline({}, t.delay(k)); };

/// The stagger of a fixed delay. `duration::max()` is strictly one after another.
template <class Duration> class fixed_delay {
 public:
  explicit fixed_delay(Duration d) noexcept : delay_(d) {}

  Duration delay(std::size_t) const noexcept { return delay_; }

 private:
  Duration delay_;
};

template <class T> inline constexpr bool is_duration = false;

template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

/// What the user gave, a stagger or a duration, as a stagger.
template <class T> auto make_stagger(T t) {
  if constexpr (stagger<T> || delays<T>) return t;
  else return fixed_delay(t);
}

/// Waits for the attempt after attempt k to be due: by its failure, or by the stagger.
template <class Stagger> auto due_after(Stagger& s, std::size_t k, dataflow_variable<>& failed) {
  if constexpr (delays<Stagger>) return limited_wait(failed, s.delay(k));
  else return race(failed, s.wait(k));
}

}  // namespace detail
}  // namespace eyeballs
