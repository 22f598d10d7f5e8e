// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "eyeballs/asio/runtime/tree_strand_on.hpp"
#include "support/asio.hpp"

namespace {

using detail::leaving;
using detail::left_functions;
using detail::strand_ptr;
using detail::tree_executor;
using detail::tree_strand;
using detail::wake_result;

/// An event of no tree's, which counts how often it was run.
class counted_event : public detail::work_item {
 public:
  counted_event() noexcept : work_item(&arrived) {}

  int runs = 0;

 private:
  static void arrived(work_item& self) noexcept { ++static_cast<counted_event&>(self).runs; }
};

/// In the place of a tree: runs what was left, and notes how it was asked to.
class user : public detail::strand_user {
 public:
  template <class Executor> explicit user(const Executor& e) : strand(detail::make_strand(e, e)) {}

  ~user() {
    if (!has_ended) end();
  }

  void begin() {
    strand->begin(*this);
    strand->post_beginning();
  }

  void end() {
    has_ended = true;
    strand->end();
  }

  void run() override {
    ++runs;
    if (ends_now) end();
    else leave(left_functions::called);
  }

  void abandon() noexcept override {
    ++abandonments;
    leave(left_functions::dropped);
  }

  void on_refusal() noexcept override {
    ++refusals;
    leave(left_functions::dropped);
  }

  void on_stop() noexcept override { ++stops; }

  void leave(left_functions what) noexcept {
    do { strand->run_events(what); } while (strand->leave() == leaving::still_in);
  }

  strand_ptr strand;
  int runs = 0, abandonments = 0, refusals = 0, stops = 0;
  bool ends_now = false, has_ended = false;
};

/// Has begun on an io_context.
struct begun {
  begun() {
    tree.begin();
    io->poll();
  }

  tree_executor executor() const { return tree_executor(tree.strand); }

  std::optional<asio::io_context> io{std::in_place};
  user tree{io->get_executor()};
};

enum class mood { takes, drops, throws };

/// Does with what it is given as the test likes.
class executor_in_a_mood {
 public:
  executor_in_a_mood(asio::io_context& io, const mood& m) noexcept : io_(&io), mood_(&m) {}

  asio::execution_context& query(asio::execution::context_t) const noexcept { return *io_; }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  executor_in_a_mood require(asio::execution::blocking_t::never_t) const noexcept { return *this; }

  template <class F> void execute(F f) const {
    if (*mood_ == mood::takes) return asio::post(*io_, std::move(f));
    [[maybe_unused]] const F dropped(std::move(f));
    if (*mood_ == mood::throws)
      throw std::system_error(std::make_error_code(std::errc::too_many_files_open));
  }

  bool operator==(const executor_in_a_mood&) const noexcept = default;

 private:
  asio::io_context* io_;
  const mood* mood_;
};

}  // namespace

TEST_CASE("a tree begins by a post, and keeps the context at work until it has ended") {
  asio::io_context io;
  user tree(io.get_executor());
  tree.begin();
  CHECK(tree.runs == 0);
  io.poll();
  CHECK(tree.runs == 1);
  CHECK_FALSE(io.stopped());
  tree.ends_now = true;
  tree.strand->ask_to_stop();
  io.poll();
  CHECK(io.stopped());
}

TEST_CASE("a function that is dispatched on the executor runs in place, with its turn") {
  begun b;
  int runs_before = -1, runs_after = -1;
  asio::post(*b.io, [&] {
    asio::dispatch(b.executor(), [&] { runs_before = b.tree.runs; });
    runs_after = b.tree.runs;
  });
  b.io->poll();
  CHECK(runs_before == 1);
  CHECK(runs_after == 2);
}

TEST_CASE("a function that is dispatched elsewhere is brought home") {
  begun b;
  std::thread::id where;
  std::thread([&] {
    asio::dispatch(b.executor(), [&] { where = std::this_thread::get_id(); });
  }).join();
  CHECK(where == std::thread::id());
  b.io->poll();
  CHECK(where == std::this_thread::get_id());
}

TEST_CASE("a function that is dispatched where this thread is in runs later") {
  begun b;
  std::string order;
  asio::post(*b.io, [&] {
    asio::dispatch(b.executor(), [&] {
      asio::dispatch(b.executor(), [&] { order += "inner "; });
      order += "outer ";
    });
    order += "after";
  });
  b.io->poll();
  CHECK(order == "outer inner after");
}

TEST_CASE("a function that is posted lets other handlers in first") {
  begun b;
  std::string order;
  asio::dispatch(b.executor(), [&] {
    asio::post(*b.io, [&] { order += "other "; });
    asio::post(b.executor(), [&] { order += "posted"; });
  });
  b.io->poll();
  CHECK(order == "other posted");
}

TEST_CASE("what a function throws leaves run(), and the strand goes on") {
  begun b;
  const auto throws = [] { throw std::out_of_range("mine"); };
  asio::post(*b.io, [&] { asio::dispatch(b.executor(), throws); });
  CHECK_THROWS_AS(b.io->poll(), std::out_of_range);
  std::thread([&] { asio::dispatch(b.executor(), throws); }).join();
  CHECK_THROWS_AS(b.io->poll(), std::out_of_range);
  counted_event event;
  b.tree.strand->push(event);
  b.io->poll();
  CHECK(event.runs == 1);
}

TEST_CASE("events are run by one wake-up") {
  begun b;
  counted_event one, two;
  b.tree.strand->push(one);
  b.tree.strand->push(two);
  CHECK(one.runs == 0);
  CHECK(b.io->poll() == 1);
  CHECK(one.runs == 1);
  CHECK(two.runs == 1);
}

TEST_CASE("a stop is told once, however often it is asked for") {
  begun b;
  b.tree.strand->ask_to_stop();
  b.tree.strand->ask_to_stop();
  b.io->poll();
  b.tree.strand->ask_to_stop();
  b.io->poll();
  CHECK(b.tree.stops == 1);
}

TEST_CASE("a context that dies abandons the tree, once and at once, if nobody is in") {
  begun b;
  b.io.reset();
  CHECK(b.tree.abandonments == 1);
  counted_event event;
  b.tree.strand->push(event);  // who comes later finds no context
  CHECK(event.runs == 1);
  CHECK(b.tree.abandonments == 2);
  CHECK(b.tree.runs == 1);
}

TEST_CASE("a context that dies abandons the tree by the wake-up that it destroys") {
  begun b;
  counted_event event;
  b.tree.strand->push(event);
  b.io.reset();
  CHECK(event.runs == 1);
  CHECK(b.tree.abandonments == 1);
}

TEST_CASE("functions are dropped in a context that has died, and after the end of the tree") {
  const auto held = std::make_shared<int>();
  {
    begun b;
    const tree_executor executor = b.executor();
    asio::dispatch(executor, [held] { FAIL("called"); });
    b.io.reset();
    asio::dispatch(executor, [held] { FAIL("called"); });
    asio::post(executor, [held] { FAIL("called"); });
    CHECK(held.use_count() == 1);
  }
  begun b;
  asio::dispatch(b.executor(), [held] { FAIL("called"); });
  b.tree.ends_now = true;
  b.io->poll();
  CHECK(held.use_count() == 1);
  asio::dispatch(b.executor(), [held] { FAIL("called"); });
  asio::post(b.executor(), [held] { FAIL("called"); });
  b.io->poll();
  CHECK(held.use_count() == 1);
}

TEST_CASE("a beginning that the executor refuses abandons the tree, and throws") {
  asio::io_context io;
  user tree{refusing_executor(io)};
  CHECK_THROWS_AS(tree.begin(), std::system_error);
  CHECK(tree.abandonments == 1);
}

TEST_CASE("a beginning that the executor drops without a word throws, too") {
  asio::io_context io;
  const mood now = mood::drops;
  user tree{executor_in_a_mood(io, now)};
  CHECK_THROWS_AS(tree.begin(), std::system_error);
  CHECK(tree.abandonments == 1);
}

TEST_CASE("an event whose wake-up the executor refuses is the tree's to see to") {
  asio::io_context io;
  mood now = mood::takes;
  user tree{executor_in_a_mood(io, now)};
  tree.begin();
  io.poll();
  now = mood::throws;
  counted_event event, other;
  tree.strand->push(event);
  CHECK(tree.refusals == 1);
  CHECK(tree.strand->try_push(other) == wake_result::refused);
  CHECK(other.runs == 0);
  CHECK(tree.strand->try_wake() == wake_result::refused);
  now = mood::takes;
  CHECK(tree.strand->try_wake() == wake_result::done);
  io.restart();
  io.poll();
  CHECK(other.runs == 1);
  CHECK(tree.refusals == 1);
}

TEST_CASE("a function whose wake-up the executor refuses is dropped, and its caller is told") {
  asio::io_context io;
  mood now = mood::takes;
  user tree{executor_in_a_mood(io, now)};
  tree.begin();
  io.poll();
  now = mood::throws;
  const auto held = std::make_shared<int>();
  CHECK_THROWS_AS(asio::dispatch(tree_executor(tree.strand), [held] { FAIL("called"); }),
                  std::system_error);
  CHECK(held.use_count() == 1);
}
