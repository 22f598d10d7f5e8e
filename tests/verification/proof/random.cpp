// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Random schedules of up to 50 connectors, each played and compared with the model, to the event. A
// difference is made small before it is printed. RC_PARAMS="seed=1 max_success=1000" changes the
// run, an argument N does 1/N of it.

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "compare.hpp"

namespace proof {
void showValue(const schedule& s, std::ostream& out) { out << text_of(s); }
}  // namespace proof

namespace {

using namespace proof;

/// Makes schedules of one random number; the small ones first.
class maker {
 public:
  maker(std::uint64_t seed, int size) : random_(seed), size_(size) {}

  schedule make() {
    schedule s;
    s.delay = below(8) == 0 ? never : time();
    rare_success_ = 1 << below(9);
    plain_ = below(3) == 0;
    for (int n = below(1 + size_ / 2); n > 0; --n) s.connectors.push_back(one());
    const int stop = below(8);
    if (stop == 0 && s.size()) {
      s.stop_with = below(s.size());
    } else if (stop < 4) {
      s.stop_at = below(3) ? s.size() * time() : time();
      const int place = below(4);
      s.stop_place = place == 0                           ? first_of_all
                     : place == 1 || s.connectors.empty() ? last_of_all
                                                          : below(s.size() * alarms);
    }
    return s;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  /// Few different ones, so that there are ties, or many.
  ticks time() {
    switch (below(4)) {
      case 0: return below(4);
      case 1: return 50 * below(8);
      case 2: return 250;
      default: return below(1000);
    }
  }

  connector one() {
    connector c;
    c.end = below(rare_success_) == 0 ? way::succeeds
            : below(6)                ? way::fails
            : below(2)                ? way::throws
                                      : way::stops;
    c.after = below(8) == 0 ? at_once : below(8) == 0 ? never : time();
    if (below(3) == 0) {
      c.when_stopped = static_cast<answer>(below(5));
      c.answer_takes = below(3) ? time() : at_once;
    }
    if (plain_) return c;
    c.throws_on_start = below(16) == 0;
    c.with_older = below(6) == 0;
    c.deep = below(6) == 0;
    c.armed_late = below(4) == 0;
    if (below(4) == 0) c.pulled_in = time();
    c.pulled_by_older = below(12) == 0;
    c.pull_fails = below(200) == 0;
    return c;
  }

  std::mt19937_64 random_;
  int size_, rare_success_ = 1;
  bool plain_ = false;
};

rc::Gen<schedule> schedules() {
  return [](const rc::Random& random, int size) {
    schedule s = maker(rc::Random(random).next(), size).make();
    return rc::shrinkable::shrinkRecur(
        std::move(s), [](const schedule& of) { return rc::seq::fromContainer(simpler(of)); });
  };
}

}  // namespace

int main(int argc, char* argv[]) {
  const int part = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
  const char* given = std::getenv("RC_PARAMS");
  const std::string parameters =
      "seed=8305 max_success=" + std::to_string(500000 / part) + " " + (given ? given : "");
  setenv("RC_PARAMS", parameters.c_str(), 1);
  std::cout << "RC_PARAMS=\"" << parameters << "\"" << std::endl;

  report_crashes();
  comparison both;
  std::size_t played = 0, started = 0, most = 0;
  const bool good = rc::check("the algorithm does what the model says", [&] {
    schedule s = *schedules();
    ++played;
    const trace& expected = both.expect(s);
    const auto starts = static_cast<std::size_t>(
        std::count_if(expected.begin(), expected.end(),
                      [](const event& e) { return e.happens == what::starts; }));
    started += starts;
    most = std::max(most, starts);
    if (!both.plays(s)) RC_FAIL("\n" + both.timeline(s));
  });
  std::cout << played << " schedules, " << started << " attempts started, up to " << most
            << " in one" << std::endl;
  return good ? 0 : 1;
}
