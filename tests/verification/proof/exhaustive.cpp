// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Every schedule of up to four connectors on a grid of times, each played and compared with the
// model, to the event.
//
//     exhaustive [every [most]]     plays one of `every` schedules, of up to `most` connectors
//
// What a run never reads is no part of its schedule: how a connector would have ended that was
// never started, when it would have if it was stopped before, how it would have answered a stop
// that never reached it, when a stop would have come after the end. So the schedules are a tree:
// the model asks as it goes, and each answer is a branch; in the end each leaf is a whole schedule,
// that is played.
//
// Two schedules are the same in the order of events if the same things happened in the same order,
// with the same ties, whatever the times: see `order_of_events`.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "compare.hpp"

namespace {

using namespace proof;

/// What there is to choose from.
struct grid {
  int connectors = 0;
  std::vector<ticks> delays;
  std::vector<connector> starts;
  std::vector<way> ends;  // of one that takes some time: in which it ends, sooner or later or never
  ticks last_end = 0;
  std::vector<std::pair<answer, ticks>> answers;  // ignoring it is the last
  bool for_ever = true;  // whether one that ignores the stop may never end, and so the whole
};

connector that_ends(way end, ticks after, bool late = false) {
  connector c;
  c.end = end;
  c.after = after;
  c.armed_late = late;
  return c;
}

constexpr ticks some_time = 0;

/// All that there is for up to three connectors, somewhat less for four.
grid grid_of(int n) {
  grid g;
  g.connectors = n;
  g.delays = {0, 1, 2, never};
  g.last_end = 3;
  g.starts = {that_ends(way::succeeds, some_time), that_ends(way::succeeds, at_once),
              that_ends(way::fails, at_once), that_ends(way::succeeds, 2, true)};
  connector throws;
  throws.throws_on_start = true;
  g.starts.push_back(throws);
  g.ends = {way::succeeds, way::fails};
  g.answers = {{answer::obeys, at_once}, {answer::stops, 1},       {answer::succeeds, at_once},
               {answer::succeeds, 1},    {answer::fails, at_once}, {answer::ignores, at_once}};
  g.for_ever = n < 3;
  if (n > 3) return g;

  g.starts.push_back(that_ends(way::fails, 2, true));
  g.starts.push_back(that_ends(way::stops, at_once));
  g.ends.insert(g.ends.end(), {way::throws, way::stops});
  for (const way end : {way::succeeds, way::fails}) {
    connector together = that_ends(end, never);
    together.with_older = true;
    g.starts.push_back(together);
  }
  connector pull = that_ends(way::succeeds, some_time);
  pull.pulled_by_older = true;
  g.starts.push_back(pull);
  pull = {};
  pull.pull_fails = true;
  g.starts.push_back(pull);
  return g;
}

/// The branch taken at each fork on the way to a leaf; counted up to the next leaf.
class path {
 public:
  int take(int branches) {
    if (depth_ == forks_.size()) forks_.push_back({0, branches});
    return forks_[depth_++].taken;
  }

  bool next() {
    while (!forks_.empty() && forks_.back().taken + 1 == forks_.back().branches) forks_.pop_back();
    depth_ = 0;
    return !forks_.empty() && (++forks_.back().taken, true);
  }

 private:
  struct fork {
    int taken, branches;
  };

  std::vector<fork> forks_;
  std::size_t depth_ = 0;
};

/// A hash of what happened in a run, in order: each outside event with its kind, how each connector
/// ends that takes no time, the answers to the stop, all starts, ends and closes, and the end of
/// the whole. Of times only this is in it: whether an event came in the same instant as the one
/// before, and what was due in the very instant in which it was withdrawn. So what was armed and
/// never came due makes no difference, nor which delay it was; nor does the tick in between of a
/// connector that is armed late, but by the order that results.
class order_of_events {
 public:
  void clear() { hash_ = 0x9e3779b97f4a7c15, instant_ = 0; }

  void turn(ticks now, int who, int kind) {
    add(1 + (now == instant_));
    add(who), add(kind);
    instant_ = now;
  }

  void add(int value) {
    hash_ = (hash_ ^ static_cast<std::uint64_t>(value + 7)) * 0xff51afd7ed558ccd;
    hash_ ^= hash_ >> 32;
  }

  std::uint64_t hash() const { return hash_ | 1; }  // never 0
 private:
  std::uint64_t hash_ = 0;
  ticks instant_ = 0;
};

class decisions final : public model_reader {
 public:
  explicit decisions(const grid& g) : grid_(g) {}

  void begin(schedule& s) {
    script_ = &s;
    order_.clear();
    now_ = 0;
    s.delay = of(grid_.delays);
    s.stop_at = never;
    s.stop_place = last_of_all;
    s.stop_with = nobody;
    s.connectors.assign(static_cast<std::size_t>(grid_.connectors), connector{});
    plans_.assign(s.connectors.size(), plan{});
    if (choose(2)) s.stop_at = 0, s.stop_place = first_of_all;
  }

  bool next() { return path_.next(); }

  order_of_events& order() { return order_; }

  void before_pull(schedule&, int who) override {
    const connector& c = script(who) = of(grid_.starts);
    planned(who).open = c.after == some_time;
    if (c.pull_fails || c.throws_on_start || c.after == at_once) {
      order_.add(who);
      order_.add(c.pull_fails ? 20 : c.throws_on_start ? 21 : 22 + static_cast<int>(c.end));
    }
  }

  void starts(ticks now, int who) override {
    planned(who).since = now;
    planned(who).started = true;
  }

  /// A stop may come in its turn; where others end in this turn, it may be the last of them.
  void before_end(schedule& s, int who) override {
    if (script(who).with_older) return;
    const bool others =
        who + 1 < s.size() && planned(who + 1).started && script(who + 1).with_older;
    if (others && choose(2)) order_.add(70), script(who).deep = true;
    if (s.stop_at != never || s.stop_with != nobody) return;
    if (choose(2)) order_.add(71), s.stop_with = who;
  }

  void before_answer(schedule&, int who) override {
    connector& c = script(who);
    plan& p = planned(who);
    const bool hangs = !p.open && c.after == never && !c.with_older;
    const auto [how, takes] = of(grid_.answers, hangs && !grid_.for_ever);
    c.when_stopped = how;
    c.answer_takes = takes;
    if (how != answer::ignores && p.open) {  // it may have been due in this very instant
      const bool now = p.since + c.after == now_ && choose(2);
      if (now) order_.add(60), order_.add(who);
      else c.after = never;
      p.open = false;
    }
    order_.add(who), order_.add(30 + static_cast<int>(how)), order_.add(takes == at_once);
  }

  bool before_turn(schedule& s, ticks now, armed* next) override {
    if (next && next->place % alarms == static_cast<int>(alarm::end) &&
        planned(next->place / alarms).open) {
      decide_end(*next);
      return true;
    }
    // A stop may come before whatever comes next: in its instant, in the one before, or in between.
    if (s.stop_at != never || s.stop_with != nobody) return false;
    const ticks gap = next ? next->due - now : 2;
    const int chosen = choose(1 + gap + (next ? 1 : 0));
    if (chosen == 0) return false;
    s.stop_at = now + chosen - 1;
    if (chosen > gap) s.stop_place = next->place;
    return false;
  }

  void turn(ticks now, const armed* e) override {
    now_ = now;
    if (!e) return order_.turn(now, 50, 0);
    const int who = e->place / alarms, what = e->place % alarms;
    if (is_intermediate(*e)) return;
    order_.turn(now, who,
                what <= int(alarm::late_end) ? 40 + static_cast<int>(script(who).end) : what);
  }

  void withdrawn(ticks now, const armed& e) override {
    const int who = e.place / alarms;
    if (e.due != now || is_intermediate(e) || script(who).after == never) return;
    order_.add(60), order_.add(e.place);
  }

 private:
  struct plan {
    ticks since = 0;
    bool open = false;  // takes some time, and may end whenever it comes
    bool started = false;
  };

  /// Now, or a tick later, or never.
  void decide_end(armed& e) {
    const int who = e.place / alarms;
    const int ways = static_cast<int>(grid_.ends.size());
    connector& c = script(who);
    const bool last = c.after == grid_.last_end;
    const int chosen =
        choose(last && c.when_stopped == answer::ignores && !grid_.for_ever ? ways : ways + 1);
    if (chosen < ways) {
      c.end = grid_.ends[static_cast<std::size_t>(chosen)];
      planned(who).open = false;
    } else if (!last) {
      ++c.after;
      ++e.due;
    } else {
      c.after = never;
      e.due = never;
      planned(who).open = false;
    }
  }

  bool is_intermediate(const armed& e) {
    const connector& c = script(e.place / alarms);
    return e.place % alarms == static_cast<int>(alarm::end) && c.armed_late && c.after > 0;
  }

  connector& script(int who) { return script_->connectors[static_cast<std::size_t>(who)]; }

  plan& planned(int who) { return plans_[static_cast<std::size_t>(who)]; }

  int choose(int of) { return of > 1 ? path_.take(of) : 0; }

  template <class T> const T& of(const std::vector<T>& all, bool but_the_last = false) {
    return all[static_cast<std::size_t>(choose(static_cast<int>(all.size()) - but_the_last))];
  }

  const grid& grid_;
  path path_;
  order_of_events order_;
  schedule* script_ = nullptr;
  std::vector<plan> plans_;
  ticks now_ = 0;
};

/// A set of hashes, which are never 0.
class hashes {
 public:
  void insert(std::uint64_t h) {
    if (2 * size_ >= places_.size()) grow();
    size_ += put(h);
  }

  std::size_t size() const { return size_; }

 private:
  bool put(std::uint64_t h) {
    std::size_t i = (h >> 8) & (places_.size() - 1);
    while (places_[i] && places_[i] != h) i = (i + 1) & (places_.size() - 1);
    return std::exchange(places_[i], h) == 0;
  }

  void grow() {
    std::vector<std::uint64_t> old(std::max<std::size_t>(1024, places_.size() * 4));
    old.swap(places_);
    for (std::uint64_t h : old)
      if (h) put(h);
  }

  std::vector<std::uint64_t> places_;
  std::size_t size_ = 0;
};

/// What was decided on the way is the same schedule as one that was there from the beginning.
bool decided_as_read(comparison& both, schedule& s) {
  const trace decided = both.expected();
  return both.expect(s) == decided;
}

}  // namespace

int main(int count, char** arguments) {
  const auto argument = [&](int i, int otherwise) {
    return i < count ? std::atoi(arguments[i]) : otherwise;
  };
  report_crashes();
  const std::size_t every = static_cast<std::size_t>(std::max(1, argument(1, 1)));
  const int most = argument(2, 4);

  comparison both;
  hashes different;
  std::size_t all = 0, played = 0;
  std::size_t seen[static_cast<std::size_t>(what::left) + 1] = {};
  for (int n = 0; n <= most; ++n) {
    const grid g = grid_of(n);
    decisions d(g);
    schedule s;
    const std::size_t before = all;
    do {
      d.begin(s);
      const trace& expected = both.expect(s, d);
      if (all++ % every) continue;
      ++played;
      for (const event& e : expected) {
        d.order().add(static_cast<int>(e.happens));
        d.order().add(e.who);
        ++seen[static_cast<std::size_t>(e.happens)];
      }
      different.insert(d.order().hash());
      if (both.plays(s) && (played % 64 || decided_as_read(both, s))) continue;
      std::printf("The algorithm differs from the model, after %zu schedules:\n%s", all,
                  both.counterexample(s).c_str());
      return 1;
    } while (d.next());
    std::printf("%d connectors: %zu schedules\n", n, all - before);
  }
  std::printf("%zu schedules, %zu of them played, %zu different in the order of events\n", all,
              played, different.size());

  const struct {
    what happens;
    const char* text;
  } all_that_happens[] = {{what::ends_with, "ended with a connection"},
                          {what::ends_failed, "with an error"},
                          {what::ends_stopped, "stopped"},
                          {what::hangs, "never"},
                          {what::starts, "attempts started"},
                          {what::closed, "connections closed"}};

  bool all_seen = true;
  for (const auto& [happens, text] : all_that_happens) {
    const std::size_t times = seen[static_cast<std::size_t>(happens)];
    std::printf("%s: %zu\n", text, times);
    all_seen = all_seen && times > 0;
  }
  if (!all_seen) return std::puts("Some end was never seen"), 1;
  if (every == 1 && most == 4 && different.size() < 1'000'000)
    return std::puts("Too few of them are different"), 1;
  return 0;
}
