// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A picture of a sweep: for each policy, what share of the connects has taken no longer than a time.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "sweep.hpp"

namespace simulated {

class plot {
 public:
  explicit plot(const std::vector<score>& scores) : height_(top + area_height + 60) {
    for (const double ms : {10, 100, 1'000, 10'000, 100'000}) vertical(ms);
    for (const double share : {0.5, 0.95, 1.0}) horizontal(share);
    for (std::size_t i = 0; i < scores.size(); ++i) curve(scores[i], i);
  }

  std::string to_svg() const {
    std::string svg = print("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" ",
                            width, int(height_));
    svg += print("width=\"%d\" height=\"%d\" role=\"img\">\n", width, int(height_));
    svg += "<title>Share of connects that took no longer than a time</title>\n";
    svg += style;
    svg += print("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n", width, int(height_));
    return svg + body_ + "</svg>\n";
  }

 private:
  static constexpr int width = 820;
  static constexpr double left = 60, top = 24, area_width = 500, area_height = 300;
  static constexpr const char* colours[] = {"#8c959f", "#bf8700", "#bc4c00", "#8250df",
                                            "#2da44e", "#0969da", "#cf222e", "#1b7c83"};
  static constexpr const char* style =
      "<style>\n"
      "text { font: 13px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #57606a }\n"
      ".paper { fill: #ffffff } .grid { stroke: #d0d7de } path { fill: none; stroke-width: 2 }\n"
      "@media (prefers-color-scheme: dark) {\n"
      "text { fill: #9198a1 } .paper { fill: #0d1117 } .grid { stroke: #30363d }\n"
      "}\n"
      "</style>\n";

  template <class... Values> static std::string print(const char* format, Values... values) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
  }

  /// From 10 ms to 300 s, by its logarithm.
  static double x_of(double ms) {
    const double share = std::log10(std::clamp(ms, 10.0, 300'000.0) / 10) / std::log10(30'000.0);
    return left + area_width * share;
  }

  static double y_of(double share) { return top + area_height * (1 - share); }

  void vertical(double ms) {
    body_ += print("<path class=\"grid\" d=\"M%.1f %.1fV%.1f\"/>\n", x_of(ms), y_of(1), y_of(0));
    const std::string label = ms < 1000 ? print("%.0f ms", ms) : print("%.0f s", ms / 1000);
    body_ += print("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>\n", x_of(ms),
                   y_of(0) + 20, label.c_str());
  }

  void horizontal(double share) {
    body_ += print("<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>\n", left, y_of(share),
                   left + area_width);
    body_ += print("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.0f %%</text>\n", left - 8,
                   y_of(share) + 4, share * 100);
  }

  void curve(const score& s, std::size_t index) {
    const char* const colour = colours[index % std::size(colours)];
    std::string path;
    const double count = double(s.times.size());
    for (std::size_t i = 0; i < s.times.size(); ++i) {
      const double ms = double(s.times[i].count()) / 1e6;
      path += print("%s%.1f %.1f", path.empty() ? "M" : "L", x_of(ms), y_of(double(i + 1) / count));
    }
    body_ += "<path stroke=\"" + std::string(colour) + "\" d=\"" + path + "\"/>\n";

    const double y = top + 20 + 22 * double(index);
    const double x = left + area_width + 24;
    body_ += print("<path stroke=\"%s\" d=\"M%.1f %.1fh20\"/>\n", colour, x, y);
    body_ += print("<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", x + 28, y + 4, s.name.c_str());
  }

  double height_;
  std::string body_;
};

}  // namespace simulated
