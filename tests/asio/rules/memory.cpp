// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "support/owning_handler.hpp"
#include "support/rules.hpp"

// Asio's rules of memory.

RULE("the associated allocator serves, and all is free before the handler is called") {
  rule_fixture f;
  ledger memory;
  TestType::start(f.socket, f.all(), owning_handler(memory));
  CHECK(memory.live > 0);
  f.io.run();
  CHECK(memory.calls == 1);
  CHECK(memory.live_in_call == 0);
  check(memory);
}

RULE("a handler that was moved from is not asked for its allocator, also where it fails") {
  rule_fixture f;
  ledger memory;
  TestType::start(f.socket, f.nobody(), owning_handler(memory));
  f.io.run();
  CHECK(memory.calls == 1);
  CHECK(memory.live_in_call == 0);
  check(memory);
}

RULE("the memory of a handler that is destroyed uncalled is free") {
  ledger memory;
  {
    rule_fixture f;
    TestType::start(f.socket, f.nothing_heard(), owning_handler(memory));
    f.io.poll();
    CHECK(memory.live > 0);
  }
  CHECK(memory.calls == 0);
  check(memory);
}

namespace {

/// Gives `left` blocks, and no more.
template <class T> class scarce {
 public:
  using value_type = T;

  explicit scarce(int& left) noexcept : left_(&left) {}

  template <class U> scarce(const scarce<U>& other) noexcept : left_(&other.left()) {}

  T* allocate(std::size_t n) {
    if (*left_ == 0) throw std::bad_alloc();
    --*left_;
    return std::allocator<T>().allocate(n);
  }

  void deallocate(T* p, std::size_t n) noexcept { std::allocator<T>().deallocate(p, n); }

  int& left() const noexcept { return *left_; }

  template <class U> bool operator==(const scarce<U>& other) const noexcept {
    return left_ == &other.left();
  }

 private:
  int* left_;
};

struct scarce_handler {
  using allocator_type = scarce<void>;

  allocator_type get_allocator() const noexcept { return allocator_type(*left); }

  void operator()(const error_code&, const tcp::endpoint&) { ++*calls; }

  int* left;
  int* calls;
};

}  // namespace

RULE("an initiation without memory throws, and calls nobody") {
  rule_fixture f;
  int none = 0, calls = 0;
  CHECK_THROWS_AS(TestType::start(f.socket, f.all(), scarce_handler{&none, &calls}),
                  std::bad_alloc);
  f.io.run();
  CHECK(calls == 0);
}
