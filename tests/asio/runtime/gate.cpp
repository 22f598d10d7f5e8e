// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/runtime/gate.hpp"

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "support/catch.hpp"

namespace {

using eyeballs::detail::gate;
using eyeballs::detail::leaving;
using eyeballs::detail::passage;
using eyeballs::detail::work_item;

/// An event that is known by a number.
class numbered_event : public work_item {
 public:
  explicit numbered_event(int n) noexcept : work_item([](work_item&) noexcept {}), number_(n) {}

  int number() const noexcept { return number_; }

 private:
  int number_;
};

std::vector<int> numbers_of(work_item* events) {
  std::vector<int> numbers;
  for (; events; events = events->next)
    numbers.push_back(static_cast<numbered_event&>(*events).number());
  return numbers;
}

/// Nobody is in.
class free_gate : public gate {
 public:
  free_gate() { REQUIRE(leave() == leaving::left); }
};

}  // namespace

TEST_CASE("who makes a gate is in") {
  gate g;
  CHECK(g.enter() == passage::occupied);
  CHECK(g.leave() == leaving::left);
  CHECK(g.enter() == passage::entered);
}

TEST_CASE("one at a time is in") {
  free_gate g;
  CHECK(g.enter() == passage::entered);
  CHECK(g.enter() == passage::occupied);
  CHECK(g.leave() == leaving::left);
  CHECK(g.enter() == passage::entered);
}

TEST_CASE("who pushes an event where nobody is in is in, and finds it there") {
  free_gate g;
  numbered_event one(1);
  CHECK(g.push(one) == passage::entered);
  CHECK(g.enter() == passage::occupied);
  CHECK(numbers_of(g.take()) == std::vector{1});
  CHECK(g.leave() == leaving::left);
}

TEST_CASE("events are taken once, in the order in which they were pushed") {
  gate g;
  numbered_event one(1), two(2), three(3);
  CHECK(g.take() == nullptr);
  CHECK(g.push(one) == passage::occupied);
  CHECK(g.push(two) == passage::occupied);
  CHECK(g.push(three) == passage::occupied);
  CHECK(numbers_of(g.take()) == std::vector{1, 2, 3});
  CHECK(g.take() == nullptr);
}

TEST_CASE("nobody leaves while there are events") {
  gate g;
  numbered_event one(1);
  g.push(one);
  CHECK(g.leave() == leaving::still_in);
  CHECK(g.enter() == passage::occupied);
  CHECK(numbers_of(g.take()) == std::vector{1});
  CHECK(g.leave() == leaving::left);
}

TEST_CASE("events that somebody has left behind wait for who enters next, or pushes") {
  gate g;
  numbered_event one(1), two(2), three(3);
  g.push(one);
  g.leave_events();
  CHECK(g.push(two) == passage::entered);
  g.leave_events();
  CHECK(g.enter() == passage::entered);
  CHECK(g.push(three) == passage::occupied);
  CHECK(numbers_of(g.take()) == std::vector{1, 2, 3});
}

TEST_CASE("a closed gate lets nobody in, and takes no event") {
  gate g;
  numbered_event one(1), two(2), late(3);
  g.push(one);
  g.push(two);
  CHECK(numbers_of(g.close()) == std::vector{1, 2});
  CHECK(g.enter() == passage::closed);
  CHECK(g.push(late) == passage::closed);
}

TEST_CASE("of several threads one is in, and every event is taken, in the order of each thread") {
  constexpr int threads = 4, of_each = 5000;
  free_gate g;
  std::vector<std::vector<numbered_event>> events(threads);
  for (int t = 0; t < threads; ++t)
    for (int i = 0; i < of_each; ++i) events[std::size_t(t)].emplace_back(t * of_each + i);

  // By who is in: no atomics.
  std::vector<int> next(threads, 0);
  int taken = 0, out_of_order = 0;
  const auto take_all = [&] {
    do {
      for (int n : numbers_of(g.take())) {
        if (n % of_each != next[std::size_t(n / of_each)]++) ++out_of_order;
        ++taken;
      }
    } while (g.leave() == leaving::still_in);
  };

  std::vector<std::thread> all;
  for (auto& mine : events)
    all.emplace_back([&] {
      for (numbered_event& e : mine)
        if (g.push(e) == passage::entered) take_all();
    });
  for (std::thread& t : all) t.join();

  CHECK(g.enter() == passage::entered);
  CHECK(taken == threads * of_each);
  CHECK(out_of_order == 0);
}
