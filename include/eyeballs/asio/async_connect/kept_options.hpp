// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Options that an operation of Asio's keeps until it is launched.

#include <string_view>
#include <utility>
#include <vector>

#include "../connect_options.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// With the key of the history as a copy of its own.
class kept_options {
 public:
  using characters = std::vector<char>;  // they stay in place when they are moved

  explicit kept_options(const connect_options& o) : options_(o) {
    if (options_.history) key_.assign(o.history_key.begin(), o.history_key.end());
  }

  /// Good as long as the key is.
  connect_options get() const noexcept {
    connect_options o = options_;
    o.history_key = std::string_view(key_.data(), key_.size());
    return o;
  }

  characters key() && noexcept { return std::move(key_); }

  void report_to(connect_report<tcp::endpoint>& report) noexcept { options_.report = &report; }

 private:
  connect_options options_;
  characters key_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
