// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "compare.hpp"

#include <csignal>
#include <cstdio>
#include <initializer_list>

#include "play.hpp"

namespace proof {

namespace {

const schedule* being_played = nullptr;

void report_crash(int signal) {
  std::signal(signal, SIG_DFL);
  if (being_played) {
    std::printf("Crashed in: %s", text_of(*being_played).c_str());
    std::fflush(stdout);
  }
  std::raise(signal);
}

}  // namespace

void report_crashes() {
  for (const int signal : {SIGABRT, SIGSEGV})
    if (signal == SIGABRT || !frame_pool::watched) std::signal(signal, report_crash);
}

comparison::comparison() : player_(std::make_unique<player>()) {}

comparison::~comparison() = default;

const trace& comparison::expect(schedule& s, model_reader& reader) {
  expected_.clear();
  model(s, expected_, reader).run();
  normalise(expected_);
  return expected_;
}

const trace& comparison::expect(schedule& s) {
  struct : model_reader {
  } as_it_is;

  return expect(s, as_it_is);
}

bool comparison::plays(const schedule& s) {
  seen_.clear();
  being_played = &s;
  player_->play(s, seen_);
  being_played = nullptr;
  normalise(seen_);
  return expected_ == seen_;
}

std::string comparison::counterexample(schedule s) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (const schedule& t : simpler(s)) {
      if (!differs(t)) continue;
      s = t;
      smaller = true;
      break;
    }
  }
  const bool still = differs(s);
  return timeline(s) + (still ? "" : "but not when it is played again\n");
}

namespace {

std::vector<ticks> lower(ticks t) {
  if (t == never || t == at_once) return {};
  std::vector<ticks> all;
  for (const ticks to : {0, t / 2, t - 1})
    if (to >= 0 && to < t) all.push_back(to);
  return all;
}

}  // namespace

std::vector<schedule> simpler(const schedule& s) {
  std::vector<schedule> all;
  const auto with = [&](auto change) {
    schedule t = s;
    change(t);
    if (t != s) all.push_back(std::move(t));
  };
  for (int k = 0; k < s.size(); ++k)
    with([&](schedule& t) {
      t.connectors.erase(t.connectors.begin() + k);
      if (t.stop_place >= place_of(alarm{}, k + 1)) t.stop_place -= alarms;
      else if (t.stop_place >= place_of(alarm{}, k)) t.stop_place = last_of_all;
      if (t.stop_with == k) t.stop_with = nobody;
      else if (t.stop_with != nobody && t.stop_with > k) --t.stop_with;
    });
  with([](schedule& t) { t.stop_at = never, t.stop_place = last_of_all; });
  with([](schedule& t) { t.stop_place = last_of_all; });
  with([](schedule& t) { t.stop_with = nobody; });
  for (std::size_t k = 0; k < s.connectors.size(); ++k) {
    const connector& c = s.connectors[k];
    const auto one = [&](auto member, auto value) {
      with([&](schedule& t) { t.connectors[k].*member = value; });
    };
    one(&connector::pulled_in, at_once);
    one(&connector::pulled_by_older, false);
    one(&connector::pull_fails, false);
    one(&connector::throws_on_start, false);
    one(&connector::with_older, false);
    one(&connector::deep, false);
    one(&connector::armed_late, false);
    one(&connector::when_stopped, answer::obeys);
    one(&connector::answer_takes, at_once);
    if (c.end == way::throws) one(&connector::end, way::fails);
    if (c.after != at_once) one(&connector::after, never);
    for (const ticks to : lower(c.after)) one(&connector::after, to);
    for (const ticks to : lower(c.answer_takes)) one(&connector::answer_takes, to);
    for (const ticks to : lower(c.pulled_in)) one(&connector::pulled_in, to);
  }
  for (const ticks to : lower(s.delay)) with([&](schedule& t) { t.delay = to; });
  for (const ticks to : lower(s.stop_at)) with([&](schedule& t) { t.stop_at = to; });
  return all;
}

}  // namespace proof
