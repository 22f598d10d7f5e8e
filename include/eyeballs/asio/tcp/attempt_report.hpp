// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What became of the attempts of a `connect` whose time is over before they all have ended.

#include <cstddef>
#include <utility>
#include <vector>

#include "../../attempts/attempt_observer.hpp"
#include "../../core/result.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Listens, and lets another listen.
class attempt_report final : public attempt_observer<tcp::endpoint> {
 public:
  explicit attempt_report(attempt_observer<tcp::endpoint>* also) noexcept : also_(also) {}

  void started(std::size_t index, const tcp::endpoint& endpoint) noexcept override {
    try {
      if (errors_.size() == index)
        errors_.emplace_back(make_error_code(errc::stopped), to_string(endpoint));
    } catch (...) {}  // no memory: this one and the later ones are not told of
    if (also_) also_->started(index, endpoint);
  }

  void ended(std::size_t index, const tcp::endpoint& endpoint, bool connected,
             const error* why) noexcept override {
    try {
      if (why && index < errors_.size()) errors_[index] = *why;
    } catch (...) {}
    if (also_) also_->ended(index, endpoint, connected, why);
  }

  /// In the order of the starts: why each failed, or that it was stopped.
  std::vector<error> errors() && noexcept { return std::move(errors_); }

 private:
  attempt_observer<tcp::endpoint>* also_;
  std::vector<error> errors_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
