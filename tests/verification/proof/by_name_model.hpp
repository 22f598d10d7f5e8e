// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_BY_NAME_MODEL_HPP
#define EYEBALLS_TESTS_PROOF_BY_NAME_MODEL_HPP

// What connect_by_name must do: RFC 8305, sections 3 to 5, as a plain simulation of events. It
// shares nothing with the library but the values that both are given. No two events are of one
// instant.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "eyeballs/by_name/configurable_values.hpp"

namespace proof::by_name {

using nanoseconds = std::chrono::nanoseconds;
constexpr nanoseconds forever = nanoseconds::max();

struct address {
  int number;
  bool v6;
  friend auto operator<=>(const address&, const address&) = default;
};
enum class way { succeeds, fails, hangs };

struct query {
  way end = way::succeeds;
  nanoseconds after{};
  std::vector<address> addresses{};
};

struct target {
  int rank;  // in the sort: the lowest is the best
  way end;
  nanoseconds after;
  std::optional<nanoseconds> own_delay;
  bool ignores_stop;
};

struct scenario {
  query aaaa, a;
  std::map<address, target> targets;
  eyeballs::configurable_values values;
  nanoseconds stop_at;
};

/// What happened.
struct trace {
  std::vector<std::pair<nanoseconds, address>> starts{};

  enum { connected, failed, stopped } end{};

  nanoseconds at{};
  std::optional<address> peer{};
  std::size_t causes = 0;  // of the failure
  std::size_t closed = 0;  // connections that came too late, or were not delivered
  friend bool operator==(const trace&, const trace&) = default;
};

class model {
 public:
  explicit model(const scenario& s)
      : s_(s),
        v_(s.values),
        prefers_v6_(v_.preferred_family == eyeballs::address_family::v6 ? v_.ask_v6 : !v_.ask_v4) {
    answered_[0] = !v_.ask_v4;
    answered_[1] = !v_.ask_v6;
  }

  trace run() {
    for (;;) {
      for (const attempt& a : attempts_)
        if (a.end == now_ && a.how == way::succeeds) return ended(trace::connected, a.to);
      while (may_start()) start(best());
      if (!more_to_come()) return ended(trace::failed);
      const nanoseconds next = next_event();
      if (next >= s_.stop_at) {
        now_ = s_.stop_at;
        return ended(trace::stopped);
      }
      now_ = next;
      hear(s_.aaaa, true);
      hear(s_.a, false);
    }
  }

 private:
  struct attempt {
    address to;
    way how;
    nanoseconds start, end, delay;
  };

  static nanoseconds sum(nanoseconds a, nanoseconds b) { return a < forever - b ? a + b : forever; }

  static std::size_t positive(std::size_t n) { return std::max<std::size_t>(1, n); }

  void hear(const query& q, bool v6) {
    bool& answered = answered_[v6];
    if (answered || q.end == way::hangs || q.after != now_) return;
    answered = true;
    if (q.end == way::fails) {
      ++failed_queries_;
      return;
    }
    if (v6 != prefers_v6_ && !q.addresses.empty()) gate_ = sum(now_, v_.resolution_delay);
    for (const address& one : q.addresses)
      if (known_.insert(one).second) sorted_.push_back(one);
    std::sort(sorted_.begin(), sorted_.end(), [&](const address& x, const address& y) {
      return s_.targets.at(x).rank < s_.targets.at(y).rank;
    });
  }

  bool is_started(const address& one) const {
    return std::any_of(attempts_.begin(), attempts_.end(),
                       [&](const attempt& a) { return a.to == one; });
  }

  bool is_in_flight(const attempt& a) const { return a.end > now_; }

  std::size_t in_flight() const {
    return static_cast<std::size_t>(std::count_if(
        attempts_.begin(), attempts_.end(), [&](const attempt& a) { return is_in_flight(a); }));
  }

  bool has_more() const { return sorted_.size() > attempts_.size(); }

  bool more_to_come() const {
    return has_more() || in_flight() > 0 || !answered_[0] || !answered_[1];
  }

  /// When the attempt after `a` is wanted: at its failure or after its delay; not before the delay
  /// after a failure.
  nanoseconds due_after(const attempt& a) const {
    const nanoseconds stagger = sum(a.start, a.delay);
    const nanoseconds wanted = a.how == way::fails ? std::min(a.end, stagger) : stagger;
    return std::max(wanted, earliest_after(a));
  }

  nanoseconds earliest_after(const attempt& a) const {
    return sum(a.start, std::min(a.delay, v_.failure_delay));
  }

  bool may_start() const {
    return has_more() && (answered_[prefers_v6_] || gate_ <= now_) &&
           in_flight() < positive(v_.max_attempts_in_flight) &&
           (attempts_.empty() || due_after(attempts_.back()) <= now_);
  }

  address best() const {
    const bool lead = attempts_.size() < positive(v_.first_family_count);
    const bool v6 = lead ? sorted_.front().v6 : !attempts_.back().to.v6;
    std::optional<address> other;
    for (const address& one : sorted_) {
      if (is_started(one)) continue;
      if (one.v6 == v6) return one;
      if (!other) other = one;
    }
    return *other;
  }

  void start(const address& to) {
    const target& t = s_.targets.at(to);
    nanoseconds delay = v_.attempt_delay;
    if (t.own_delay)
      delay = std::max({nanoseconds(std::chrono::milliseconds(10)), v_.minimum_attempt_delay,
                        std::min(*t.own_delay, v_.maximum_attempt_delay)});
    attempts_.push_back(
        {to, t.end, now_, t.end == way::hangs ? forever : sum(now_, t.after), delay});
    happened_.starts.emplace_back(now_, to);
  }

  nanoseconds next_event() const {
    nanoseconds next = forever;
    const auto at = [&](nanoseconds t) {
      if (t > now_) next = std::min(next, t);
    };
    if (!answered_[1] && s_.aaaa.end != way::hangs) at(s_.aaaa.after);
    if (!answered_[0] && s_.a.end != way::hangs) at(s_.a.after);
    at(gate_);
    for (const attempt& a : attempts_) at(a.end), at(sum(a.start, a.delay)), at(earliest_after(a));
    return next;
  }

  /// What does not heed the stop is waited for, and closed if it connects; and so is a winner whose
  /// delivery a stop forestalls.
  trace ended(decltype(trace::end) how, std::optional<address> peer = std::nullopt) {
    trace t = std::move(happened_);
    t.at = now_;
    for (const attempt& a : attempts_) {
      if (!is_in_flight(a) || a.how == way::hangs || !s_.targets.at(a.to).ignores_stop) continue;
      t.at = std::max(t.at, a.end);
      t.closed += a.how == way::succeeds;
    }
    t.end = how;
    t.peer = peer;
    if (how == trace::failed) t.causes = attempts_.size() + failed_queries_;
    if (how == trace::connected && t.at > s_.stop_at) {
      t.end = trace::stopped;
      t.peer.reset();
      ++t.closed;
    }
    return t;
  }

  const scenario& s_;
  const eyeballs::configurable_values& v_;
  const bool prefers_v6_;
  bool answered_[2];  // by "is AAAA"; also where nobody is asked
  nanoseconds now_{}, gate_ = forever;
  std::size_t failed_queries_ = 0;
  std::set<address> known_;
  std::vector<address> sorted_;  // what is known, best first
  std::vector<attempt> attempts_;
  trace happened_;
};

}  // namespace proof::by_name

#endif
