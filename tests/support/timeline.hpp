// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_TIMELINE_HPP
#define EYEBALLS_TESTS_SUPPORT_TIMELINE_HPP

// What happened, and when in virtual time, as lines that a test compares:
//
//     CHECK(log == lines{"a starts 0", "a fails 100", "b starts 100", "b ok 350"});

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "eyeballs/eyeballs.hpp"
#include "frames.hpp"

namespace support {

using eyeballs::duration;
using lines = std::vector<std::string>;

/// Milliseconds, with a fraction only where there is one.
inline std::string in_ms(duration d) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(d).count();
  std::string text = std::to_string(micros / 1000);
  if (micros % 1000) text += "." + std::to_string(1000 + micros % 1000).substr(1);
  return text;
}

inline duration time_of(const eyeballs::environment& here) {
  return here.where->now().time_since_epoch();
}

class timeline {
 public:
  void note(const std::string& what, const eyeballs::environment& here) {
    lines_.push_back(what + " " + in_ms(time_of(here)));
  }

  void note(const std::string& what) { lines_.push_back(what); }

  void clear() { lines_.clear(); }

  const lines& all() const { return lines_; }

  /// Only those that contain a word.
  lines with(const std::string& word) const {
    lines some;
    for (const auto& line : lines_)
      if (line.find(word) != line.npos) some.push_back(line);
    return some;
  }

  bool operator==(const lines& other) const { return lines_ == other; }

  friend std::ostream& operator<<(std::ostream& out, const timeline& t) {
    for (const auto& line : t.lines_) out << line << "; ";
    return out;
  }

 private:
  lines lines_;
};

/// Notes that the scope was left, and when.
class note_at_exit {
 public:
  note_at_exit(timeline& log, std::string what, const eyeballs::environment& here)
      : log_(&log), what_(std::move(what)), here_(here) {}

  note_at_exit(const note_at_exit&) = delete;

  ~note_at_exit() {
    if (log_) log_->note(what_, here_);
  }

  void dismiss() { log_ = nullptr; }

 private:
  timeline* log_;
  std::string what_;
  eyeballs::environment here_;
};

/// How a task ended, and when.
template <class T> class played {
 public:
  played(eyeballs::outcome<T> o, duration t) : end(std::move(o)), at(t) {}

  eyeballs::outcome<T> end;
  duration at;

  bool ok() const { return end.has_value(); }

  bool failed() const { return end.has_error(); }

  bool stopped() const { return end.stopped(); }

  std::error_code code() const { return failed() ? end.error().code() : std::error_code(); }
};

/// Runs a task to its end, with a stop on the way if wanted. It leaves nothing behind: no wait, no
/// timer, no frame.
template <class T>
played<T> play(eyeballs::task<T> t, std::optional<duration> stop_at = std::nullopt) {
  counting_frames frames;
  std::optional<played<T>> result;
  {
    eyeballs::virtual_time time(&frames);
    auto& root = time.start(std::move(t));
    if (stop_at) root.stop_at(*stop_at);
    while (!root.ended() && time.step()) {}
    REQUIRE(root.ended());
    CHECK(time.pending().waits == 0);
    CHECK(time.pending().timers == 0);
    CHECK(frames.live() == 0);
    result.emplace(std::move(root.end()), time.elapsed());
  }
  return *std::move(result);
}

}  // namespace support

#endif
