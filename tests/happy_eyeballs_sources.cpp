// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/happy_eyeballs.hpp"

#include <new>
#include <optional>
#include <ranges>
#include <stdexcept>

#include "support/network.hpp"
#include "support/steps.hpp"

// Sources of connectors: those that take their time, and those that fail.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

/// Hands out connectors, one each time that the gap has passed.
class slow_source {
 public:
  slow_source(std::vector<connector> all, duration gap) : all_(std::move(all)), gap_(gap) {}

  task<std::optional<connector>> next() {
    if (gap_ > 0ms) co_await sleep(gap_);
    if (next_ == all_.size()) co_return std::nullopt;
    co_return std::move(all_[next_++]);
  }

 private:
  std::vector<connector> all_;
  duration gap_;
  std::size_t next_ = 0;
};

/// Hands out connectors, then fails.
class failing_source {
 public:
  failing_source(std::vector<connector> all, bool throws) : all_(std::move(all)), throws_(throws) {}

  task<std::optional<connector>> next() {
    if (next_ < all_.size()) co_return std::move(all_[next_++]);
    ++asked_again;
    if (throws_) throw std::runtime_error("no more");
    co_return fail(std::errc::network_down, "no more");
  }

  static inline int asked_again = 0;

 private:
  std::vector<connector> all_;
  bool throws_;
  std::size_t next_ = 0;
};

}  // namespace

TEST_CASE("a source's next() holds a start back: b is there at 400, starts at 400") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.hangs("a"), net.ok("b", 10ms)), 150ms)));
  REQUIRE(end.ok());
  CHECK(net.log.with("starts") == lines{"a starts 150", "b starts 550"});
}

TEST_CASE("nothing is in flight and a next one comes: it starts at once") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.fails("a", 10ms), net.ok("b", 10ms)), 1s)));
  REQUIRE(end.ok());
  CHECK(net.log == lines{"a starts 1000", "a fails 1010", "b starts 2010", "b ok 2020"});
}

TEST_CASE("a win while next() is waited for: the wait is stopped, nothing more starts") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(),
                                 slow_source(list(net.ok("a", 300ms), net.ok("b", 10ms)), 100ms)));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "a");
  CHECK(end.at == 400ms);
  CHECK(net.log.with("starts") == lines{"a starts 100"});
}

TEST_CASE("a connection made in the turn in which next() yields: what it yields is not started") {
  class source {
   public:
    source(network& n, dataflow_variable<bool>& w, dataflow_variable<>& c)
        : net_(&n), works_(&w), comes_(&c) {}

    task<std::optional<connector>> next() {
      if (first_) {
        first_ = false;
        co_return net_->when("a", *works_, 5);
      }
      co_await *comes_;
      net_->log.note("b comes");
      co_return net_->ok("b", 0ms);
    }

   private:
    network* net_;
    dataflow_variable<bool>* works_;
    dataflow_variable<>* comes_;
    bool first_ = true;
  };

  for (const bool next_first : {true, false}) {
    CAPTURE(next_first);
    network net;
    dataflow_variable<bool> works;
    dataflow_variable<> comes;
    auto setter = [&]() -> task<> {
      co_await sleep(300ms);
      if (next_first) comes.set();
      works.set(true);
      comes.set();
    };
    auto inner = happy_eyeballs(250ms, net.close(), source(net, works, comes));
    auto body = [&]() -> task<std::string> {
      auto both = co_await join(std::move(inner), setter());
      co_return std::get<0>(both).name();
    };
    auto end = play(body());
    REQUIRE(end.ok());
    CHECK(*end.end == "a");
    CHECK(net.log == lines{"a starts 0", "b comes", "a ok 300"});
  }
}

TEST_CASE("a stop while next() is waited for: stopped") {
  network net;
  auto end =
      play(happy_eyeballs(250ms, net.close(), slow_source(list(net.ok("a", 300ms)), 1h)), 10ms);
  CHECK(end.stopped());
  CHECK(end.at == 10ms);
  CHECK(net.log == lines{});
}

TEST_CASE("an empty source fails when it says so") {
  network net;
  auto end = play(happy_eyeballs(250ms, net.close(), slow_source(std::vector<connector>(), 70ms)));
  CHECK(end.code() == errc::no_endpoints);
  CHECK(end.at == 70ms);
}

TEST_CASE("a source that never yields, in a timeout: timed_out") {
  network net;
  auto silent =
      happy_eyeballs(250ms, net.close(), slow_source(std::vector<connector>(), duration::max()));
  auto end = play(limited(std::move(silent), 10s));
  CHECK(end.code() == std::errc::timed_out);
  CHECK(end.at == 10s);
}

TEST_CASE("next() fails while attempts run: they go on, and one may win") {
  for (const bool throws : {false, true}) {
    network net;
    failing_source::asked_again = 0;
    auto end = play(happy_eyeballs(
        250ms, net.close(), failing_source(list(net.hangs("a"), net.ok("b", 400ms)), throws)));
    REQUIRE(end.ok());
    CHECK(end.end->name() == "b");
    CHECK(end.at == 650ms);
    CHECK(failing_source::asked_again == 1);
  }
}

TEST_CASE("next() fails, and so do all attempts: its error is the last") {
  for (const bool throws : {false, true}) {
    network net;
    failing_source::asked_again = 0;
    auto end = play(
        happy_eyeballs(250ms, net.close(),
                       failing_source(list(net.fails("a", 900ms), net.fails("b", 10ms)), throws)));
    REQUIRE(end.failed());
    CHECK(end.at == 900ms);
    CHECK(causes_of(end.end.error()) == lines{"a", "b", "no more"});
    CHECK(end.code() == std::errc::connection_refused);
    CHECK(failing_source::asked_again == 1);
  }
}

TEST_CASE("next() fails at once: its error is the only one") {
  network net;
  auto end =
      play(happy_eyeballs(250ms, net.close(), failing_source(std::vector<connector>(), false)));
  REQUIRE(end.failed());
  CHECK(end.code() == std::errc::network_down);
  CHECK(causes_of(end.end.error()) == lines{"no more"});
}

TEST_CASE("an iterator throws while attempts run: they go on, nothing more is pulled") {
  network net;
  int pulls = 0;
  auto make = [&](int i) {
    ++pulls;
    if (i == 2) throw std::runtime_error("no more");
    return net.ok(std::to_string(i), 1s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.ok());
  CHECK(end.end->name() == "0");
  CHECK(end.at == 1s);
  CHECK(pulls == 3);
}

TEST_CASE("an iterator throws, and all attempts fail: its error is the last") {
  network net;
  auto make = [&](int i) {
    if (i == 2) throw std::runtime_error("no more");
    return net.fails(std::to_string(i), 1s);
  };
  auto view = std::views::iota(0, 100) | std::views::transform(make);
  auto end = play(happy_eyeballs(250ms, net.close(), view));
  REQUIRE(end.failed());
  CHECK(causes_of(end.end.error()) == lines{"0", "1", "no more"});
}

TEST_CASE("no memory for the next attempt: the running ones go on") {
  class scarce : public detail::frame_resource {
   public:
    void* allocate(std::size_t bytes) override {
      if (left == 0) throw std::bad_alloc();
      --left;
      return ::operator new(bytes);
    }

    void deallocate(void* frame, std::size_t) noexcept override { ::operator delete(frame); }

    int left = 0;
  };

  bool once_won = false;
  for (int frames = 0; frames < 20; ++frames) {
    CAPTURE(frames);
    network net;
    scarce memory;
    memory.left = frames;
    {
      virtual_time time(&memory);
      auto& root = time.start(eyeballs_of(net, net.ok("a", 1s), net.ok("b", 2s), net.ok("c", 2s)));
      time.run();
      REQUIRE(root.ended());
      if (root.end().has_value()) once_won = root.end()->name() == "a";
      else CHECK(root.end().error().code() == std::errc::not_enough_memory);
    }
    CHECK(net.open() == 0);
  }
  CHECK(once_won);
}
