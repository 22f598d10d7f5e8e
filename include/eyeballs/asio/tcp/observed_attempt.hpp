// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Tells an observer of one attempt.

#include <cstddef>
#include <utility>

#include "../../attempts/attempt_observer.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Lives in the attempt's frame. If that is destroyed before the attempt has connected or failed,
/// the attempt was stopped.
class observed_attempt {
 public:
  /// The attempt starts. `observer` may be null. `endpoint` outlives this.
  observed_attempt(attempt_observer<tcp::endpoint>* observer, std::size_t index,
                   const tcp::endpoint& endpoint)
      : observer_(observer), index_(index), endpoint_(endpoint) {
    if (observer_) observer_->started(index_, endpoint_);
  }

  observed_attempt(const observed_attempt&) = delete;

  ~observed_attempt() { end(false, nullptr); }

  void connected() noexcept { end(true, nullptr); }

  void failed(const error& why) noexcept { end(false, &why); }

 private:
  /// The first call counts.
  void end(bool connected, const error* why) noexcept {
    auto* const observer = std::exchange(observer_, nullptr);
    if (observer) observer->ended(index_, endpoint_, connected, why);
  }

  attempt_observer<tcp::endpoint>* observer_;
  std::size_t index_;
  const tcp::endpoint& endpoint_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
