// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/runtime/allocator_frames.hpp"

#include <memory>
#include <optional>
#include <thread>

#include "support/steps.hpp"

using namespace eyeballs;
using namespace support;

namespace {

struct account {
  std::size_t live = 0, made = 0;
};

template <class T> struct accounting_allocator {
  using value_type = T;

  explicit accounting_allocator(account& a) noexcept : kept_in(&a) {}

  template <class U> accounting_allocator(const accounting_allocator<U>& other) noexcept
      : kept_in(other.kept_in) {}

  T* allocate(std::size_t n) {
    ++kept_in->live;
    ++kept_in->made;
    return std::allocator<T>().allocate(n);
  }

  void deallocate(T* p, std::size_t n) noexcept {
    --kept_in->live;
    std::allocator<T>().deallocate(p, n);
  }

  template <class U> bool operator==(const accounting_allocator<U>& other) const noexcept {
    return kept_in == other.kept_in;
  }

  account* kept_in;
};

using frames = detail::allocator_frames<accounting_allocator<int>>;

}  // namespace

TEST_CASE("the frames that a tree makes come from the allocator, and go back") {
  account a;
  {
    const frames::owner from = frames::make(accounting_allocator<int>(a));
    virtual_time time(from.get());
    auto body = []() -> task<int> { co_return co_await ready(1) + co_await ready(2); };
    auto& run = time.start(body());
    time.run();
    CHECK(*run.end() == 3);
    CHECK(a.made == 3);  // the object itself, and two frames
    CHECK(a.live == 1);
  }
  CHECK(a.live == 0);
}

TEST_CASE("a frame that leaves its tree keeps the allocator, on whichever thread it dies") {
  account a;
  std::optional<task<int>> kept;
  auto body = [&]() -> task<> {
    kept.emplace(ready(1));
    co_return;
  };
  {
    const frames::owner from = frames::make(accounting_allocator<int>(a));
    virtual_time time(from.get());
    time.start(body());
  }
  CHECK(a.live == 2);
  std::thread([&] { kept.reset(); }).join();
  CHECK(a.live == 0);
}
