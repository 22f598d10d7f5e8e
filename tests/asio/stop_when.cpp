// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <atomic>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>

#include "eyeballs/asio/stop_when.hpp"
#include "eyeballs/testing/virtual_time.hpp"
#include "support/asio.hpp"

// Stop tokens of threads stop tasks, and those of tasks stop threads.

namespace {

task<int> seven() { co_return 7; }

task<int> fails() { co_return fail(std::make_error_code(std::errc::no_buffer_space)); }

task<int> waits_for_ever() {
  co_await sleep(duration::max());
  co_return 0;
}

/// A stop is 1, an error 2.
template <class T> task<int> how_it_ends(task<T> t) {
  const auto end = co_await as_outcome(std::move(t));
  co_return end.stopped() ? 1 : end ? 0 : 2;
}

}  // namespace

TEST_CASE("stop_when ends as the operation does, if nobody asks for the stop") {
  on_threads::stop_source source;
  CHECK(run_in_context(stop_when(seven(), source.get_token())).value == 7);
  const auto failed = run_in_context(stop_when(fails(), source.get_token()));
  CHECK(code_of(failed.why) == asio::error::no_buffer_space);
}

TEST_CASE("stop_when: a thread stops a task, which has ended before") {
  on_threads::stop_source source;
  bool has_ended = false;
  auto work = [](bool& ended) -> task<> {
    struct at_exit {
      ~at_exit() { flag = true; }

      bool& flag;
    };

    const at_exit note{ended};
    co_await sleep(duration::max());
  };
  asio::io_context io;
  ending<int> end;
  co_spawn(io, how_it_ends(stop_when(work(has_ended), source.get_token())), into(end));
  io.poll();
  CHECK(end.calls == 0);

  std::thread other([&] { source.request_stop(); });
  io.run();
  other.join();
  CHECK(end.value == 1);
  CHECK(has_ended);
}

TEST_CASE("stop_when begins nothing, if the stop has been requested") {
  on_threads::stop_source source;
  source.request_stop();
  bool has_begun = false;
  auto begins = [](bool& flag) -> task<> {
    flag = true;
    co_return;
  };
  CHECK(run_in_context(how_it_ends(stop_when(begins(has_begun), source.get_token()))).value == 1);
  CHECK(!has_begun);
}

TEST_CASE("stop_when: a stop from above ends it, and the token is let go") {
  on_threads::stop_source source;
  asio::io_context io;
  auto limited = [](on_threads::stop_token token) -> task<int> {
    auto stopped_late = stop_when(waits_for_ever(), std::move(token));
    const auto r = co_await as_result(timeout(std::move(stopped_late), 1ms));
    co_return r.has_error() && r.error().code() == std::errc::timed_out ? 1 : 0;
  };
  CHECK(run_in(io, limited(source.get_token())).value == 1);
  source.request_stop();  // nobody listens
  CHECK(io.poll() == 0);
}

TEST_CASE("stop_when: the operation itself requests the stop") {
  on_threads::stop_source source;
  auto asks = [](on_threads::stop_source& s) -> task<> {
    s.request_stop();
    co_await sleep(duration::max());
  };
  CHECK(run_in_context(how_it_ends(stop_when(asks(source), source.get_token()))).value == 1);
}

TEST_CASE("stop_when: the context dies first") {
  on_threads::stop_source source;
  ending<int> end;
  {
    asio::io_context io;
    co_spawn(io, stop_when(waits_for_ever(), source.get_token()), into(end));
    io.poll();
  }
  source.request_stop();
  CHECK(end.calls == 0);
}

TEST_CASE("stop_when: in a tree that is not on Asio it is an error") {
  on_threads::stop_source source;
  auto waits = [](on_threads::stop_token token) -> task<std::error_code> {
    auto ended = co_await as_result(stop_when(seven(), std::move(token)));
    co_return ended.has_error() ? ended.error().code() : std::error_code();
  };
  const auto end = run_in_virtual_time(waits(source.get_token()));
  REQUIRE(end);
  CHECK(*end == std::errc::operation_not_supported);
}

namespace {

/// An operation that can't be started, and throws at one of its moves.
struct never_begins {
  using value_type = void;

  explicit never_begins(int moves) : moves_left(moves) {}

  never_begins(never_begins&& other) : moves_left(other.moves_left - 1) {
    if (moves_left == 0) throw std::runtime_error("moved");
  }

  start_result start(environment, detail::work_item&) { throw std::runtime_error("started"); }

  bool stopped() const noexcept { return false; }

  result<void> take() { return {}; }

  int moves_left;
};

std::string thrown_by(task<> t) {
  auto caught = [](task<> failing) -> task<std::string> {
    auto end = co_await as_result(std::move(failing));
    co_return end ? "nothing" : end.error().message();
  };
  const auto end = run_in_context(caught(std::move(t)));
  return *end.value;
}

}  // namespace

TEST_CASE("stop_when: what an operation throws when it is begun is the error") {
  on_threads::stop_source source;
  CHECK(thrown_by(stop_when(never_begins(100), source.get_token())).find("started") !=
        std::string::npos);
}

TEST_CASE("stop_when: what an operation throws when it is moved is the error, or leaves the call") {
  on_threads::stop_source source;
  int left_the_call = 0, was_the_error = 0;
  for (int moves = 1; moves < 12; ++moves) {
    try {
      const std::string told = thrown_by(stop_when(never_begins(moves), source.get_token()));
      was_the_error += told.find("moved") != std::string::npos;
      CHECK(told != "nothing");
    } catch (const std::runtime_error&) { ++left_the_call; }
  }
  CHECK(left_the_call > 0);
  CHECK(left_the_call + was_the_error < 11);  // the rest was started
}

TEST_CASE("stop_when: many threads, many times") {
  for (int i = 0; i < 200; ++i) {
    on_threads::stop_source source;
    std::thread other([&] { source.request_stop(); });
    const auto end = run_in_context(how_it_ends(stop_when(waits_for_ever(), source.get_token())));
    other.join();
    REQUIRE(end.value == 1);
  }
}

TEST_CASE("stop_token_adapter: a task's stop is a thread's") {
  stop_source above;
  const on_threads::stop_token_adapter adapter(above.token());
  const auto token = adapter.get_token();
  CHECK(!token.stop_requested());
  above.request_stop();
  CHECK(token.stop_requested());
}

TEST_CASE("stop_token_adapter: one made after the stop is stopped") {
  stop_source above;
  above.request_stop();
  const on_threads::stop_token_adapter adapter(above.token());
  CHECK(adapter.get_token().stop_requested());
}

TEST_CASE("stop_token_adapter in a task, whose timeout stops a thread") {
  std::atomic<bool> saw_it = false;
  auto work = [](std::atomic<bool>& saw) -> task<> {
    const environment here = co_await current_environment();
    const on_threads::stop_token_adapter stop(here.stop);
    std::thread job([token = stop.get_token(), &saw] {
      while (!token.stop_requested()) std::this_thread::yield();
      saw = true;
    });
    (void)co_await as_outcome(sleep(duration::max()));
    job.join();
  };
  auto limited = [&]() -> task<> { (void)co_await as_result(timeout(work(saw_it), 1ms)); };
  CHECK(!run_in_context(limited()).why);
  CHECK(saw_it);
}
