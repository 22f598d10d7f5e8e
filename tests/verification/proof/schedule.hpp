// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_SCHEDULE_HPP
#define EYEBALLS_TESTS_PROOF_SCHEDULE_HPP

// What one scripted run of the algorithm is, and what may be seen of it. Times are whole ticks.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace proof {

using ticks = std::int32_t;
inline constexpr ticks at_once = -1;           // without a wait; 0 is a wait of no time
inline constexpr ticks never = 1'000'000'000;  // no such time comes

enum class way : std::uint8_t { succeeds, fails, throws, stops };  // stops: unasked
enum class answer : std::uint8_t { obeys, ignores, succeeds, fails, stops };

/// One connector. Whoever is never started is never read.
struct connector {
  ticks pulled_in = at_once;     ///< how long pulling it takes
  bool pulled_by_older = false;  ///< is there in the turn in which `leader_of` it comes to its end
  bool pull_fails = false;
  bool throws_on_start = false;  ///< as it is called, before there is a task
  bool with_older = false;       ///< ends in the turn in which `leader_of` comes to its end
  bool deep = false;             ///< some tasks deeper, so later in a turn than others are
  bool armed_late = false;       ///< its last tick is a wait of its own, so later than others armed
  way end = way::succeeds;
  ticks after = never;  ///< its start
  answer when_stopped = answer::obeys;
  ticks answer_takes = at_once;  ///< of the last three
  bool operator==(const connector&) const = default;
};

/// Whose timer: what a stop may be armed before.
enum class alarm : std::uint8_t { end, late_end, stagger, answered, pulled };
inline constexpr int alarms = 5;

constexpr int place_of(alarm what, int who) { return who * alarms + static_cast<int>(what); }

inline constexpr int first_of_all = -1;  // before there is an algorithm
inline constexpr int last_of_all = -2;   // after all that was armed until its instant is over

inline constexpr int nobody = 1000;  // for no connector

struct schedule {
  std::vector<connector> connectors;
  ticks delay = 1;  ///< never: strictly one after another
  ticks stop_at = never;
  int stop_place = last_of_all;  ///< among the events of one instant: before whom it is armed
  int stop_with = nobody;        ///< in the very turn in which this one comes to its end
  bool operator==(const schedule&) const = default;

  int size() const { return static_cast<int>(connectors.size()); }
};

/// In whose turn a connector ends (or is pulled) that does so with an older one: -1 is none.
inline int leader_of(const schedule& s, int who) {
  do --who;
  while (who >= 0 && s.connectors[static_cast<std::size_t>(who)].with_older);
  return who;
}

/// What is seen of a run. A turn is one outside event with all that it wakes.
enum class what : std::uint8_t {
  pulled,
  starts,
  succeeds,
  fails,
  stopped,
  closed,
  dropped,
  ends_with,
  ends_failed,
  cause,
  ends_stopped,
  hangs,
  left
};

struct event {
  ticks at = 0;
  int turn = 0;
  what happens{};
  int who = 0;  ///< nobody: the pull that failed, or no connector at all
  bool operator==(const event&) const = default;
};

using trace = std::vector<event>;

/// Within a turn the order in which different connectors are heard is nobody's promise; of each it
/// is, and that the whole's end is the last.
inline void normalise(trace& t) {
  const auto end = [](const event& e) { return e.happens >= what::ends_with; };
  const auto before = [&](const event& a, const event& b) {
    if (a.turn != b.turn) return a.turn < b.turn;
    return !end(a) && !end(b) && a.who < b.who;
  };
  std::size_t from = 0;
  for (std::size_t i = 1; i <= t.size(); ++i) {  // few: by insertion, without allocation
    if (i < t.size() && t[i].turn == t[from].turn && !end(t[i])) {
      for (std::size_t j = i; j > from && before(t[j], t[j - 1]); --j) std::swap(t[j], t[j - 1]);
    } else {
      while (i < t.size() && end(t[i])) ++i;
      from = i;
    }
  }
}

// As text.

inline std::string name_of(int who) {
  return who < 26 ? std::string(1, static_cast<char>('a' + who)) : "no. " + std::to_string(who);
}

inline std::string text_of(const event& e) {
  const std::string name = e.who == nobody ? "the pull" : name_of(e.who);
  switch (e.happens) {
    case what::pulled: return name + " is pulled";
    case what::starts: return name + " starts";
    case what::succeeds: return name + " succeeds";
    case what::fails: return name + " fails";
    case what::stopped: return name + " is stopped";
    case what::closed: return name + " is closed";
    case what::dropped: return name + " is dropped without close";
    case what::ends_with: return "THE END: " + name;
    case what::ends_failed:
      return "THE END: error, the code is of " + (e.who == nobody ? "none" : name);
    case what::cause: return "  because of " + name;
    case what::ends_stopped: return "THE END: stopped";
    case what::hangs: return "and nothing more";
    case what::left: {
      static const char* const kinds[] = {"a wait", "a timer", "a frame", "a connection"};
      return std::string("LEFT BEHIND: ") + kinds[e.who];
    }
  }
  return "?";
}

inline std::string text_of_time(ticks t) {
  return t == at_once ? "at once" : t == never ? "never" : "after " + std::to_string(t);
}

inline std::string text_of(const connector& c) {
  std::string text;
  if (c.pulled_by_older) text += "pulled in the turn of the one before, ";
  else if (c.pulled_in != at_once) text += "pulled " + text_of_time(c.pulled_in) + ", ";
  if (c.pull_fails) return text + "pulling throws";
  if (c.throws_on_start) return text + "throws on start";
  static const char* const ways[] = {"succeeds", "fails", "throws", "stops by itself"};
  if (!c.with_older && c.after == never) text += "hangs";
  else {
    text += std::string(ways[static_cast<int>(c.end)]) + " ";
    text += c.with_older ? "in the turn of the one before" : text_of_time(c.after);
    if (c.armed_late) text += " (armed a tick before)";
    if (c.deep) text += ", deep down";
  }
  if (c.when_stopped == answer::obeys) return text;
  if (c.when_stopped == answer::ignores) return text + "; ignores a stop";
  static const char* const answers[] = {"", "", "succeeds", "fails", "ends stopped"};
  return text + "; when stopped, " + answers[static_cast<int>(c.when_stopped)] + " " +
         text_of_time(c.answer_takes);
}

inline std::string text_of(const schedule& s) {
  std::string text = "delay ";
  text += s.delay == never ? "max" : std::to_string(s.delay);
  text += ", stop ";
  if (s.stop_with != nobody) text += "in the turn in which " + name_of(s.stop_with) + " ends";
  else if (s.stop_at == never) text += "never";
  else {
    text += "at " + std::to_string(s.stop_at);
    if (s.stop_place == first_of_all) text += ", armed before anything";
    else if (s.stop_place != last_of_all) {
      static const char* const of[] = {"end", "end (its last tick)", "stagger", "answer to a stop",
                                       "pulling"};
      text += std::string(", armed before the ") + of[s.stop_place % alarms] + " of " +
              name_of(s.stop_place / alarms);
    }
  }
  for (int k = 0; k < s.size(); ++k)
    text += "\n  " + name_of(k) + ": " + text_of(s.connectors[static_cast<std::size_t>(k)]);
  return text + "\n";
}

/// Two traces beside one another; the first line in which they differ is marked.
inline std::string text_of(const trace& expected, const trace& seen) {
  const auto row = [](const char* mark, std::string left, const std::string& right) {
    left.resize(std::max<std::size_t>(left.size() + 1, 46), ' ');
    return mark + left + right + "\n";
  };
  std::string text = row("     ", "time (turn) expected", "time (turn) seen");
  bool differ = false;
  for (std::size_t i = 0; i < std::max(expected.size(), seen.size()); ++i) {
    const auto cell = [i](const trace& t) {
      if (i >= t.size()) return std::string();
      return std::to_string(t[i].at) + " (" + std::to_string(t[i].turn) + ")  " + text_of(t[i]);
    };
    const bool same = i < expected.size() && i < seen.size() && expected[i] == seen[i];
    text += row(same || differ ? "     " : "  -> ", cell(expected), cell(seen));
    differ = differ || !same;
  }
  return text;
}

}  // namespace proof

#endif
