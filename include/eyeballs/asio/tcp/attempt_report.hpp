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

/// Notes how each attempt ends, and tells another observer. Where memory is lacking, some attempts
/// are not noted.
class attempt_report final : public attempt_observer<tcp::endpoint> {
 public:
  /// `next` is told of everything, unless it is null.
  explicit attempt_report(attempt_observer<tcp::endpoint>* next) noexcept : next_(next) {}

  void started(std::size_t index, const tcp::endpoint& endpoint) noexcept override {
    note_start(index, endpoint);
    if (next_) next_->started(index, endpoint);
  }

  void ended(std::size_t index, const tcp::endpoint& endpoint, bool connected,
             const error* why) noexcept override {
    if (why) note_failure(index, *why);
    if (next_) next_->ended(index, endpoint, connected, why);
  }

  /// In the order of the starts: why each attempt failed, or `errc::stopped`.
  std::vector<error> errors() && noexcept { return std::move(errors_); }

 private:
  /// An attempt counts as stopped until it fails. If one could not be noted, no later one is, so
  /// that an index names the same attempt everywhere.
  void note_start(std::size_t index, const tcp::endpoint& endpoint) noexcept {
    if (errors_.size() != index) return;
    try {
      errors_.emplace_back(make_error_code(errc::stopped), to_string(endpoint));
    } catch (...) {}
  }

  void note_failure(std::size_t index, const error& why) noexcept {
    if (index >= errors_.size()) return;
    try {
      errors_[index] = why;
    } catch (...) {}
  }

  attempt_observer<tcp::endpoint>* next_;
  std::vector<error> errors_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
