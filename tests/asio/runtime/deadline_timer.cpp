// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/runtime/deadline_timer.hpp"

#include <new>
#include <optional>

#include "support/asio.hpp"

namespace {

using timer_state = detail::deadline_timer::state;

/// A timer, and how often its handler came, or was destroyed uncalled.
class timer_fixture {
 public:
  class handler {
   public:
    handler(timer_fixture& f, detail::reserved_block& memory) noexcept
        : fixture_(&f), memory_(memory) {}

    using allocator_type = detail::reserved_allocator<void>;

    handler(handler&& other) noexcept
        : fixture_(std::exchange(other.fixture_, nullptr)), memory_(other.memory_) {}

    ~handler() {
      if (fixture_) ++fixture_->dropped;
    }

    allocator_type get_allocator() const noexcept { return memory_; }

    void operator()(error_code) {
      timer_fixture& f = *std::exchange(fixture_, nullptr);
      f.timer->handler_called();
      ++f.fired;
    }

   private:
    timer_fixture* fixture_;
    allocator_type memory_;
  };

  timer_fixture() { timer.emplace(detail::serial_executor::on(io->get_executor())); }

  void arm(time_point due) {
    timer->arm(due, [this](detail::reserved_block& memory) {
      ++made;
      return handler(*this, memory);
    });
  }

  std::optional<asio::io_context> io{std::in_place};
  std::optional<detail::deadline_timer> timer;
  int made = 0, fired = 0, dropped = 0;
};

time_point from_now(duration d) { return std::chrono::steady_clock::now() + d; }

}  // namespace

TEST_CASE("a timer is idle at first, and to cancel it does nothing") {
  timer_fixture f;
  CHECK(f.timer->current_state() == timer_state::idle);
  f.timer->cancel();
  f.io->run();
  CHECK(f.timer->current_state() == timer_state::idle);
  CHECK(f.made == 0);
}

TEST_CASE("a timer that is armed fires once, not before its time, and is idle then") {
  timer_fixture f;
  const time_point due = from_now(5ms);
  f.arm(due);
  CHECK(f.timer->current_state() == timer_state::armed);
  CHECK(f.io->poll() == 0);
  f.io->run();
  CHECK(std::chrono::steady_clock::now() >= due);
  CHECK(f.fired == 1);
  CHECK(f.timer->current_state() == timer_state::idle);
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
  CHECK(f.timer->current_state() == timer_state::idle);
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
  CHECK(f.timer->current_state() == timer_state::armed);
}

TEST_CASE("a timer that is armed for ever keeps its context at work, and fires when cancelled") {
  timer_fixture f;
  f.arm(time_point::max());
  CHECK(f.io->poll() == 0);
  CHECK_FALSE(f.io->stopped());
  f.timer->cancel();
  CHECK(f.fired == 0);  // by post
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("a timer may be cancelled again before its handler comes") {
  timer_fixture f;
  f.arm(from_now(1h));
  f.timer->cancel();
  f.timer->cancel();
  f.arm(from_now(0ms));  // on its way already
  f.io->run();
  CHECK(f.made == 1);
  CHECK(f.fired == 1);
}

TEST_CASE("a timer whose handler can't be made stays idle, and may be armed again") {
  timer_fixture f;
  const auto no_memory = [](detail::reserved_block&) -> timer_fixture::handler {
    throw std::bad_alloc();
  };
  CHECK_THROWS_AS(f.timer->arm(from_now(0ms), no_memory), std::bad_alloc);
  CHECK(f.timer->current_state() == timer_state::idle);
  f.arm(from_now(0ms));
  f.io->run();
  CHECK(f.fired == 1);
}

TEST_CASE("the handler of a timer is destroyed uncalled with its context") {
  timer_fixture f;
  f.arm(from_now(1h));
  f.io->poll();
  CHECK(f.dropped == 0);
  f.timer.reset();
  f.io.reset();
  CHECK(f.fired == 0);
  CHECK(f.dropped == 1);
}
