// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why the attempts of one `happy_eyeballs` failed: noted as they fail, reported in the order of
// their starts.

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
    if (errors_.capacity() == 0) errors_.reserve(4);  // what most lists have
    errors_.emplace_back();
  }

  void note(std::size_t attempt, error e) noexcept { errors_[attempt] = std::move(e); }

  /// A pull that failed ends the pulling: its error is the last.
  void note_end_of_pulling(const auto& end) {
    if (end.has_error()) errors_.emplace_back(end.error());
  }

  /// The code of the most preferred connector that failed, and the errors of all.
  error all() && {
    std::vector<error> causes;
    causes.reserve(errors_.size());
    for (auto& e : errors_)
      if (e) causes.push_back(*std::move(e));
    if (causes.empty()) return error(make_error_code(errc::no_endpoints));

    const std::error_code code = causes.front().code();
    const all_attempts tried{causes.size()};
    return error(code, tried, std::move(causes));
  }

 private:
  std::vector<std::optional<error>> errors_;
};

}  // namespace eyeballs::detail
