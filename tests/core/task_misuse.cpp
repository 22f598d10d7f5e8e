// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <optional>
#include <string>
#include <thread>

#include "support/last_words.hpp"
#include "support/steps.hpp"

// What may not be done, and that every build says so before the program is aborted.

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

namespace {

const std::string assertion = "eyeballs: Assertion failed: ";
const std::string moved_from = assertion + "a moved-from task is awaited: await the one that ";
const std::string twice = assertion + "a task is awaited twice: make a new one by ";
const std::string dead_variable = assertion + "a variable is destroyed while tasks await it: ";
const std::string other_tree = assertion + "a task is resumed by another tree of tasks: ";
const std::string other_thread = assertion + "a task is resumed on another thread than ";

/// Whether `misuse` ends the program with this message.
template <class Misuse> bool says(const std::string& message, Misuse misuse) {
  const std::string said = last_words(misuse);
  UNSCOPED_INFO("it said: " << said);
  return said.starts_with(message);
}

task<int> reader(dataflow_variable<int>& v) { co_return co_await v; }

task<> setter(dataflow_variable<int>& v) {
  v.set(1);
  co_return;
}

}  // namespace

TEST_CASE("a task is awaited once: in a row, or while it runs") {
  auto in_a_row = []() -> task<int> {
    task<int> once = ready(1);
    const int first = co_await std::move(once);
    co_return first + co_await std::move(once);
  };
  CHECK(says(twice, [&] { (void)run_in_virtual_time(in_a_row()); }));

  auto while_it_runs = []() -> task<> {
    task<int> once = after(1ms, 1);
    auto waits = [&]() -> task<int> { co_return co_await std::move(once); };
    co_await join(waits(), waits());
  };
  CHECK(says(twice, [&] { (void)run_in_virtual_time(while_it_runs()); }));
}

TEST_CASE("a task that was moved from is not awaited, raced or started") {
  auto awaits = [](auto how) -> task<> {
    task<int> from = ready(1);
    const task<int> to = std::move(from);
    co_await how(std::move(from));
  };
  auto plain = [](task<int>&& t) { return std::move(t); };
  auto raced = [](task<int>&& t) { return race(std::move(t), never()); };
  auto limited = [](task<int>&& t) { return timeout(std::move(t), 1s); };
  CHECK(says(moved_from, [&] { (void)run_in_virtual_time(awaits(plain)); }));
  CHECK(says(moved_from, [&] { (void)run_in_virtual_time(awaits(raced)); }));
  CHECK(says(moved_from, [&] { (void)run_in_virtual_time(awaits(limited)); }));

  CHECK(says(moved_from, [] {
    task<int> from = ready(1);
    const task<int> to = std::move(from);
    (void)run_in_virtual_time(std::move(from));
  }));
}

TEST_CASE("a variable outlives its readers, and has a value where it is asked for one") {
  CHECK(says(dead_variable, [] {
    virtual_time time;
    std::optional<dataflow_variable<int>> v(std::in_place);
    time.start(reader(*v));
    v.reset();
  }));
  CHECK(says(assertion + "a variable is asked for a value that was not set: await it", [] {
    dataflow_variable<int> v;
    v.value() = 1;
  }));
}

TEST_CASE("a variable belongs to one tree of tasks", "[D35]") {
  CHECK(says(other_tree, [] {
    dataflow_variable<int> v;
    virtual_time readers;
    readers.start(reader(v));
    (void)run_in_virtual_time(setter(v));
  }));
}

TEST_CASE("a task is not resumed by another thread while its tree runs", "[D35]") {
  CHECK(says(other_thread, [] {
    dataflow_variable<int> v;
    auto body = [&]() -> task<> {
      std::thread([&] { v.set(1); }).join();
      co_return;
    };
    virtual_time time;
    time.start(reader(v));
    time.start(body());
  }));
}

TEST_CASE("a variable may be set where no tree runs", "[D35]") {
  dataflow_variable<int> v;
  virtual_time time;
  auto& end = time.start(reader(v));
  v.set(7);
  CHECK_FALSE(end.ended());
  time.run();
  CHECK(*end.end() == 7);
}

TEST_CASE("a virtual time may die within a task of another one", "[D35]") {
  bool unwound = false;
  auto waits = [&]() -> task<> {
    struct at_exit {
      ~at_exit() { *noted = true; }

      bool* noted;
    } exit{&unwound};
    co_await shield(never());
  };
  auto body = [&]() -> task<> {
    {
      virtual_time inner;
      inner.start(waits());
    }
    co_return;
  };
  CHECK(run_in_virtual_time(body()).has_value());
  CHECK(unwound);
}

TEST_CASE("what is asked for its end has ended") {
  CHECK(says(assertion + "end() is asked of a task that has not ended: run the time first", [] {
    virtual_time time;
    (void)time.start(hanging()).end();
  }));
}
