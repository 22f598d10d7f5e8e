// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why the attempts of one `happy_eyeballs` failed: noted as they fail, reported in the order of
// their starts.

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "../core/result.hpp"
#include "attempt_subject.hpp"

namespace eyeballs::detail {

class attempt_errors {
 public:
  /// Makes room for the next attempt's error.
  void add() {
    if (count_ == first_.size()) others_.reserve(3 * first_.size());  // 16 in all, before it grows
    if (count_ >= first_.size()) others_.emplace_back();
    ++count_;
  }

  void note(std::size_t attempt, error e) noexcept { of(attempt) = std::move(e); }

  /// A pull that failed ends the pulling: its error is the last.
  void note_end_of_pulling(const auto& end) {
    if (!end.has_error()) return;
    add();
    note(count_ - 1, end.error());
  }

  /// The code of the most preferred connector that failed, and the errors of all.
  error all() && {
    std::vector<error> causes;
    causes.reserve(count_);
    for (std::size_t k = 0; k < count_; ++k)
      if (of(k)) causes.push_back(*std::move(of(k)));
    if (causes.empty()) return error(make_error_code(errc::no_endpoints));

    const std::error_code code = causes.front().code();
    const all_attempts tried{causes.size()};
    return error(code, tried, std::move(causes));
  }

 private:
  std::optional<error>& of(std::size_t attempt) noexcept {
    return attempt < first_.size() ? first_[attempt] : others_[attempt - first_.size()];
  }

  std::array<std::optional<error>, 4> first_;  // most lists have no others
  std::vector<std::optional<error>> others_;
  std::size_t count_ = 0;
};

}  // namespace eyeballs::detail
