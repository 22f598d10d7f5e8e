// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/connect_by_name.hpp"

#include <new>

#include "support/hosts.hpp"

// A stop, abandonment or lack of memory at any time; and very many addresses.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Late answers, failures, a cap, waits of all kinds.
void script_busy(host& h, bool wins) {
  h.values.max_attempts_in_flight = 3;
  h.values.failure_delay = 20ms;
  h.a = answer(10ms, names{"4a", "4b"});
  h.aaaa = answer(350ms, names{"6a", "6b", "6c"});
  h.delays["4b"] = 120ms;
  h.fails("4a", 700ms);
  h.stubborn_ok("4b", 2s);
  h.fails("6a", 5ms);
  h.fails("6b", 900ms);
  if (wins) h.ok("6c", 10ms);
  else h.fails("6c", 10ms), h.fails("4b", 2s);
}

/// One of the frames can't be made.
class frames_but_one : public counting_frames {
 public:
  explicit frames_but_one(std::size_t which) : which_(which) {}

  bool failed() const { return asked_ > which_; }

  void* allocate(std::size_t bytes) override {
    if (asked_++ == which_) throw std::bad_alloc();
    return counting_frames::allocate(bytes);
  }

 private:
  std::size_t which_, asked_ = 0;
};

}  // namespace

TEST_CASE("a stop after any event, or at any instant, leaves nothing alive", "[D6][D12]") {
  for (const bool wins : {true, false}) {
    int stopped_ends = 0, other_ends = 0;
    for (int events = 0; other_ends == 0; ++events) {
      host h;
      script_busy(h, wins);
      counting_frames frames;
      virtual_time time(&frames);
      auto& root = time.start(h.connect());
      for (int i = 0; i < events; ++i) time.step();
      const bool was_over = root.ended();
      const lines before = starts(h);
      root.request_stop();
      time.run();
      REQUIRE(root.ended());
      CHECK(root.end().stopped() == !was_over);
      CHECK(starts(h) == before);
      CHECK(h.net.open() == (was_over && wins ? 1u : 0u));
      CHECK(time.pending().waits == 0);
      CHECK(frames.live() == 0);
      ++(was_over ? other_ends : stopped_ends);
    }
    CHECK(stopped_ends > 10);
    for (auto at = 0ms; at <= 2500ms; at += 5ms) {
      host h;
      script_busy(h, wins);
      auto end = play(h.connect(), at);
      CHECK((end.stopped() || end.ok() || end.failed()));
      CHECK(h.net.open() == (end.ok() ? 1u : 0u));
    }
  }
}

TEST_CASE("left alone by the virtual time at any event, it unwinds", "[D6]") {
  for (int events = 0; events < 12; ++events) {
    counting_frames frames;
    host h;
    script_busy(h, true);
    {
      virtual_time time(&frames);
      time.start(h.connect());
      for (int i = 0; i < events; ++i) time.step();
    }
    CHECK(frames.live() == 0);
    CHECK(h.net.open() == 0);
  }
}

TEST_CASE("no memory for any one frame: it ends all the same, and leaves nothing") {
  bool failed = true;
  std::size_t ends = 0;
  for (; failed; ++ends) {
    frames_but_one frames(ends);
    host h;
    script_busy(h, true);
    {
      virtual_time time(&frames);
      auto& root = time.start(h.connect());
      time.run();
      REQUIRE(root.ended());
      CHECK(time.pending().waits == 0);
    }
    failed = frames.failed();
    CHECK(frames.live() == 0);
    CHECK(h.net.open() == 0);
  }
  CHECK(ends > 20);
}

TEST_CASE("ten thousand addresses in one answer", "[D34]") {
  const struct {
    std::size_t limit, tried;
  } rows[] = {{configurable_values().max_addresses, 512}, {20'000, 10'001}};

  for (const auto& r : rows) {
    host h;
    h.values.max_addresses = r.limit;
    names many;
    for (int i = 0; i < 10'000; ++i) many.push_back("6-" + std::to_string(i));
    knows(h, many, {"4a"});
    for (const auto& name : many) h.fails(name, 0ms);
    h.fails("4a", 0ms);
    auto end = play(h.connect());
    REQUIRE(end.failed());
    CHECK(end.at == 0ms);
    CHECK(end.end.error().causes().size() == r.tried);
    CHECK(starts(h).size() == r.tried);
  }
}
