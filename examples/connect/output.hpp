// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the program `connect` prints of a connect that has ended, and what it draws.

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <eyeballs/trace.hpp>
#include <fstream>
#include <iostream>
#include <string>

#include "command_line.hpp"
#include "json.hpp"
#include "one_connect.hpp"

inline bool prints_text(const arguments& given) { return !given.json && !given.quiet; }

inline void print_heading(const std::string& host, const arguments& given) {
  if (given.hosts.size() == 1 || !prints_text(given)) return;
  if (host != given.hosts.front()) std::cout << '\n';
  std::cout << host << ' ' << given.service << ':' << std::endl;
}

inline void print_text(const one_connect& c) {
  if (const tcp_report::attempt* const winner = winner_of(c)) {
    std::cout << "connected to " << eyeballs::to_string(winner->endpoint) << " in "
              << json_number(ms_of(c.told)) << " ms" << std::endl;
    return;
  }
  std::cout << "could not connect: " << c.error << std::endl;
  for (const tcp_report::attempt& a : c.told.attempts)
    std::cout << "  " << eyeballs::to_string(a.endpoint) << ": "
              << (a.why ? text_of(*a.why) : "stopped") << std::endl;
}

inline void print(const one_connect& c, const arguments& given) {
  if (given.json) std::cout << to_json(c) << std::endl;
  else if (given.count == 1 && !given.quiet) print_text(c);
}

/// A line on a terminal, while there are several connects: how many are done. It goes at the end.
class progress_line {
 public:
  explicit progress_line(const arguments& given)
      : count_(given.count),
        is_seen_(count_ > 1 && prints_text(given) && ::isatty(STDERR_FILENO) == 1) {}

  progress_line(const progress_line&) = delete;

  ~progress_line() { hide(); }

  void show(int done) const {
    if (is_seen_) std::cerr << '\r' << done << " of " << count_ << std::flush;
  }

  void hide() const {
    if (is_seen_) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  int count_;
  bool is_seen_;
};

inline bool in_colour(when colour) {
  if (colour != when::automatic) return colour == when::always;
  return ::isatty(STDOUT_FILENO) == 1 && !std::getenv("NO_COLOR");
}

/// The name of the picture. Of several hosts each has its own: "out.svg" is "out.HOST.svg".
inline std::string picture_of(const one_connect& c, const arguments& given) {
  if (given.hosts.size() == 1) return given.svg;
  std::string host = c.host;
  for (char& letter : host)
    if (letter == '/') letter = '_';
  const std::size_t directory = given.svg.find_last_of('/') + 1;  // 0, if there is none
  const std::size_t dot = std::min(given.svg.find_last_of('.'), given.svg.size());
  return dot > directory ? given.svg.substr(0, dot) + '.' + host + given.svg.substr(dot)
                         : given.svg + '.' + host;
}

/// Draws what happened, as the command line says. False, if it could not be written.
inline bool draw(const one_connect& c, const arguments& given) {
  const auto timeline = [&] {
    return eyeballs::timeline_of(c.told, c.host + ' ' + c.service, eyeballs::to_string);
  };
  const bool is_seen = ::isatty(STDOUT_FILENO) == 1 && prints_text(given);
  if (given.timeline || is_seen)
    std::cout << '\n' << to_text(timeline(), {.colour = in_colour(given.colour)}) << std::flush;
  if (given.svg.empty()) return true;

  const std::string name = picture_of(c, given);
  std::ofstream file(name);
  file << to_svg(timeline());
  if (file.flush()) return true;
  std::cerr << "connect: " << name << " could not be written\n";
  return false;
}
