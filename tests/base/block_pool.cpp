// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/block_pool.hpp"

#include <optional>
#include <thread>
#include <vector>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

using pool = detail::block_pool;

namespace {

/// Each test begins with a pool of its own.
template <class F> void in_a_thread(F f) { std::thread(f).join(); }

void allocate_and_free(std::size_t blocks, std::size_t bytes) {
  std::vector<void*> all;
  for (; blocks > 0; --blocks) all.push_back(pool::allocate(bytes));
  for (void* p : all) pool::deallocate(p, bytes);
}

}  // namespace

TEST_CASE("what was freed is what the next one gets who asks for about as much") {
  in_a_thread([] {
    void* const first = pool::allocate(300);
    pool::deallocate(first, 300);
    if (!pool::keeps) return;
    CHECK(pool::kept() >= 300);
    void* const larger = pool::allocate(400);
    CHECK(larger != first);
    void* const second = pool::allocate(320);
    CHECK(second == first);
    CHECK(pool::kept() == 0);
    pool::deallocate(second, 320);
    pool::deallocate(larger, 400);
  });
}

TEST_CASE("of whatever was freed the pool keeps 64 kB, and nothing that is large") {
  in_a_thread([] {
    std::size_t most = 0;
    for (std::size_t bytes = 8; bytes < 5000; bytes += 40) {
      allocate_and_free(1000, bytes);
      if (pool::kept() > most) most = pool::kept();
    }
    CHECK(most <= 64 * 1024);
    CHECK((most > 0) == pool::keeps);
  });
}

TEST_CASE("sizes that nobody asks for any more make room for others") {
  in_a_thread([] {
    allocate_and_free(1000, 1000);
    allocate_and_free(10, 100);
    if (!pool::keeps) return;
    const std::size_t before = pool::kept();
    allocate_and_free(10, 100);
    CHECK(pool::kept() == before);
    void* const little = pool::allocate(100);
    CHECK(pool::kept() < before);
    pool::deallocate(little, 100);
  });
}

TEST_CASE("a full pool gives a quarter back, and not all that is in use") {
  in_a_thread([] {
    allocate_and_free(1000, 1000);
    const std::size_t before = pool::kept();
    allocate_and_free(100, 2000);
    CHECK(pool::kept() >= before / 2);
  });
}

TEST_CASE("a pool that was cleared keeps nothing, and keeps what is freed then") {
  in_a_thread([] {
    allocate_and_free(10, 100);
    pool::clear();
    CHECK(pool::kept() == 0);
    allocate_and_free(1, 100);
    CHECK((pool::kept() > 0) == pool::keeps);
  });
}

TEST_CASE("a block that another thread frees is that thread's") {
  void* block = nullptr;
  in_a_thread([&] { block = pool::allocate(300); });
  in_a_thread([&] {
    pool::deallocate(block, 300);
    CHECK((pool::kept() > 0) == pool::keeps);
  });
}

TEST_CASE("a burst of 100,000 children leaves at most 64 kB behind") {
  in_a_thread([] {
    auto child = [](int i) -> task<int> {
      co_await sleep(1ms * (i % 7));
      co_return i;
    };
    auto burst = [&]() -> task<> {
      std::vector<task<int>> children;
      children.reserve(100'000);
      for (int i = 0; i < 100'000; ++i) children.push_back(child(i));
      co_await join(std::move(children));
    };
    const auto end = play(burst());
    CHECK(end.ok());
    CHECK(pool::kept() <= 64 * 1024);
    CHECK((pool::kept() > 0) == pool::keeps);
  });
}

namespace {

/// A task that dies with its thread, after the pool.
struct dies_last {
  ~dies_last() {
    kept.reset();
    left = pool::kept();
    std::optional<task<int>> another = ready(2);
    another.reset();
    left += pool::kept();
  }

  std::optional<task<int>> kept;
  static inline std::size_t left;
};

}  // namespace

TEST_CASE("a frame may die when the thread's variables are gone") {
  dies_last::left = 99;
  in_a_thread([] {
    static thread_local dies_last last;  // made before the pool is opened, and so destroyed after
    last.kept.emplace(ready(1));
    static_cast<void>(ready(0));
    CHECK((pool::kept() > 0) == pool::keeps);
  });
  CHECK(dies_last::left == 0);
}

TEST_CASE("within a turn the pool keeps more, and gives it back at its end") {
  in_a_thread([] {
    std::size_t within = 0;
    auto body = [&]() -> task<> {
      allocate_and_free(2000, 500);
      within = pool::kept();
      co_return;
    };
    play(body());
    CHECK((within > 128 * 1024) == pool::keeps);
    CHECK(within <= 192 * 1024);
    CHECK(pool::kept() <= 64 * 1024);
  });
}
