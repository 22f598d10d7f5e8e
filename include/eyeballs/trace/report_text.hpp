// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A report as a short table: a line for each query, attempt, and address that was left out, with when
// it ended and how.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "connect_timeline.hpp"
#include "time_axis.hpp"
#include "timeline_text.hpp"

namespace eyeballs {

/// `text_of(endpoint)` is how an endpoint is named; for TCP it is `to_string`. Each line ends with a
/// newline.
template <class Endpoint, class Text>
std::string to_text(const connect_report<Endpoint>& report, Text text_of) {
  const connect_timeline t = timeline_of(report, {}, std::move(text_of));
  std::size_t what = 0;
  for (const timeline_row& row : t.rows) what = std::max(what, detail::columns_of(row.what));

  std::string text;
  for (const timeline_row& row : t.rows) {
    text += detail::fitted(row.what, what) + "  ";
    if (row.mark != timeline_mark::left_out)
      text += detail::to_text(row.begin) + " to " + detail::to_text(row.end) + ": ";
    text += row.note + '\n';
  }
  return text;
}

}  // namespace eyeballs
