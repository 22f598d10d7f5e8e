// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/runtime/deadline_timer.hpp"

#include <new>
#include <optional>

#include "support/asio.hpp"

namespace {

using executor = asio::io_context::executor_type;
using deadline_timer = detail::deadline_timer<executor>;
using timer_state = deadline_timer::state;

/// A timer, and how often its handler came, or was destroyed uncalled.
class timer_fixture {
 public:
  class handler {
   public:
    explicit handler(timer_fixture& f) noexcept : fixture_(&f) {}

    handler(handler&& other) noexcept : fixture_(std::exchange(other.fixture_, nullptr)) {}

    ~handler() {
      if (fixture_) ++fixture_->dropped;
    }

    void operator()(error_code) {
      timer_fixture& f = *std::exchange(fixture_, nullptr);
      f.timer.handler_called();
      ++f.fired;
    }

   private:
    timer_fixture* fixture_;
  };

  void arm(time_point due) {
    timer.arm(io->get_executor(), due, [this] {
      ++made;
      return handler(*this);
    });
  }

  std::optional<asio::io_context> io{std::in_place};
  deadline_timer timer;
  int made = 0, fired = 0, dropped = 0;
};

time_point from_now(duration d) { return std::chrono::steady_clock::now() + d; }

}  // namespace

TEST_CASE("a timer is idle at first, and to destroy it does nothing") {
  timer_fixture f;
  CHECK(f.timer.current_state() == timer_state::idle);
  f.timer.destroy();
  f.io->run();
  CHECK(f.timer.current_state() == timer_state::idle);
  CHECK(f.made == 0);
}

TEST_CASE("a timer that is armed fires once, not before its time, and is idle then") {
  timer_fixture f;
  const time_point due = from_now(5ms);
  f.arm(due);
  CHECK(f.timer.current_state() == timer_state::armed);
  CHECK(f.io->poll() == 0);
  f.io->run();
  CHECK(std::chrono::steady_clock::now() >= due);
  CHECK(f.fired == 1);
  CHECK(f.timer.current_state() == timer_state::idle);
}

TEST_CASE("a timer for a time that has passed fires at once") {
  timer_fixture f;
  f.arm(time_point::min());
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("a timer that has fired may be armed again") {
  timer_fixture f;
  for (int i = 1; i <= 3; ++i) {
    f.arm(from_now(0ms));
    f.io->restart();
    f.io->run();
    CHECK(f.fired == i);
  }
  CHECK(f.made == 3);
}

TEST_CASE("a timer that is armed for an earlier time than before fires at once") {
  timer_fixture f;
  f.arm(from_now(1h));
  f.arm(from_now(30min));
  CHECK(f.made == 1);  // the handler that comes arms it again
  f.io->run();
  CHECK(f.fired == 1);
  CHECK(f.timer.current_state() == timer_state::idle);
}

TEST_CASE("a timer that is armed for a later time than before fires at the earlier one") {
  timer_fixture f;
  f.arm(from_now(1ms));
  f.arm(from_now(1h));
  CHECK(f.made == 1);
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("a timer that is armed for the same time again goes on waiting") {
  timer_fixture f;
  const time_point due = from_now(1h);
  f.arm(due);
  f.arm(due);
  CHECK(f.io->poll() == 0);
  CHECK(f.made == 1);
  CHECK(f.timer.current_state() == timer_state::armed);
}

TEST_CASE("a timer that is armed keeps its context at work, and fires when it is destroyed") {
  timer_fixture f;
  f.arm(from_now(1h));
  CHECK(f.io->poll() == 0);
  CHECK_FALSE(f.io->stopped());
  f.timer.destroy();
  CHECK(f.fired == 0);  // by post
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("a timer may be armed for earlier and earlier times before its handler comes") {
  timer_fixture f;
  f.arm(from_now(1h));
  f.arm(from_now(1min));
  f.arm(from_now(0ms));  // on its way already
  f.io->run();
  CHECK(f.made == 1);
  CHECK(f.fired == 1);
}

TEST_CASE("a timer whose handler can't be made stays idle, and may be armed again") {
  timer_fixture f;
  const auto no_memory = []() -> timer_fixture::handler { throw std::bad_alloc(); };
  CHECK_THROWS_AS(f.timer.arm(f.io->get_executor(), from_now(0ms), no_memory), std::bad_alloc);
  CHECK(f.timer.current_state() == timer_state::idle);
  f.arm(from_now(0ms));
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("the handler of a timer is destroyed uncalled with its context") {
  timer_fixture f;
  f.arm(from_now(1h));
  f.io->poll();
  CHECK(f.dropped == 0);
  f.timer.destroy();
  f.io.reset();
  CHECK(f.fired == 0);
  CHECK(f.dropped == 1);
}
