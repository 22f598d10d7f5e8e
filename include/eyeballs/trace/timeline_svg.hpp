// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A timeline as a picture of its own: SVG without scripts, fonts or links, for a light background or
// a dark one, as the reader's system prefers.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect_timeline.hpp"
#include "time_axis.hpp"

namespace eyeballs {
namespace detail {

/// As text, or as an attribute, of XML.
inline std::string xml_escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += c; break;
    }
  }
  return safe;
}

/// Writes the elements of a picture, in pixels.
class svg_writer {
 public:
  svg_writer(double width, double height, std::string_view title) {
    const std::string size = "width=\"" + number(width) + "\" height=\"" + number(height) + '"';
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + number(width) +
           ' ' + number(height) + "\" role=\"img\">\n";
    svg_ += "<title>" + xml_escaped(title) + "</title>\n";
    svg_ += style;
    svg_ += "<rect class=\"paper\" " + size + "/>\n";
  }

  void text(double x, double y, const char* kind, std::string_view what) {
    svg_ += "<text class=\"" + std::string(kind) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
            "\">" + xml_escaped(what) + "</text>\n";
  }

  void bar(double x, double y, double width, double height, const char* kind) {
    svg_ += "<rect class=\"" + std::string(kind) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
            "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" rx=\"3\"/>\n";
  }

  void vertical(double x, double top, double bottom) {
    svg_ += "<path class=\"tick\" d=\"M" + number(x) + ' ' + number(top) + 'V' + number(bottom) +
            "\"/>\n";
  }

  std::string done() && { return std::move(svg_) + "</svg>\n"; }

 private:
  static constexpr const char* style =
      "<style>\n"
      "text { font: 13px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #24292f }\n"
      ".title { font-weight: bold; font-size: 15px }\n"
      ".axis { fill: #57606a; font-size: 11px; text-anchor: middle }\n"
      ".paper { fill: #ffffff }\n"
      ".tick { stroke: #d0d7de; stroke-width: 1; fill: none }\n"
      ".answered { fill: #54aeff } .connected { fill: #2da44e }\n"
      ".failed { fill: #cf222e } .stopped { fill: #8c959f }\n"
      "@media (prefers-color-scheme: dark) {\n"
      "text { fill: #e6edf3 } .axis { fill: #9198a1 } .paper { fill: #0d1117 }\n"
      ".tick { stroke: #30363d } .answered { fill: #388bfd } .connected { fill: #3fb950 }\n"
      ".failed { fill: #f85149 } .stopped { fill: #6e7681 }\n"
      "}\n"
      "</style>\n";

  static std::string number(double n) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.1f", n);
    return text.data();
  }

  std::string svg_;
};

inline const char* svg_class_of(timeline_mark m) noexcept {
  constexpr const char* classes[] = {"answered", "connected", "failed", "stopped", "left-out"};
  return classes[std::size_t(m)];
}

/// Where things stand in the picture, in pixels.
struct svg_layout {
  explicit svg_layout(const connect_timeline& t) : length(t.length), rows(t.rows.size()) {
    constexpr double of_character = 7.9;
    std::size_t what = 0;
    std::size_t note = 0;
    for (const timeline_row& row : t.rows) {
      what = std::max(what, row.what.size());
      note = std::max(note, row.note.size());
    }
    bars = margin + double(what) * of_character + 16;
    times = bars + bar_width + 16;
    notes = times + 80;
    width = notes + double(std::max<std::size_t>(note, 9)) * of_character + margin;
    const double title_width = 2 * margin + double(t.title.size()) * 9.2;
    width = std::max(width, title_width);
  }

  double x_of(duration at) const noexcept {
    if (length <= duration::zero()) return bars;
    return bars + bar_width * double(at.count()) / double(length.count());
  }

  double top_of(std::size_t row) const noexcept { return first_row + double(row) * row_height; }

  static constexpr double margin = 16, row_height = 24, first_row = 72, bar_width = 400;

  duration length;
  std::size_t rows;
  double bars, times, notes, width;
};

}  // namespace detail

/// The same rows as `to_text` has, as one `<svg>` element.
inline std::string to_svg(const connect_timeline& t) {
  const detail::svg_layout at(t);
  const detail::time_unit unit = detail::unit_for(t.length);
  const double bottom = at.top_of(at.rows);
  const double more = t.beyond_the_limit > 0 ? at.row_height : 0;
  detail::svg_writer svg(at.width, bottom + more + at.margin, t.title);
  svg.text(at.margin, 28, "title", t.title);

  const std::vector<duration> ticks = detail::ticks_of(t.length, 6);
  for (const duration tick : ticks) {
    const bool is_last = tick == ticks.back();
    std::string label = detail::in_unit(tick, unit);
    if (is_last) label += std::string(" ") + unit.name;
    svg.text(at.x_of(tick), at.first_row - 10, "axis", label);
    svg.vertical(at.x_of(tick), at.first_row - 4, bottom);
  }

  for (std::size_t i = 0; i < t.rows.size(); ++i) {
    const timeline_row& row = t.rows[i];
    const double middle = at.top_of(i) + 17;
    svg.text(at.margin, middle, "what", row.what);
    svg.text(at.notes, middle, "note", row.note);
    if (row.mark == timeline_mark::left_out) continue;

    const double least = 3;  // so that what has taken no time is seen
    const double width = std::max(least, at.x_of(row.end) - at.x_of(row.begin));
    svg.bar(at.x_of(row.begin), at.top_of(i) + 5, width, 14, detail::svg_class_of(row.mark));
    svg.text(at.times, middle, "time", detail::to_text(row.end));
  }
  if (more > 0)
    svg.text(at.margin, bottom + 17, "note",
             "and " + std::to_string(t.beyond_the_limit) + " addresses more, beyond the limit");
  return std::move(svg).done();
}

}  // namespace eyeballs
