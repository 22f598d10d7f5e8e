// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <coroutine>
#include <cstddef>
#include <cstring>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "support/asio.hpp"

// A tree that has ended, and who may still point to it.

namespace {

/// Memory whose blocks are overwritten when they are given back, and freed at the end of the test:
/// whoever uses one too late falls over.
class overwritten_memory {
 public:
  void* give(std::size_t size) {
    blocks_.push_back(std::make_unique<std::byte[]>(size));
    return blocks_.back().get();
  }

  void take_back(void* block, std::size_t size) noexcept { std::memset(block, 0, size); }

  std::size_t given() const noexcept { return blocks_.size(); }

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

template <class T> class overwriting_allocator {
 public:
  using value_type = T;

  explicit overwriting_allocator(overwritten_memory& m) noexcept : memory_(&m) {}

  template <class U> overwriting_allocator(const overwriting_allocator<U>& other) noexcept
      : memory_(&other.memory()) {}

  T* allocate(std::size_t n) { return static_cast<T*>(memory_->give(n * sizeof(T))); }

  void deallocate(T* p, std::size_t n) noexcept { memory_->take_back(p, n * sizeof(T)); }

  overwritten_memory& memory() const noexcept { return *memory_; }

  template <class U> bool operator==(const overwriting_allocator<U>& other) const noexcept {
    return memory_ == &other.memory();
  }

 private:
  overwritten_memory* memory_;
};

/// Counts its calls, on a context of its own. The tree is in the memory of its allocator.
class allocating_handler {
 public:
  using allocator_type = overwriting_allocator<void>;
  using executor_type = asio::io_context::executor_type;

  allocating_handler(overwritten_memory& m, asio::io_context& context, int& calls) noexcept
      : memory_(m), context_(&context), calls_(&calls) {}

  allocator_type get_allocator() const noexcept { return memory_; }

  executor_type get_executor() const noexcept { return context_->get_executor(); }

  void operator()(std::exception_ptr) const noexcept { ++*calls_; }

 private:
  allocator_type memory_;
  asio::io_context* context_;
  int* calls_;
};

}  // namespace

TEST_CASE("a stop that comes when the end is on its way to the handler finds no tree") {
  overwritten_memory memory;
  asio::cancellation_signal signal;
  asio::io_context io, handlers;
  int calls = 0;
  auto body = []() -> task<> { co_return; };
  co_spawn(
      io, body(),
      asio::bind_cancellation_slot(signal.slot(), allocating_handler(memory, handlers, calls)));
  io.run();
  REQUIRE(memory.given() > 0);
  REQUIRE(calls == 0);

  signal.emit(asio::cancellation_type::terminal);
  io.restart();
  CHECK(io.poll() == 0);
  handlers.run();
  CHECK(calls == 1);
}

// Who resumes it from elsewhere.

namespace {

struct resumes_on_new_thread {
  bool await_ready() const noexcept { return false; }

  void await_suspend(std::coroutine_handle<> h) const {
    threads.emplace_back([h] { h.resume(); });
  }

  void await_resume() const noexcept {}

  std::vector<std::thread>& threads;
};

}  // namespace

TEST_CASE("a foreign awaitable that resumes on another thread: the task goes on at home", "[D35]") {
  asio::io_context io;
  std::vector<std::thread> threads;
  auto hops = [&]() -> task<bool> {
    const auto home = std::this_thread::get_id();
    bool is_home = true;
    resumes_on_new_thread elsewhere{threads};
    for (int i = 0; i < 50; ++i) {
      co_await elsewhere;
      is_home = is_home && std::this_thread::get_id() == home;
      co_await sleep(100us);
    }
    co_return is_home;
  };
  auto ticks = []() -> task<> {
    for (int i = 0; i < 100; ++i) co_await sleep(50us);
  };
  auto both = [&]() -> task<bool> {
    auto ended = co_await join(hops(), ticks());
    co_return std::get<0>(ended);
  };
  CHECK(run_in(io, both()).value == true);
  for (auto& t : threads) t.join();
}

namespace {

struct parked {
  bool await_ready() const noexcept { return false; }

  void await_suspend(std::coroutine_handle<> h) const noexcept { handle = h; }

  void await_resume() const noexcept {}

  std::coroutine_handle<>& handle;
};

}  // namespace

TEST_CASE("a foreign awaitable that resumes while the tree runs: the task goes on afterwards",
          "[D35]") {
  asio::io_context io;
  std::coroutine_handle<> handle;
  bool went_on = false, went_on_at_once = false;
  auto waits = [&]() -> task<> {
    parked here{handle};
    co_await here;
    went_on = true;
  };
  auto resumes = [&]() -> task<> {
    std::thread([&] { handle.resume(); }).join();
    went_on_at_once = went_on;
    co_return;
  };
  auto both = [&]() -> task<> { co_await join(waits(), resumes()); };
  run_in(io, both());
  CHECK(went_on);
  CHECK(!went_on_at_once);
}
