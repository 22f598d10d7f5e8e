// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A timeline as text, for a terminal or a log:
//
//     example.com 443: connected in 332 ms
//                        0         100        200        300 ms
//     AAAA example.com   ├─────✓   ·          ·          ·           48 ms  2 addresses
//     [2001:db8::1]:443  ·     ├───┄──────────┄──────────┄──○       332 ms  stopped
//     192.0.2.1:443      ·     ·              ·     ├───────●       332 ms  connected

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "connect_timeline.hpp"
#include "time_axis.hpp"

namespace eyeballs {

/// How a timeline is written.
struct timeline_style {
  std::size_t width = 80;  ///< columns; no line is longer, down to a width of 40
  bool utf8 = true;        ///< else ASCII alone, as far as the names are
  bool colour = false;     ///< ANSI colours
};

namespace detail {

/// What the cells of a bar are drawn with.
struct bar_glyphs {
  const char* begin;
  const char* line;
  const char* tick;
  const char* marks[5];  // by timeline_mark
};

inline const bar_glyphs& glyphs_of(const timeline_style& style) noexcept {
  static constexpr bar_glyphs utf8{"├", "─", "·", {"✓", "●", "✗", "○", "–"}};
  static constexpr bar_glyphs ascii{"|", "-", ".", {"+", "@", "x", "o", "-"}};
  return style.utf8 ? utf8 : ascii;
}

inline const char* colour_of(timeline_mark m) noexcept {
  switch (m) {
    case timeline_mark::answered: return "\x1b[36m";
    case timeline_mark::connected: return "\x1b[32m";
    case timeline_mark::failed: return "\x1b[31m";
    default: return "\x1b[2m";
  }
}

inline bool begins_character(char c) noexcept { return (c & '\xC0') != '\x80'; }

/// How many columns a text takes: a character each.
inline std::size_t columns_of(std::string_view text) noexcept {
  return std::size_t(std::count_if(text.begin(), text.end(), begins_character));
}

/// The text in exactly so many columns. What is too long is cut, and its end is marked.
inline std::string fitted(std::string text, std::size_t columns) {
  std::size_t have = columns_of(text);
  if (have > columns) {
    while (have >= columns && !text.empty()) {
      if (begins_character(text.back())) --have;
      text.pop_back();
    }
    text += '~';
    ++have;
  }
  return text.append(columns - have, ' ');
}

/// Where things stand in a line: what, a bar, a time and a note.
class timeline_columns {
 public:
  timeline_columns(const connect_timeline& t, std::size_t width) : length_(t.length) {
    std::size_t longest_note = 0;
    for (const timeline_row& row : t.rows) {
      what = std::max(what, columns_of(row.what));
      if (row.mark == timeline_mark::left_out) continue;
      time = std::max(time, to_text(row.end).size());
      longest_note = std::max(longest_note, columns_of(row.note));
    }
    const std::size_t all = std::max<std::size_t>(width, 40);
    what = std::min(what, all * 3 / 10);
    note = std::min(longest_note, all * 3 / 10);
    constexpr std::size_t gaps = 6;  // of two columns each
    bar = all - gaps - what - time - note;
  }

  /// The column of the bar in which a time is.
  std::size_t column_of(duration at) const noexcept {
    if (length_ <= duration::zero()) return 0;
    const double share = double(at.count()) / double(length_.count());
    return std::size_t(std::lround(std::clamp(share, 0.0, 1.0) * double(bar - 1)));
  }

  /// How many columns there are behind the first two.
  std::size_t behind_what() const noexcept { return bar + time + note + 4; }

  std::size_t what = 0, bar = 0, time = 0, note = 0;

 private:
  duration length_;
};

/// The line with the times of the axis.
inline std::string axis_of(const timeline_columns& columns, const std::vector<duration>& ticks,
                           const time_unit& unit) {
  std::string line(columns.what + 2, ' ');
  for (const duration tick : ticks) {
    const std::size_t at = columns.what + 2 + columns.column_of(tick);
    if (line.size() < at) line.append(at - line.size(), ' ');
    line += in_unit(tick, unit);
  }
  return line + ' ' + unit.name;
}

/// The bar of a row: from its begin to its end, on the ticks of the axis.
inline std::string bar_of(const timeline_row& row, const timeline_columns& columns,
                          const std::vector<duration>& ticks, const timeline_style& style) {
  const bar_glyphs& glyphs = glyphs_of(style);
  std::vector<std::string> cells(columns.bar, " ");
  for (const duration tick : ticks) cells[columns.column_of(tick)] = glyphs.tick;
  const std::size_t begin = columns.column_of(row.begin);
  const std::size_t end = columns.column_of(row.end);
  std::fill(cells.begin() + std::ptrdiff_t(begin), cells.begin() + std::ptrdiff_t(end),
            glyphs.line);
  cells[begin] = glyphs.begin;
  cells[end] = glyphs.marks[std::size_t(row.mark)];
  if (style.colour) {
    cells[begin].insert(0, colour_of(row.mark));
    cells[end] += "\x1b[0m";
  }

  std::string bar;
  for (const std::string& cell : cells) bar += cell;
  return bar;
}

inline std::string without_spaces_at_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace detail

/// A line for the title, one for the axis, and one for each row; each ends with a newline.
inline std::string to_text(const connect_timeline& t, const timeline_style& style = {}) {
  const detail::time_unit unit = detail::unit_for(t.length);
  const detail::timeline_columns columns(t, style.width);
  const std::size_t most_ticks = std::max<std::size_t>(2, columns.bar / 10);
  const std::vector<duration> ticks = detail::ticks_of(t.length, most_ticks);

  std::string text = t.title + '\n';
  if (!t.rows.empty()) text += detail::axis_of(columns, ticks, unit) + '\n';
  for (const timeline_row& row : t.rows) {
    std::string line = detail::fitted(row.what, columns.what) + "  ";
    if (row.mark == timeline_mark::left_out) {  // it has no bar: the note has its place
      line += detail::fitted(row.note, columns.behind_what());
    } else {
      const std::string time = detail::to_text(row.end);
      line += detail::bar_of(row, columns, ticks, style) + "  ";
      line += std::string(columns.time - time.size(), ' ') + time + "  ";
      line += detail::fitted(row.note, columns.note);
    }
    text += detail::without_spaces_at_end(std::move(line)) + '\n';
  }
  if (t.beyond_the_limit > 0)
    text += "and " + std::to_string(t.beyond_the_limit) + " addresses more, beyond the limit\n";
  return text;
}

}  // namespace eyeballs
