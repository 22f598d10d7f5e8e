// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/foreign_awaiter.hpp"

#include <stdexcept>
#include <vector>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;

namespace {

/// Awaitables that end in each way that C++ knows.

struct resumes_within_suspend {
  bool await_ready() const noexcept { return false; }

  void await_suspend(std::coroutine_handle<> h) const { h.resume(); }

  int await_resume() const noexcept { return 1; }
};

struct does_not_suspend {
  bool await_ready() const noexcept { return false; }

  bool await_suspend(std::coroutine_handle<>) const noexcept { return false; }

  int await_resume() const noexcept { return 2; }
};

struct transfers_back {
  bool await_ready() const noexcept { return false; }

  std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) const noexcept { return h; }

  int await_resume() const noexcept { return 3; }
};

struct throws_within_suspend {
  bool await_ready() const noexcept { return false; }

  void await_suspend(std::coroutine_handle<>) const { throw std::logic_error("suspend"); }

  void await_resume() const noexcept {}
};

template <class Awaitable> task<int> yields() { co_return co_await Awaitable(); }

}  // namespace

TEST_CASE("a foreign awaitable that resumes within its suspension, or does not suspend") {
  CHECK(*play(yields<resumes_within_suspend>()).end == 1);
  CHECK(*play(yields<does_not_suspend>()).end == 2);
  CHECK(*play(yields<transfers_back>()).end == 3);
}

TEST_CASE("what a foreign awaitable's suspension throws is the task's error") {
  auto body = []() -> task<> { co_await throws_within_suspend(); };
  const auto end = play(body());
  REQUIRE(end.failed());
  CHECK_THROWS_WITH(std::rethrow_exception(end.end.error().exception()), "suspend");
}

TEST_CASE("who resumes a task from within another one of the tree does not run it in place") {
  foreign_event<int> event;
  std::vector<int> order;
  auto waiter = [&]() -> task<> { order.push_back(co_await event); };
  auto setter = [&]() -> task<> {
    co_await yield_turn();
    event.set(2);
    order.push_back(1);
  };
  auto body = [&]() -> task<> { co_await join(waiter(), setter()); };
  CHECK(play(body()).ok());
  CHECK(order == std::vector<int>{1, 2});
}

TEST_CASE("a foreign awaitable that nobody resumes dies with its task") {
  foreign_event<int> event;
  int live = 0;
  {
    auto waiter = [&](support::counted) -> task<> { co_await event; };
    virtual_time time;
    const auto& root = time.start(waiter(support::counted(live)));
    CHECK_FALSE(root.ended());
    CHECK(live == 1);
  }
  CHECK(live == 0);
}
