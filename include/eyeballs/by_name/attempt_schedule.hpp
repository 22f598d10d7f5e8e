// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// When the next attempt may start, by the attempts that went before (RFC 8305, section 5).
//
//     attempt_schedule schedule(values);
//     schedule.start(index, now, scheduler, own_delay);
//     if (schedule.due() <= now) ...       // or at due(), or when an attempt has ended

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>

#include "../attempts/attempt_progress.hpp"
#include "configurable_values.hpp"

namespace eyeballs::detail {

class attempt_schedule {
 public:
  /// `values` outlive it.
  explicit attempt_schedule(const configurable_values& values) noexcept
      : values_(values), delay_(values.attempt_delay) {}

  explicit attempt_schedule(const configurable_values&&) = delete;

  /// An attempt starts, and is the newest. `own` is the delay of its endpoint, if that has one: it
  /// is held to the limits.
  void start(std::size_t index, time_point now, const scheduler& where,
             std::optional<duration> own) noexcept {
    ++in_flight_;
    delay_ = own ? limited(*own) : values_.attempt_delay;
    due_ = deadline(now, std::min(delay_, values_.failure_delay));
    newest_.start(index, now, where, delay_);
  }

  /// An attempt has ended.
  void end(std::size_t index) noexcept {
    --in_flight_;
    newest_.end(index);
  }

  /// For an attempt in flight.
  attempt_progress progress_of(std::size_t index) noexcept {
    return attempt_progress(newest_, index);
  }

  /// How long after the start of the newest attempt the next one is wanted, if the newest has not
  /// failed until then.
  duration delay() const noexcept { return delay_; }

  /// The earliest time for the next attempt, once it is wanted: the newest has failed, or its delay
  /// is over, whose extension lasts until then. It is `time_point::max()` as long as too many are in
  /// flight.
  time_point due() const noexcept {
    const std::size_t most = std::max<std::size_t>(1, values_.max_attempts_in_flight);
    if (in_flight_ >= most) return time_point::max();
    return std::max(due_, newest_.extended_until());
  }

 private:
  duration limited(duration d) const noexcept {
    constexpr duration floor = std::chrono::milliseconds(10);
    return std::max(
        {floor, values_.minimum_attempt_delay, std::min(d, values_.maximum_attempt_delay)});
  }

  const configurable_values& values_;
  std::size_t in_flight_ = 0;
  newest_attempt newest_;
  duration delay_;                      // of the newest attempt
  time_point due_ = time_point::min();  // by the newest attempt alone
};

}  // namespace eyeballs::detail
