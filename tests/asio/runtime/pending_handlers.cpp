// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/runtime/pending_handlers.hpp"

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "support/catch.hpp"

namespace {

using eyeballs::detail::dropped_before;
using eyeballs::detail::handlers_left;
using eyeballs::detail::pending_handlers;
using eyeballs::detail::work_item;

/// The event of an operation's handler, known by a number.
class numbered_event : public work_item {
 public:
  explicit numbered_event(int n) noexcept : work_item([](work_item&) noexcept {}), number_(n) {}

  int number() const noexcept { return number_; }

 private:
  int number_;
};

std::vector<int> taken_from(pending_handlers& handlers) {
  std::vector<int> numbers;
  handlers.take_dropped(
      [&](work_item& e) { numbers.push_back(static_cast<numbered_event&>(e).number()); });
  return numbers;
}

}  // namespace

TEST_CASE("the last handler that is retired is the last") {
  pending_handlers handlers;
  handlers.hand_out();
  handlers.hand_out();
  CHECK(handlers.retire() == handlers_left::some);
  CHECK(handlers.retire() == handlers_left::none);
}

TEST_CASE("a handler that was taken back is not pending any more") {
  pending_handlers handlers;
  handlers.hand_out();
  handlers.hand_out();
  handlers.take_back();
  CHECK(handlers.retire() == handlers_left::none);
}

TEST_CASE("handlers may be handed out again after the last one") {
  pending_handlers handlers;
  handlers.hand_out();
  CHECK(handlers.retire() == handlers_left::none);
  handlers.hand_out();
  CHECK(handlers.retire() == handlers_left::none);
}

TEST_CASE("no event is dropped at first") {
  pending_handlers handlers;
  CHECK_FALSE(handlers.any_dropped());
  CHECK(taken_from(handlers).empty());
}

TEST_CASE("events of dropped handlers are taken once, in the order in which they were added") {
  pending_handlers handlers;
  numbered_event one(1), two(2), three(3);
  CHECK(handlers.add_dropped(one) == dropped_before::none);
  CHECK(handlers.add_dropped(two) == dropped_before::some);
  CHECK(handlers.add_dropped(three) == dropped_before::some);
  CHECK(handlers.any_dropped());
  CHECK(taken_from(handlers) == std::vector<int>{1, 2, 3});
  CHECK_FALSE(handlers.any_dropped());
  CHECK(taken_from(handlers).empty());
}

TEST_CASE("after the events are taken the next one is the first again") {
  pending_handlers handlers;
  numbered_event one(1), two(2);
  CHECK(handlers.add_dropped(one) == dropped_before::none);
  CHECK(taken_from(handlers) == std::vector<int>{1});
  CHECK(handlers.add_dropped(two) == dropped_before::none);
  CHECK(taken_from(handlers) == std::vector<int>{2});
}

TEST_CASE("an event that is added while others are taken is taken the next time") {
  pending_handlers handlers;
  numbered_event one(1), two(2), late(3);
  handlers.add_dropped(one);
  handlers.add_dropped(two);
  std::vector<int> numbers;
  handlers.take_dropped([&](work_item& e) {
    numbers.push_back(static_cast<numbered_event&>(e).number());
    if (&e == &one) CHECK(handlers.add_dropped(late) == dropped_before::none);
  });
  CHECK(numbers == std::vector<int>{1, 2});
  CHECK(taken_from(handlers) == std::vector<int>{3});
}

TEST_CASE("an event may be queued elsewhere while the others are still being taken") {
  pending_handlers handlers;
  numbered_event one(1), two(2), three(3);
  for (numbered_event* e : {&one, &two, &three}) handlers.add_dropped(*e);
  int visits = 0;
  handlers.take_dropped([&](work_item& e) {
    e.next = nullptr;  // as a queue does
    ++visits;
  });
  CHECK(visits == 3);
}

TEST_CASE("handlers are abandoned once and for all") {
  pending_handlers handlers;
  CHECK_FALSE(handlers.abandoned());
  handlers.abandon();
  CHECK(handlers.abandoned());
  handlers.hand_out();
  handlers.retire();
  handlers.abandon();
  CHECK(handlers.abandoned());
}

TEST_CASE("of handlers that several threads retire, exactly one is the last") {
  constexpr int threads = 4, of_each = 5000;
  pending_handlers handlers;
  for (int i = 0; i < threads * of_each; ++i) handlers.hand_out();
  std::atomic<int> last = 0;
  std::vector<std::thread> all;
  for (int t = 0; t < threads; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < of_each; ++i)
        if (handlers.retire() == handlers_left::none) ++last;
    });
  for (std::thread& t : all) t.join();
  CHECK(last == 1);
}

TEST_CASE("events that several threads add are all taken, those of each thread in their order") {
  constexpr int threads = 3, of_each = 5000;
  pending_handlers handlers;
  std::vector<std::vector<numbered_event>> events(threads);
  for (int t = 0; t < threads; ++t)
    for (int i = 0; i < of_each; ++i) events[std::size_t(t)].emplace_back(t * of_each + i);

  std::atomic<int> at_work = threads, first = 0;
  std::vector<std::thread> all;
  for (auto& mine : events)
    all.emplace_back([&] {
      for (numbered_event& e : mine)
        if (handlers.add_dropped(e) == dropped_before::none) ++first;
      --at_work;
    });

  std::vector<int> next(threads, 0);
  int taken = 0, rounds_with_any = 0, out_of_order = 0;
  const auto take = [&] {
    const std::vector<int> numbers = taken_from(handlers);
    if (!numbers.empty()) ++rounds_with_any;
    for (int n : numbers) {
      if (n % of_each != next[std::size_t(n / of_each)]++) ++out_of_order;
      ++taken;
    }
  };
  while (at_work > 0) take();
  for (std::thread& t : all) t.join();
  take();

  CHECK(taken == threads * of_each);
  CHECK(out_of_order == 0);
  CHECK(first == rounds_with_any);  // one for each list that was taken
}
