// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/asio.hpp"
#include "support/asio_deferred.hpp"
#include "support/owning_handler.hpp"
#include "support/steps.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(system_executor.hpp)
// clang-format on

using support::after;
using support::failing;

namespace {

task<> notes(bool& begun) {
  begun = true;
  co_return;
}

task<int> throws() {
  co_await sleep(1ms);
  throw std::logic_error("mine");
}

task<> forever() { co_await never(); }

/// Handles `end`, with an allocator that counts.
struct counts_memory {
  template <class T> struct counting_allocator {
    using value_type = T;

    explicit counting_allocator(counts_memory& m) : memory(&m) {}

    template <class U> counting_allocator(const counting_allocator<U>& other)
        : memory(other.memory) {}

    T* allocate(std::size_t n) {
      ++memory->live;
      ++memory->made;
      return std::allocator<T>().allocate(n);
    }

    void deallocate(T* p, std::size_t n) {
      --memory->live;
      std::allocator<T>().deallocate(p, n);
    }

    template <class U> bool operator==(const counting_allocator<U>& other) const {
      return memory == other.memory;
    }

    counts_memory* memory;
  };

  int live = 0, made = 0, live_in_handler = -1;

  class handler {
   public:
    using allocator_type = counting_allocator<void>;

    explicit handler(counts_memory& m) : memory_(&m) {}

    allocator_type get_allocator() const { return allocator_type(*memory_); }

    void operator()(std::exception_ptr, int) const { memory_->live_in_handler = memory_->live; }

   private:
    counts_memory* memory_;
  };
};

}  // namespace

TEST_CASE("co_spawn tells a callback the value") {
  asio::io_context io;
  ending<int> end;
  co_spawn(io, after(1ms, 42), into(end));
  io.run();
  CHECK(end.calls == 1);
  CHECK(!end.why);
  CHECK(end.value == 42);
}

TEST_CASE("co_spawn of a void task tells only the exception") {
  asio::io_context io;
  int calls = 0;
  bool begun = false;
  co_spawn(io.get_executor(), notes(begun), [&](std::exception_ptr why) {
    CHECK(!why);
    ++calls;
  });
  io.run();
  CHECK(begun);
  CHECK(calls == 1);
}

TEST_CASE("co_spawn never starts the task inside of the call") {
  asio::io_context io;
  bool begun = false, begun_within = true;
  asio::post(io, [&] {
    co_spawn(io, notes(begun), asio::detached);
    begun_within = begun;
  });
  io.run();
  CHECK(!begun_within);
  CHECK(begun);
}

TEST_CASE("co_spawn with use_future") {
  asio::io_context io;
  auto value = co_spawn(io, after(1ms, 42), asio::use_future);
  auto error = co_spawn(io, failing(1ms), asio::use_future);
  io.run();
  CHECK(value.get() == 42);
  CHECK_THROWS_AS(error.get(), task_error);
}

TEST_CASE("co_spawn detached") {
  asio::io_context io;
  bool begun = false;
  co_spawn(io, notes(begun), asio::detached);
  io.run();
  CHECK(begun);
}

#ifdef EYEBALLS_TESTS_DEFERRED
TEST_CASE("co_spawn deferred starts when it is launched") {
  asio::io_context io;
  ending<int> end;
  auto later = co_spawn(io, after(1ms, 42), asio::deferred);
  CHECK(io.run() == 0);
  std::move(later)(into(end));
  io.restart();
  io.run();
  CHECK(end.value == 42);
}
#endif

TEST_CASE("co_spawn of a value that can only be moved") {
  asio::io_context io;
  std::unique_ptr<int> got;
  co_spawn(io, after(0ms, std::make_unique<int>(7)),
           [&](std::exception_ptr, std::unique_ptr<int> v) { got = std::move(v); });
  io.run();
  REQUIRE(got);
  CHECK(*got == 7);
}

TEST_CASE("co_spawn keeps the closure that a coroutine belongs to") {
  asio::io_context io;
  ending<int> end;
  std::weak_ptr<int> kept;
  {
    const auto number = std::make_shared<int>(42);
    kept = number;
    auto doubled = [number]() -> task<int> {
      co_await sleep(1ms);
      co_return 2 * *number;
    };
    co_spawn(io.get_executor(), std::move(doubled), into(end));
  }
  CHECK(!kept.expired());
  io.run();
  CHECK(end.value == 84);
  CHECK(kept.expired());
}

TEST_CASE("co_spawn copies a function that is an lvalue, and one that yields nothing is well") {
  asio::io_context io;
  int calls = 0;
  const auto counts = [&calls]() -> task<> {
    ++calls;
    co_return;
  };
  co_spawn(io, counts, asio::detached);
  co_spawn(io, counts, asio::detached);
  io.run();
  CHECK(calls == 2);
}

TEST_CASE("what a spawned function throws, or its task, is the error") {
  asio::io_context io;
  const auto throws_itself = []() -> task<int> { throw std::logic_error("mine"); };
  const auto task_fails = []() -> task<> {
    co_await sleep(1ms);
    co_await fail(std::errc::connection_refused);
  };
  auto thrown = co_spawn(io, throws_itself, asio::use_future);
  auto failed = co_spawn(io, task_fails, asio::use_future);
  io.run();
  CHECK_THROWS_AS(thrown.get(), std::logic_error);
  CHECK_THROWS_AS(failed.get(), task_error);
}

namespace {

class without_default {
 public:
  explicit without_default(int n) : number_(n) {}

  int number() const { return number_; }

 private:
  int number_;
};

task<without_default> makes(int n) {
  if (n == 0) co_return fail(std::errc::connection_refused);
  co_return without_default(n);
}

task<int&> refers_to(int& n) { co_return n; }

}  // namespace

TEST_CASE("a value without a default constructor arrives as an optional") {
  asio::io_context io;
  std::vector<std::optional<without_default>> values;
  const auto keep = [&](std::exception_ptr why, std::optional<without_default> value) {
    CHECK(bool(why) != value.has_value());
    values.push_back(std::move(value));
  };
  co_spawn(io, makes(7), keep);
  co_spawn(io, makes(0), keep);
  io.run();
  REQUIRE(values.size() == 2);
  REQUIRE(values[0]);
  CHECK(values[0]->number() == 7);
  CHECK(!values[1]);
}

TEST_CASE("a reference arrives as a pointer") {
  asio::io_context io;
  int number = 7;
  int* seen = nullptr;
  co_spawn(io, refers_to(number), [&](std::exception_ptr, int* n) { seen = n; });
  io.run();
  CHECK(seen == &number);
}

TEST_CASE("an error arrives as a task_error") {
  auto end = run_in_context(failing(1ms, std::errc::connection_refused));
  REQUIRE(end.why);
  CHECK_THROWS_AS(std::rethrow_exception(end.why), task_error);
  CHECK(code_of(end.why) == asio::error::connection_refused);
}

TEST_CASE("an exception arrives as itself") {
  auto end = run_in_context(throws());
  REQUIRE(end.why);
  CHECK_THROWS_AS(std::rethrow_exception(end.why), std::logic_error);
}

TEST_CASE("stopped arrives as operation_aborted, after a cancellation while it runs") {
  asio::io_context io;
  asio::cancellation_signal signal;
  ending<void> end;
  co_spawn(io, forever(), asio::bind_cancellation_slot(signal.slot(), into(end)));
  asio::steady_timer later(io, 5ms);
  later.async_wait([&](auto) { signal.emit(asio::cancellation_type::terminal); });
  io.run();
  CHECK(end.calls == 1);
  REQUIRE(end.why);
  CHECK_THROWS_AS(std::rethrow_exception(end.why), asio_system_error);
  CHECK(code_of(end.why) == asio::error::operation_aborted);
}

TEST_CASE("a cancellation before the task has begun is not lost") {
  asio::io_context io;
  asio::cancellation_signal signal;
  ending<void> end;
  co_spawn(io, forever(), asio::bind_cancellation_slot(signal.slot(), into(end)));
  signal.emit(asio::cancellation_type::partial);
  signal.emit(asio::cancellation_type::total);  // the second changes nothing
  io.run();
  CHECK(end.calls == 1);
  CHECK(code_of(end.why) == asio::error::operation_aborted);
}

TEST_CASE("a cancellation of type none stops nothing") {
  asio::io_context io;
  asio::cancellation_signal signal;
  ending<int> end;
  auto brief = []() -> task<int> {
    co_await sleep(1ms);
    co_return 7;
  };
  co_spawn(io, brief(), asio::bind_cancellation_slot(signal.slot(), into(end)));
  signal.emit(asio::cancellation_type::none);
  io.run();
  CHECK(end.value == 7);
}

TEST_CASE("the cancellation slot is cleared before the handler is called") {
  asio::io_context io;
  asio::cancellation_signal signal;
  bool armed_before = false, armed_in_handler = true;
  co_spawn(io, after(1ms, 1),
           asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr, int) {
             armed_in_handler = signal.slot().has_handler();
             signal.emit(asio::cancellation_type::terminal);
           }));
  armed_before = signal.slot().has_handler();
  io.run();
  signal.emit(asio::cancellation_type::terminal);
  CHECK(armed_before);
  CHECK(!armed_in_handler);
}

TEST_CASE("the handler runs on its executor, where work is kept meanwhile") {
  asio::io_context io, other;
  bool called = false, there = false;
  co_spawn(io, after(1ms, 1), asio::bind_executor(other, [&](std::exception_ptr, int) {
             called = true;
             there = other.get_executor().running_in_this_thread();
           }));
  CHECK(other.poll() == 0);
  CHECK(!other.stopped());
  io.run();
  CHECK(!called);
  other.run();
  CHECK(called);
  CHECK(there);
}

TEST_CASE("the handler runs on its strand") {
  asio::io_context io;
  auto strand = asio::make_strand(io);
  bool there = false;
  co_spawn(io, after(1ms, 1), asio::bind_executor(strand, [&](std::exception_ptr, int) {
             there = strand.running_in_this_thread();
           }));
  io.run();
  CHECK(there);
}

TEST_CASE("the handler's allocator serves, and is done before the handler is called") {
  asio::io_context io;
  counts_memory memory;
  co_spawn(io, after(1ms, 1), counts_memory::handler(memory));
  CHECK(memory.made > 0);
  io.run();
  CHECK(memory.live_in_handler == 0);
  CHECK(memory.live == 0);
}

TEST_CASE("the frames that a spawned task makes come from the handler's allocator") {
  asio::io_context io;
  counts_memory memory;
  int made = 0, live = 0;
  auto body = [&]() -> task<int> {
    const int before = memory.made;
    const int one = co_await after(1ms, 1);
    made = memory.made - before;
    live = memory.live;
    co_return one;
  };
  co_spawn(io, body(), counts_memory::handler(memory));
  const int at_rest = memory.live;
  io.run();
  CHECK(made == 1);
  CHECK(live == at_rest);
  CHECK(memory.live_in_handler == 0);
}

TEST_CASE("a handler that owns its memory is asked for it before it is moved away") {
  asio::io_context io;
  ledger memory;
  co_spawn(io, after(1ms, 1), owning_handler(memory));
  CHECK(memory.live > 0);
  io.run();
  CHECK(memory.calls == 1);
  CHECK(memory.live_in_call == 0);
  check(memory);
}

TEST_CASE("a handler that owns its memory outlives it where the context dies") {
  ledger memory;
  {
    asio::io_context io;
    co_spawn(io, after(1h, 1), owning_handler(memory));
    io.poll();
    CHECK(memory.live > 0);
  }
  CHECK(memory.calls == 0);
  check(memory);
}

TEST_CASE("a handler that owns its memory outlives it where the executor refuses") {
  ledger memory;
  asio::io_context io;
  CHECK_THROWS_AS(co_spawn(refusing_executor(io), after(1ms, 1), owning_handler(memory)),
                  std::system_error);
  CHECK(memory.calls == 0);
  check(memory);
}

TEST_CASE("a handler that owns its memory outlives it where the value can't be moved") {
  struct unmovable_when_told {
    explicit unmovable_when_told(int m) : moves(m) {}

    unmovable_when_told() = default;

    unmovable_when_told(unmovable_when_told&& other) : moves(other.moves - 1) {
      if (moves == 0) throw std::length_error("moved too often");
    }

    int moves = -1;
  };

  auto yields = [](int moves) -> task<unmovable_when_told> {
    co_await sleep(0ms);
    co_return unmovable_when_told(moves);
  };
  for (int moves = 1; moves < 20; ++moves) {
    ledger memory;
    asio::io_context io;
    co_spawn(io, yields(moves), owning_handler(memory));
    try {
      io.run();
    } catch (const std::length_error&) {}
    CHECK(memory.calls <= 1);
    check(memory);
  }
}

#ifdef EYEBALLS_TESTS_ANY_COMPLETION_HANDLER
TEST_CASE("co_spawn takes any_completion_handler") {
  ending<int> end;
  const auto told = [&end] {
    return asio::any_completion_handler<void(std::exception_ptr, int)>(into(end));
  };
  {
    asio::io_context io;
    co_spawn(io, after(1ms, 42), told());
    io.run();
    co_spawn(io, after(1h, 43), told());  // where the context dies, uncalled
    io.restart();
    io.poll();
  }
  CHECK(end.calls == 1);
  CHECK(end.value == 42);
}
#endif

TEST_CASE("what the handler throws leaves run(), and the context goes on") {
  asio::io_context io;
  auto held = std::make_shared<int>();
  co_spawn(io, after(0ms, 1),
           [held](std::exception_ptr, int) { throw std::out_of_range("handler"); });
  bool begun = false;
  CHECK_THROWS_AS(io.run(), std::out_of_range);
  io.restart();
  CHECK(held.use_count() == 1);
  co_spawn(io, notes(begun), asio::detached);
  io.run();
  CHECK(begun);
}

TEST_CASE("a context that is never run destroys task and handler uncalled") {
  int live = 0;
  auto held = std::make_shared<int>();
  auto holds = [](support::counted) -> task<> { co_return; };
  {
    asio::io_context io;
    co_spawn(io, holds(support::counted(live)), [held](std::exception_ptr) { FAIL("called"); });
    CHECK(live == 1);
  }
  CHECK(live == 0);
  CHECK(held.use_count() == 1);
}

TEST_CASE("an executor that refuses the beginning: a stop then goes nowhere, and nothing is left") {
  int live = 0;
  auto held = std::make_shared<int>();
  auto holds = [](support::counted) -> task<> { co_return; };
  asio::cancellation_signal signal;
  {
    asio::io_context io;
    CHECK_THROWS_AS(co_spawn(refusing_executor(io), holds(support::counted(live)),
                             asio::bind_cancellation_slot(
                                 signal.slot(), [held](std::exception_ptr) { FAIL("called"); })),
                    std::system_error);
    signal.emit(asio::cancellation_type::terminal);
  }
  CHECK(live == 0);
  CHECK(held.use_count() == 1);
}

namespace {
task<int> three_sleeps() {
  auto all = co_await join(after(1ms, 1), after(2ms, 2), after(0ms, 3));
  co_return std::get<0>(all) + std::get<1>(all) + std::get<2>(all);
}
}  // namespace

TEST_CASE("many tasks on a context that several threads run") {
  asio::io_context io;
  std::atomic<int> sum = 0;
  for (int i = 0; i < 500; ++i)
    co_spawn(io, three_sleeps(), [&](std::exception_ptr, int n) { sum += n; });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { io.run(); });
  for (auto& t : threads) t.join();
  CHECK(sum == 500 * 6);
}

TEST_CASE("cancellations that meet the end, on a context that several threads run") {
  asio::io_context io;

  struct one {
    explicit one(asio::io_context& c) : strand(asio::make_strand(c)), timer(strand) {}

    asio::strand<asio::io_context::executor_type> strand;
    asio::steady_timer timer;
    asio::cancellation_signal signal;
  };

  std::vector<std::unique_ptr<one>> all;
  std::atomic<int> ended = 0;
  for (int i = 0; i < 300; ++i) {
    one& o = *all.emplace_back(std::make_unique<one>(io));
    asio::post(o.strand, [&] {
      co_spawn(io, after(1ms, 1),
               asio::bind_cancellation_slot(
                   o.signal.slot(),
                   asio::bind_executor(o.strand, [&](std::exception_ptr, int) { ++ended; })));
      o.timer.expires_after(1ms);
      o.timer.async_wait([&](auto) { o.signal.emit(asio::cancellation_type::terminal); });
    });
  }
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { io.run(); });
  for (auto& t : threads) t.join();
  CHECK(ended == 300);
}

TEST_CASE("co_spawn on a strand keeps the task on it") {
  asio::thread_pool pool(2);
  auto strand = asio::make_strand(pool);
  auto on_strand = [](auto& s) -> task<bool> {
    co_await sleep(1ms);
    co_return s.running_in_this_thread();
  };
  CHECK(co_spawn(strand, on_strand(strand), asio::use_future).get());
}

TEST_CASE("co_spawn on any_io_executor, on a thread pool, on the system's executor") {
  asio::thread_pool pool(2);
  asio::any_io_executor any = pool.get_executor();
  CHECK(co_spawn(any, three_sleeps(), asio::use_future).get() == 6);
  CHECK(co_spawn(pool, three_sleeps(), asio::use_future).get() == 6);
  CHECK(co_spawn(pool.get_executor(), three_sleeps(), asio::use_future).get() == 6);
  CHECK(co_spawn(asio::system_executor(), three_sleeps(), asio::use_future).get() == 6);
}

TEST_CASE("a handler that is an lvalue is copied") {
  asio::io_context io;
  int calls = 0;
  const auto handler = [&calls](std::exception_ptr, int) { ++calls; };
  co_spawn(io, after(1ms, 1), handler);
  io.run();
  CHECK(calls == 1);
}

namespace {
/// Refuses work while `refuses` says so.
class moody_executor {
 public:
  moody_executor(asio::io_context& io, const bool& refuses) noexcept
      : io_(&io), refuses_(&refuses) {}

  asio::execution_context& query(asio::execution::context_t) const noexcept { return *io_; }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  moody_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }

  template <class F> void execute(F f) const {
    auto kept = std::make_shared<F>(std::move(f));
    if (*refuses_)
      throw std::system_error(std::make_error_code(std::errc::device_or_resource_busy));
    asio::post(*io_, [kept] { (*kept)(); });
  }

  bool operator==(const moody_executor&) const noexcept = default;

 private:
  asio::io_context* io_;
  const bool* refuses_;
};
}  // namespace

TEST_CASE("a stop that the executor has refused may be asked for again") {
  asio::io_context io;
  bool refuses = false;
  ending<void> end;
  asio::cancellation_signal signal;
  co_spawn(moody_executor(io, refuses), forever(),
           asio::bind_cancellation_slot(signal.slot(), into(end)));
  io.poll();
  refuses = true;
  CHECK_THROWS_AS(signal.emit(asio::cancellation_type::terminal), std::system_error);
  refuses = false;
  CHECK(end.calls == 0);
  signal.emit(asio::cancellation_type::terminal);
  io.restart();  // that executor keeps no work
  io.run();
  CHECK(end.calls == 1);
  CHECK(code_of(end.why) == asio::error::operation_aborted);
}
