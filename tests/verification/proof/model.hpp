// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_MODEL_HPP
#define EYEBALLS_TESTS_PROOF_MODEL_HPP

// What the algorithm must do: RFC 8305, section 5, as a plain simulation of events. It knows
// nothing of the library.

#include "schedule.hpp"

namespace proof {

/// One armed timer: equal times come in the order of their arming [D18].
struct armed {
  ticks due;
  int order;
  int place;  // whose: see place_of
};

/// Told before the model reads a part of the schedule, which may be decided only then; and of what
/// comes, and does not come.
struct model_reader {
  virtual void before_pull(schedule&, int /*who*/) {}

  virtual void starts(ticks /*now*/, int /*who*/) {}

  virtual void before_end(schedule&, int /*who*/) {}

  virtual void before_answer(schedule&, int /*who*/) {}

  /// Whether it has changed the schedule: when `next`, if any, is due, or the stop.
  virtual bool before_turn(schedule&, ticks /*now*/, armed* /*next*/) { return false; }

  virtual void turn(ticks /*now*/, const armed* /*what comes; none: the stop*/) {}

  virtual void withdrawn(ticks /*now*/, const armed&) {}

 protected:
  ~model_reader() = default;
};

class model {
 public:
  model(schedule& s, trace& t, model_reader& r) : s_(s), trace_(t), reader_(r) {}

  /// Appends what happens to the trace. A stop that is to be armed before a timer that never is
  /// comes last, and the schedule says so then: within a turn anybody may arm, and take back.
  void run() {
    play();
    if (s_.stop_place >= 0 && !placed_) s_.stop_place = last_of_all;
  }

 private:
  void play() {
    if (s_.stop_place == first_of_all) stop_order_ = -1;
    if (s_.stop_place == first_of_all && s_.stop_at == 0) take_stop();
    next_is_due_ = true;
    end_turn();
    while (!ended_) {
      const auto first = std::min_element(armed_.begin(), armed_.end(), [](auto& a, auto& b) {
        return a.due != b.due ? a.due < b.due : a.order < b.order;
      });
      armed* next = first == armed_.end() || first->due == never ? nullptr : &*first;
      if (reader_.before_turn(s_, now_, next)) continue;
      if (next && s_.stop_place == next->place) place_stop(next->order);
      if (!stop_taken_ && s_.stop_at != never &&
          (!next || s_.stop_at < next->due ||
           (s_.stop_at == next->due && stop_order_ < next->order)))
        take_stop();
      else if (next) take(first);
      else return note(what::hangs, nobody);
      end_turn();
    }
  }

  enum state { waiting, over };

  struct attempt {
    state is = waiting;
    bool told = false, answering = false, coming = false, came_to_end = false, failed = false;
  };

  // From then on nothing is pulled or started.
  bool decided() const { return winner_ != nobody || stop_taken_; }

  const connector& script(int k) const { return s_.connectors[static_cast<std::size_t>(k)]; }

  attempt& of(int k) { return attempts_[static_cast<std::size_t>(k)]; }

  int newest() const { return static_cast<int>(attempts_.size()) - 1; }

  void note(what w, int who) { trace_.push_back({now_, turn_, w, who}); }

  void arm(alarm a, int who, ticks after) {
    if (after == never) return;  // [D19]
    const int place = place_of(a, who);
    order_ += 2;
    if (place == s_.stop_place) place_stop(order_);
    armed_.push_back({now_ + after, order_, place});
  }

  void place_stop(int before) {
    stop_order_ = before - 1;
    placed_ = true;
  }

  void withdraw(alarm a, int who) {
    for (auto i = armed_.begin(); i != armed_.end(); ++i)
      if (i->place == place_of(a, who)) {
        reader_.withdrawn(now_, *i);
        armed_.erase(i);
        return;
      }
  }

  void take(std::vector<armed>::iterator i) {
    const armed now = *i;
    armed_.erase(i);
    now_ = now.due;
    ++turn_;
    reader_.turn(now_, &now);
    const int who = now.place / alarms;
    switch (static_cast<alarm>(now.place % alarms)) {
      case alarm::end:
        if (script(who).armed_late && script(who).after > 0) arm(alarm::late_end, who, 1);
        else come_to_end(who);
        break;
      case alarm::late_end: come_to_end(who); break;
      case alarm::stagger: next_is_due_ = true; break;
      case alarm::answered: answer_stop(who); break;
      case alarm::pulled: pulled(); break;
    }
  }

  void take_stop() {
    now_ = std::max(now_, s_.stop_at);
    ++turn_;
    reader_.turn(now_, nullptr);
    stop_taken_ = true;
    stop_all();
  }

  /// Everything else of this turn has been heard: only now the next connector is pulled.
  void end_turn() {
    if (pulled_ && !decided()) start();
    while (next_is_due_ && !decided()) {
      next_is_due_ = false;
      const int next = newest() + 1;
      if (next == s_.size()) {
        exhausted_ = true;
      } else {
        reader_.before_pull(s_, next);
        const connector& c = script(next);
        const int leader = leader_of(s_, next);
        pulling_ = true;
        if (c.pulled_by_older ? leader >= 0 && of(leader).came_to_end : c.pulled_in == at_once)
          pulled();
        else if (!c.pulled_by_older) arm(alarm::pulled, next, c.pulled_in);
      }
      if (pulled_) start();
    }
    if (running_ == 0 && !pulling_ && (decided() || exhausted_)) end();
  }

  void pulled() {
    pulling_ = false;
    const int k = newest() + 1;
    if (script(k).pull_fails) {
      pull_failed_ = exhausted_ = true;
      return note(what::pulled, nobody);
    }
    note(what::pulled, k);
    pulled_ = true;
  }

  void start() {
    pulled_ = false;
    const int k = newest() + 1;
    note(what::starts, k);
    reader_.starts(now_, k);
    attempts_.emplace_back();
    ++running_;
    const int leader = leader_of(s_, k);
    const bool comes_now =
        script(k).with_older ? leader >= 0 && of(leader).came_to_end : script(k).after == at_once;
    if (script(k).throws_on_start) finish(k, way::throws);
    else if (comes_now) come_to_end(k);
    else if (!script(k).with_older)  // within an attempt the connector before its stagger [D18]
      arm(alarm::end, k,
          script(k).after -
              (script(k).armed_late && script(k).after > 0 && script(k).after != never));
    if (!next_is_due_ && !decided()) arm(alarm::stagger, k, s_.delay);
  }

  /// Its own time has come, and with it that of those that end in the same turn. All of them have
  /// ended when the first of them takes effect; who is deep down takes effect later.
  void come_to_end(int k) {
    reader_.before_end(s_, k);
    of(k).came_to_end = of(k).coming = true;
    for (int i = k + 1; i <= newest() && script(i).with_older; ++i)
      of(i).coming = of(i).is == waiting && !of(i).answering;
    const int last = newest();
    for (int i = k; i <= last; ++i)
      if (of(i).coming) of(i).is = over;
    if (pulling_ && script(newest() + 1).pulled_by_older && leader_of(s_, newest() + 1) == k)
      pulled();
    const bool stops = s_.stop_with == k && !script(k).with_older;
    if (stops) stop_taken_ = true;
    for (const bool deep : {false, true})
      for (int i = k; i <= last; ++i)
        if (of(i).coming && script(i).deep == deep) finish(i, script(i).end);
    for (int i = k; i <= last; ++i) of(i).coming = false;
    if (stops) stop_all();
  }

  void finish(int k, way how) {
    of(k).is = over;
    --running_;
    note(how == way::succeeds ? what::succeeds
         : how == way::stops  ? what::stopped
                              : what::fails,
         k);
    if (how == way::succeeds && decided()) note(what::closed, k);  // [D12]
    if (how == way::succeeds && !decided()) {
      winner_ = k;
      stop_all();
    }
    of(k).failed = how == way::fails || how == way::throws;
    stopped_unasked_ = stopped_unasked_ || how == way::stops;
    if (how != way::succeeds && k == newest() && !decided() && !pulling_ && !pulled_ &&
        !exhausted_) {  // [D1]
      withdraw(alarm::stagger, k);
      next_is_due_ = true;  // at once [D2]
    }
  }

  void stop_all() {
    withdraw(alarm::stagger, newest());
    if (pulling_) withdraw(alarm::pulled, newest() + 1);
    pulling_ = pulled_ = next_is_due_ = false;
    for (int k = 0; k <= newest(); ++k) {
      attempt& a = of(k);
      if (a.is == over || a.told) continue;
      a.told = true;
      reader_.before_answer(s_, k);
      if (script(k).when_stopped == answer::ignores) continue;
      withdraw(alarm::end, k);
      withdraw(alarm::late_end, k);
      a.answering = true;
      if (script(k).when_stopped == answer::obeys || script(k).answer_takes == at_once)
        answer_stop(k);
      else arm(alarm::answered, k, script(k).answer_takes);
    }
  }

  void answer_stop(int k) {
    const answer a = script(k).when_stopped;
    finish(k, a == answer::succeeds ? way::succeeds : a == answer::fails ? way::fails : way::stops);
  }

  void end() {
    ended_ = true;
    if (stop_taken_) {
      if (winner_ != nobody) note(what::closed, winner_);  // [D6]
      return note(what::ends_stopped, nobody);
    }
    if (winner_ != nobody) return note(what::ends_with, winner_);
    if (stopped_unasked_) return note(what::ends_stopped, nobody);
    const std::size_t at = trace_.size();
    note(what::ends_failed, nobody);
    for (int k = 0; k <= newest(); ++k)
      if (of(k).failed) note(what::cause, k);  // in the order of the starts [D16]
    if (pull_failed_) note(what::cause, nobody);
    if (at + 1 < trace_.size()) trace_[at].who = trace_[at + 1].who;  // [D8]
  }

  schedule& s_;
  trace& trace_;
  model_reader& reader_;
  std::vector<attempt> attempts_;
  std::vector<armed> armed_;
  ticks now_ = 0;
  int turn_ = 0, order_ = 0, running_ = 0, winner_ = nobody;
  int stop_order_ = 2'000'000'000;
  bool placed_ = false;  // before a timer that was armed
  bool stop_taken_ = false, next_is_due_ = false, pulling_ = false, pulled_ = false,
       exhausted_ = false;
  bool pull_failed_ = false, stopped_unasked_ = false, ended_ = false;
};

}  // namespace proof

#endif
