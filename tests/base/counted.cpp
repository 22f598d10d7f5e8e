// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/base/counted.hpp"

#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using eyeballs::detail::counted_pointer;

namespace {

struct thing : eyeballs::detail::counted {
  explicit thing(int& n) : live(n) { ++live; }

  ~thing() override { --live; }

  int& live;
};

struct alignas(64) aligned_thing final : eyeballs::detail::counted {};

bool is_aligned(const aligned_thing* p) {
  return reinterpret_cast<std::uintptr_t>(p) % alignof(aligned_thing) == 0;
}

}  // namespace

TEST_CASE("an object goes with the last pointer to it") {
  int live = 0;
  counted_pointer<thing> first(new thing(live));
  counted_pointer<thing> second = first;
  CHECK(first.get() == second.get());
  first = {};
  CHECK(first.get() == nullptr);
  CHECK(live == 1);
  second = counted_pointer<thing>();
  CHECK(live == 0);
}

TEST_CASE("a pointer that was moved from is null, and owns nothing") {
  int live = 0;
  counted_pointer<thing> first(new thing(live));
  const counted_pointer<thing> second = std::move(first);
  CHECK(first.get() == nullptr);  // NOLINT(bugprone-use-after-move): that is what is tested
  CHECK(second.get() != nullptr);
  CHECK(live == 1);
}

TEST_CASE("a pointer may be assigned to itself, and another object") {
  int live = 0;
  counted_pointer<thing> p(new thing(live));
  auto& same = p;
  p = same;
  CHECK(live == 1);
  p = counted_pointer<thing>(new thing(live));
  CHECK(live == 1);
}

TEST_CASE("an object is where its alignment wants it") {
  std::vector<counted_pointer<aligned_thing>> some;
  for (int i = 0; i < 8; ++i) some.emplace_back(new aligned_thing);
  for (const auto& p : some) CHECK(is_aligned(p.get()));
}

TEST_CASE("pointers are copied and dropped in any threads") {
  int live = 0;
  {
    const counted_pointer<thing> shared(new thing(live));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([copy = shared] {
        for (int k = 0; k < 1000; ++k) counted_pointer<thing>(copy).get();
      });
    for (std::thread& t : threads) t.join();
    CHECK(live == 1);
  }
  CHECK(live == 0);
}
