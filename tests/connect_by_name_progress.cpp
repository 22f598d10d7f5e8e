// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/hosts.hpp"

// An attempt that gets on is given more time before the next one starts: HEv3, section 6.1.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Its attempts tell that they get on, at these times after their starts. They connect nowhere, unless
/// it is said.
class telling_host : public host {
 public:
  std::map<std::string, std::vector<duration>> progress;

  task<connection> attempt(const std::string& name, std::size_t index, attempt_progress told) {
    return told_while(host::attempt(name, index), told, progress[name]);
  }

  task<connection> connect() {
    return connect_by_name(static_cast<resolver<std::string>&>(*this), *this, "host.example", "443",
                           values);
  }

 private:
  static task<> tell(std::vector<duration> times, attempt_progress told) {
    duration before{};
    for (const duration d : times) {
      if (d > before) co_await sleep(d - before);
      before = d;
      told();
    }
    co_await never();
  }

  static task<connection> told_while(task<connection> attempt, attempt_progress told,
                                     std::vector<duration> times) {
    auto ends = race(as_outcome(std::move(attempt)), as_outcome(tell(std::move(times), told)));
    auto end = co_await std::move(ends);
    co_return std::get<0>(std::move(end)).as_result();
  }
};

/// When the attempts start whose newest ones get on at these times.
lines starts_with(std::map<std::string, std::vector<duration>> progress, duration until = 2s) {
  telling_host h;
  h.progress = std::move(progress);
  knows(h, {"6a", "6b", "6c"}, {});
  auto end = play(h.connect(), until);
  return starts(h);
}

}  // namespace

TEST_CASE("an attempt that gets on has twice the time more that it took so far") {
  CHECK(starts_with({{"6a", {40ms}}}) == lines{"6a starts 0", "6b starts 330", "6c starts 580"});
}

TEST_CASE("but no more than the attempt delay") {
  CHECK(starts_with({{"6a", {200ms}}}) == lines{"6a starts 0", "6b starts 500", "6c starts 750"});
  CHECK(starts_with({{"6a", {125ms}}}) == lines{"6a starts 0", "6b starts 500", "6c starts 750"});
}

TEST_CASE("it has it once") {
  CHECK(starts_with({{"6a", {40ms, 100ms, 240ms, 300ms}}}) ==
        lines{"6a starts 0", "6b starts 330", "6c starts 580"});
  CHECK(starts_with({{"6a", {0ms, 100ms}}}) ==
        lines{"6a starts 0", "6b starts 250", "6c starts 500"});
}

TEST_CASE("each attempt has its own") {
  CHECK(starts_with({{"6a", {10ms}}, {"6b", {50ms}}}) ==
        lines{"6a starts 0", "6b starts 270", "6c starts 620"});
}

TEST_CASE("progress that comes when the next one is due, or has started, holds up nobody") {
  CHECK(starts_with({{"6a", {250ms}}}) == lines{"6a starts 0", "6b starts 250", "6c starts 500"});
  CHECK(starts_with({{"6a", {300ms}}}) == lines{"6a starts 0", "6b starts 250", "6c starts 500"});
}

TEST_CASE("an attempt that got on, and fails, has no more time") {
  for (const duration when : {100ms, 260ms}) {
    telling_host h;
    h.progress = {{"6a", {40ms}}};
    knows(h, {"6a", "6b"}, {});
    h.fails("6a", when);
    auto end = play(h.connect(), 1s);
    CHECK(starts(h) == lines{"6a starts 0", "6b starts " + in_ms(when)});
  }
}

TEST_CASE("the failure of an older attempt does not end the extension") {
  telling_host h;
  h.progress = {{"6b", {40ms}}};
  knows(h, {"6a", "6b", "6c"}, {});
  h.fails("6a", 520ms);
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 250", "6c starts 580"});
}

TEST_CASE("the extension is by the delay of the endpoint's own") {
  telling_host h;
  h.progress = {{"6a", {150ms}}};
  h.delays = {{"6a", 180ms}};
  knows(h, {"6a", "6b"}, {});
  auto end = play(h.connect(), 1s);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 360"});
}

TEST_CASE("a connection that comes within the extension is the only one") {
  telling_host h;
  h.progress = {{"6a", {100ms}}};
  knows(h, {"6a"}, {"4a"});
  h.ok("6a", 449ms);
  auto end = play(h.connect());
  REQUIRE(end.ok());
  CHECK(end.at == 449ms);
  CHECK(starts(h) == lines{"6a starts 0"});
}

TEST_CASE("a late answer waits for the end of the extension, not longer") {
  for (const duration when : {100ms, 300ms, 400ms}) {
    telling_host h;
    h.progress = {{"6a", {40ms}}};
    h.aaaa = answer(0ms, names{"6a"});
    h.a = answer(when, names{"4a"});
    auto end = play(h.connect(), 1s);
    CHECK(starts(h) == lines{"6a starts 0", "4a starts " + in_ms(std::max<duration>(when, 330ms))});
  }
}

TEST_CASE("a stop ends the wait for the end of an extension") {
  telling_host h;
  h.progress = {{"6a", {100ms}}};
  knows(h, {"6a", "6b"}, {});
  auto end = play(h.connect(), 300ms);
  CHECK(end.stopped());
  CHECK(starts(h) == lines{"6a starts 0"});
}

TEST_CASE("without an attempt delay there is nothing to extend") {
  telling_host h;
  h.values.attempt_delay = duration::max();
  h.progress = {{"6a", {40ms}}};
  knows(h, {"6a", "6b"}, {});
  h.fails("6a", 1h);
  auto end = play(h.connect(), 2h);
  CHECK(starts(h) == lines{"6a starts 0", "6b starts 3600000"});
}
