// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// When the next attempt is due: after a fixed delay, or when a *stagger* says so.
//
//     struct my_stagger { auto wait(std::size_t k) { return sleep(50ms * (k + 1)); } };

#include <cstddef>

#include "../core/detail/as_operation.hpp"
#include "../core/sleep.hpp"

namespace eyeballs {

/// Tells when the next attempt is due: `wait(k)` is awaited from the start of attempt k.
template <class T> concept stagger =
    requires(T t, std::size_t k) { detail::as_operation(t.wait(k)); };

namespace detail {

/// The stagger of a fixed delay. `duration::max()` is strictly one after another.
template <class Duration> class fixed_delay {
 public:
  explicit fixed_delay(Duration d) noexcept : delay_(d) {}

  auto wait(std::size_t) const noexcept { return sleep(delay_); }

 private:
  Duration delay_;
};

template <class T> inline constexpr bool is_duration = false;

template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

/// What the user gave, a stagger or a duration, as a stagger.
template <class T> auto make_stagger(T t) {
  if constexpr (stagger<T>) return t;
  else return fixed_delay(t);
}

}  // namespace detail
}  // namespace eyeballs
