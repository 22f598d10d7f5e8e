// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Virtual time: what Happy Eyeballs does when one address is silent, one refuses, and two answer
// late. The connectors are made up, nothing waits for real, and the times are exact.

#include <eyeballs/eyeballs.hpp>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

using namespace eyeballs;
using namespace std::chrono_literals;

struct timeline {
  const virtual_time& time;

  void say(const std::string& name, const char* what) const {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.elapsed());
    std::cout << std::setw(5) << ms.count() << " ms  " << name << ' ' << what << '\n';
  }
};

/// Says that it was stopped, if it is destroyed before it has an end: a stopped task is never
/// resumed, its destructors run where it waits.
class started {
 public:
  started(const timeline& l, std::string name) : log_(l), name_(std::move(name)) {
    log_.say(name_, "starts");
  }

  started(const started&) = delete;

  ~started() { log_.say(name_, end_); }

  void ends(const char* how) { end_ = how; }

 private:
  const timeline& log_;
  const std::string name_;
  const char* end_ = "is stopped";
};

task<std::string> answers(const timeline& log, std::string name, duration after) {
  started attempt(log, name);
  co_await sleep(after);
  attempt.ends("answers");
  co_return name;
}

task<std::string> refuses(const timeline& log, std::string name, duration after) {
  started attempt(log, name);
  co_await sleep(after);
  attempt.ends("refuses");
  co_return fail(std::errc::connection_refused, name);
}

task<std::string> is_silent(const timeline& log, std::string name) {
  started attempt(log, name);
  co_await never();
  co_return name;
}

int main() {
  virtual_time time;
  const timeline log{time};

  std::vector<task<std::string>> connectors;
  connectors.push_back(is_silent(log, "A"));       // the next one starts beside it at 250 ms,
  connectors.push_back(refuses(log, "B", 30ms));   // and the next after that at once, at 280,
  connectors.push_back(answers(log, "C", 900ms));  // which has its 250 ms, until 530:
  connectors.push_back(answers(log, "D", 100ms));  // so D wins at 630, before C
  connectors.push_back(answers(log, "E", 1ms));    // and E is never tried

  auto& connect = time.start(happy_eyeballs(250ms, std::move(connectors)));
  time.run();
  const auto winner = connect.end();
  log.say(*winner, "wins");
  return *winner == "D" && time.elapsed() == 630ms ? 0 : 1;
}
