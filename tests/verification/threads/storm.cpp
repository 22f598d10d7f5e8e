// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Storms of connects and other trees on several threads, with stops from other threads at random
// instants and with contexts that die under them. Each operation must end once, by a call or
// uncalled; what else is wrong, the sanitizers find.
//
//     threads_storm [SEED [ROUNDS]]

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <random>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "eyeballs/asio.hpp"
#include "support/loopback.hpp"
#include "support/process.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(bind_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(bind_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(bind_executor.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(steady_timer.hpp)
#include EYEBALLS_ASIO_HEADER(strand.hpp)
#include EYEBALLS_ASIO_HEADER(system_executor.hpp)
#include EYEBALLS_ASIO_HEADER(thread_pool.hpp)
#include EYEBALLS_ASIO_HEADER(use_future.hpp)
// clang-format on

using namespace eyeballs;
using namespace std::chrono_literals;

// ThreadSanitizer doesn't see the count of owners of an exception, within libstdc++, by which a
// future's caller and the thread that told it agree on who frees it.
extern "C" const char* __tsan_default_suppressions();

extern "C" const char* __tsan_default_suppressions() {
  return "race:std::__exception_ptr::exception_ptr::_M_release\n";
}

namespace {

std::atomic<int> failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  if (++failures < 20) std::printf("FAILED: %s\n", what);
}

/// How the operations of one scenario ended.
struct counts {
  std::atomic<long> begun = 0, connected = 0, refused = 0, stopped = 0, uncalled = 0, other = 0;
  std::atomic<long> live = 0;    // handlers, and frames of ours
  std::atomic<long> memory = 0;  // blocks of the handlers' allocators

  long called() const { return connected + refused + stopped + other; }
};

/// Lives in a handler or a frame.
class counted {
 public:
  explicit counted(counts& c) noexcept : counts_(&c) { ++counts_->live; }

  counted(const counted& other) noexcept : counted(*other.counts_) {}

  ~counted() { --counts_->live; }

 private:
  counts* counts_;
};

template <class T> class counting_allocator {
 public:
  using value_type = T;

  explicit counting_allocator(counts& c) noexcept : counts_(&c) {}

  template <class U> counting_allocator(const counting_allocator<U>& other) noexcept
      : counts_(other.counts_) {}

  T* allocate(std::size_t n) {
    ++counts_->memory;
    return std::allocator<T>().allocate(n);
  }

  void deallocate(T* p, std::size_t n) noexcept {
    --counts_->memory;
    std::allocator<T>().deallocate(p, n);
  }

  template <class U> bool operator==(const counting_allocator<U>& other) const noexcept {
    return counts_ == other.counts_;
  }

 private:
  template <class> friend class counting_allocator;
  counts* counts_;
};

enum class expected { connects, refuses, hangs };

/// What the handler of an operation, and whoever stops it, share.
struct operation {
  operation(counts& c, expected e, bool s, std::counting_semaphore<>* p)
      : ends(c), expects(e), stops(s), place(p) {
    ++ends.begun;
  }

  operation(const operation&) = delete;

  ~operation() {
    expect(over, "an operation ends once");
    if (place) place->release();
  }

  void ended(error_code code) {
    expect(!over.exchange(true), "a handler is called once");
    if (!code) {
      ++ends.connected;
      expect(expects == expected::connects, "only who accepts is connected to");
    } else if (code == asio::error::operation_aborted) {
      ++ends.stopped;
      expect(stops, "only what is stopped is aborted");
    } else if (code == asio::error::connection_refused) {
      ++ends.refused;
      expect(expects == expected::refuses, "only who refuses is refused");
    } else {
      ++ends.other;
      expect(false, code.message().c_str());
    }
  }

  void uncalled() {
    if (!over.exchange(true)) ++ends.uncalled;
  }

  counts& ends;
  const expected expects;
  const bool stops;
  std::counting_semaphore<>* const place;
  asio::cancellation_signal signal;
  std::atomic<bool> over = false;
};

using operation_ptr = std::shared_ptr<operation>;

class handler {
 public:
  explicit handler(operation_ptr o) : operation_(std::move(o)), counted_(operation_->ends) {}

  handler(handler&&) = default;

  ~handler() {
    if (operation_) operation_->uncalled();
  }

  void operator()(error_code code, tcp::socket socket) {
    socket.set_option(asio::socket_base::linger(true, 0), code ? ignored_ : code);
    operation_->ended(code);
  }

  void operator()(std::exception_ptr why) {
    operation_->ended(why ? error_code(asio::error::operation_aborted) : error_code());
  }

 private:
  operation_ptr operation_;
  counted counted_;
  error_code ignored_;
};

/// Random decisions of one thread.
class dice {
 public:
  explicit dice(std::mt19937::result_type seed) : random_(seed) {}

  unsigned operator()(unsigned n) { return static_cast<unsigned>(random_() % n); }

  std::mt19937::result_type seed() { return random_(); }

  /// Sleeps, yields or does nothing.
  void dawdle(unsigned most) {
    const unsigned n = (*this)(most);
    if (n > most / 2) std::this_thread::sleep_for(std::chrono::microseconds(n - most / 2));
    else if (n % 2) std::this_thread::yield();
  }

 private:
  std::mt19937 random_;
};

struct target {
  target(const support::loopback_servers& net, dice& d) {
    const unsigned n = d(100);
    expects = n < 60 ? expected::connects : n < 80 ? expected::refuses : expected::hangs;
    host = n < 15   ? "localhost"
           : n < 30 ? "second.test"
           : n < 40 ? "late.test"
           : n < 60 ? support::accepting_server::address(d(support::accepting_server::addresses))
           : n < 70 ? "localhost"
                    : "127.0.0.1";
    port = expects == expected::connects  ? net.accepts.port()
           : expects == expected::refuses ? net.refuses.port()
                                          : net.hangs.port();
  }

  expected expects;
  std::string host, port;
};

constexpr connect_options quick{.attempt_delay = 10ms};

/// Where handlers run: anywhere or on a strand, of the tree's own context or of another.
struct places {
  asio::any_io_executor own, other;

  asio::any_io_executor strand(dice& d) const {
    return d(3) ? asio::any_io_executor(asio::make_strand(own))
                : asio::any_io_executor(asio::make_strand(other));
  }
};

/// Begins one connect, and returns how to stop it: to be called once, on any thread.
template <class Executor>
std::function<void()> begin_connect(const Executor& executor, const places& where, counts& c,
                                    const support::loopback_servers& net, dice& d,
                                    std::counting_semaphore<>* place) {
  const target to(net, d);
  const bool stops = to.expects == expected::hangs || d(3) == 0;
  auto op = std::make_shared<operation>(c, to.expects, stops, place);
  if (!stops) {
    async_connect(executor, to.host, to.port, quick, handler(op));
    return {};
  }
  const asio::any_io_executor strand = where.strand(d);
  async_connect(executor, to.host, to.port, quick,
                asio::bind_cancellation_slot(
                    op->signal.slot(),
                    asio::bind_executor(
                        strand, asio::bind_allocator(counting_allocator<void>(c), handler(op)))));
  return [op = std::move(op), strand] {
    asio::post(strand, [op] { op->signal.emit(asio::cancellation_type::terminal); });
  };
}

/// Begins operations from several threads and stops them, at most `width` at a time.
template <class Executor> void storm_on(const Executor& executor, const places& where, counts& c,
                                        const support::loopback_servers& net, dice& seeds, int each,
                                        int beginners) {
  constexpr std::ptrdiff_t width = 24;
  std::counting_semaphore<> free(width);
  std::vector<std::thread> all;
  for (int i = 0; i < beginners; ++i)
    all.emplace_back([&, seed = seeds.seed()] {
      dice d(seed);
      for (int n = 0; n < each; ++n) {
        free.acquire();
        auto stop = begin_connect(executor, where, c, net, d, &free);
        if (!stop) continue;
        d.dawdle(600);
        stop();
      }
    });
  for (auto& t : all) t.join();
  for (int i = 0; i < width; ++i) free.acquire();
}

void expect_balance(const char* name, const counts& c) {
  // The last handlers may still be on their way to the context that lives on.
  const auto patience = std::chrono::steady_clock::now() + 20s;
  while (c.live > 0 && std::chrono::steady_clock::now() < patience)
    std::this_thread::sleep_for(100us);
  std::printf("%-34s %6ld begun: %5ld connected %5ld refused %5ld stopped %5ld uncalled\n", name,
              c.begun.load(), c.connected.load(), c.refused.load(), c.stopped.load(),
              c.uncalled.load());
  std::fflush(stdout);
  expect(c.connected + c.refused + c.stopped + c.uncalled == c.begun, "all ends are counted");
  expect(c.live == 0, "no handler and no frame is left");
  expect(c.memory == 0, "no memory of a handler's allocator is left");
}

class running_context {
 public:
  asio::io_context io;

  explicit running_context(int threads) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { io.run(); });
  }

  running_context(const running_context&) = delete;

  ~running_context() { finish(); }

  /// Returns when all work is done.
  void finish() {
    work_.reset();
    for (auto& t : threads_) t.join();
    threads_.clear();
  }

  void stop() { io.stop(); }

 private:
  asio::executor_work_guard<asio::io_context::executor_type> work_{io.get_executor()};
  std::vector<std::thread> threads_;
};

struct storm {
  const support::loopback_servers net;
  dice random;
  int rounds;
  asio::thread_pool other{2};  // lives as long as all of it

  void on_io_context() {
    counts c;
    {
      running_context r(4);
      storm_on(r.io.get_executor(), {r.io.get_executor(), other.get_executor()}, c, net, random,
               20 * rounds, 2);
    }
    expect_balance("an io_context, 4 threads", c);
    expect(c.connected && c.refused && c.stopped && !c.uncalled, "it all happens");
  }

  void on_thread_pool() {
    counts c;
    {
      asio::thread_pool pool(3);
      storm_on(pool.get_executor(), {pool.get_executor(), other.get_executor()}, c, net, random,
               20 * rounds, 2);
      pool.join();
    }
    expect_balance("a thread pool", c);
    expect(c.connected && c.refused && c.stopped && !c.uncalled, "it all happens");
  }

  void on_any_executors() {
    counts c;
    {
      running_context r(2);
      const asio::any_io_executor shared(asio::make_strand(r.io));
      storm_on(shared, {r.io.get_executor(), other.get_executor()}, c, net, random, 5 * rounds, 2);
      const asio::any_io_executor system = asio::system_executor();
      storm_on(system, {system, other.get_executor()}, c, net, random, 5 * rounds, 2);
    }
    expect_balance("a shared strand, the system", c);
    expect(c.connected && c.refused && c.stopped && !c.uncalled, "it all happens");
  }

  void by_future() {
    counts c;
    {
      running_context r(3);
      std::vector<std::thread> callers;
      for (int i = 0; i < 4; ++i)
        callers.emplace_back([&, seed = random.seed()] {
          dice d(seed);
          for (int n = 0; n < 4 * rounds; ++n) {
            const target to(net, d);
            if (to.expects == expected::hangs) continue;
            ++c.begun;
            auto future = async_connect(r.io, to.host, to.port, quick, asio::use_future);
            try {
              future.get().set_option(asio::socket_base::linger(true, 0));
              ++c.connected;
              expect(to.expects == expected::connects, "only who accepts is connected to");
            } catch (const asio::system_error& e) {
              ++c.refused;
              expect(e.code() == asio::error::connection_refused, e.what());
            }
          }
        });
      for (auto& t : callers) t.join();
    }
    expect_balance("use_future, 4 callers", c);
    expect(c.connected && c.refused, "it all happens");
  }

  static int works(std::chrono::microseconds d) {
    std::this_thread::sleep_for(d);
    return 1;
  }

  /// Never ends by itself.
  static task<> busy(counted, asio::any_io_executor here, asio::thread_pool& pool,
                     const support::loopback_servers& net, std::mt19937::result_type seed) {
    dice d(seed);
    for (;;) {
      const target to(net, d);
      const auto time = std::chrono::microseconds(d(200));
      auto connects = as_result(timeout(connect(here, to.host, to.port, quick), 2ms));
      auto calls = run_on(pool, works, time);
      auto looks_up = resolve(d(2) ? "late.test" : "localhost", "80");
      co_await join(std::move(connects), std::move(calls), std::move(looks_up), sleep(time),
                    run_on(pool, works, time / 2));
      auto limited = co_await as_result(timeout(run_on(pool, works, 200us), time));
      expect(limited || limited.error().code() == std::errc::timed_out, "a call is done or late");
      const int first = co_await race(run_on(pool, works, time), run_on(pool, works, time));
      expect(first == 1, "a call yields its value");
    }
  }

  /// Begins connects and busy trees on `executor`, and stops some.
  template <class Executor> void crowd(const Executor& executor, counts& c) {
    const places where{executor, executor};  // elsewhere a stop could come to the dead
    std::vector<std::thread> beginners;
    for (int i = 0; i < 2; ++i)
      beginners.emplace_back([&, seed = random.seed()] {
        dice d(seed);
        std::vector<std::function<void()>> stops;
        for (int n = 0; n < 6; ++n) {
          stops.push_back(begin_connect(executor, where, c, net, d, nullptr));
          if (n % 2) stops.push_back(begin_busy(executor, c, d));
          d.dawdle(100);
          if (auto& stop = stops[d(static_cast<unsigned>(stops.size()))])
            std::exchange(stop, nullptr)();
        }
      });
    for (auto& t : beginners) t.join();
  }

  template <class Executor>
  std::function<void()> begin_busy(const Executor& executor, counts& c, dice& d) {
    auto op = std::make_shared<operation>(c, expected::hangs, true, nullptr);
    const asio::any_io_executor strand = asio::make_strand(executor);
    co_spawn(
        executor, busy(counted(c), executor, other, net, d.seed()),
        asio::bind_cancellation_slot(op->signal.slot(), asio::bind_executor(strand, handler(op))));
    return [op = std::move(op), strand] {
      asio::post(strand, [op] { op->signal.emit(asio::cancellation_type::terminal); });
    };
  }

  /// Lets some of the operations come to their ends.
  void wait_a_while(const counts& c) {
    const long enough = c.called() + static_cast<long>(random(10));
    const auto patience = std::chrono::steady_clock::now() + 30ms;
    while (c.called() < enough && std::chrono::steady_clock::now() < patience)
      std::this_thread::sleep_for(100us);
    random.dawdle(500);
  }

  void io_contexts_die() {
    counts c;
    for (int i = 0; i < rounds; ++i) {
      auto r = std::make_unique<running_context>(2 + i % 3);
      crowd(r->io.get_executor(), c);
      wait_a_while(c);
      r->stop();
      if (i % 2) std::thread([&] { r.reset(); }).join();
      else r.reset();
      expect(c.live == 0, "nothing outlives its context");
    }
    expect_balance("io_contexts die", c);
    expect(c.connected && c.stopped && c.uncalled, "it all happens");
  }

  void thread_pools_die() {
    counts c;
    for (int i = 0; i < rounds; ++i) {
      asio::thread_pool pool(3);
      crowd(pool.get_executor(), c);
      wait_a_while(c);
      if (i % 2) pool.stop();  // its destructor stops and joins it, too
    }
    expect_balance("thread pools die", c);
    expect(c.connected && c.stopped && c.uncalled, "it all happens");
  }

  /// The handlers are on their way to a context that never runs, with sockets of the other.
  void deliveries_are_dropped() {
    counts c;
    for (int i = 0; i < rounds; ++i) {
      running_context r(2);
      asio::io_context nowhere;
      for (int n = 0; n < 4; ++n) {
        const target to(net, random);
        if (to.expects == expected::hangs) continue;
        auto op = std::make_shared<operation>(c, to.expects, false, nullptr);
        async_connect(r.io, to.host, to.port, quick, asio::bind_executor(nowhere, handler(op)));
      }
      r.finish();
    }
    expect_balance("deliveries are dropped", c);
    expect(c.uncalled == c.begun && c.begun, "none is called");
  }

  static task<> ends_soon(counted, std::chrono::microseconds d) {
    if (d > 0us) co_await sleep(d);
  }

  void stops_meet_the_end() {
    counts c;
    {
      running_context r(4);
      for (int i = 0; i < 40 * rounds; ++i) {
        auto op = std::make_shared<operation>(c, expected::connects, true, nullptr);
        const asio::any_io_executor strand = i % 2 ? asio::any_io_executor(asio::make_strand(other))
                                                   : asio::any_io_executor(asio::make_strand(r.io));
        const auto after = std::chrono::microseconds(random(2) ? 0 : random(60));
        co_spawn(r.io, ends_soon(counted(c), after),
                 asio::bind_cancellation_slot(op->signal.slot(),
                                              asio::bind_executor(strand, handler(op))));
        for (unsigned n = random(300); n; --n) std::atomic_signal_fence(std::memory_order_seq_cst);
        for (int twice = 0; twice < 2; ++twice)
          asio::post(strand, [op] { op->signal.emit(asio::cancellation_type::total); });
      }
    }
    expect_balance("stops meet the end", c);
    expect(c.connected && c.stopped && !c.uncalled, "both happen");
  }

  /// Makes tasks, whose frames are of this tree's memory, and gives them to others.
  static task<> gives_away(asio::thread_pool& to, counts& c, dice d) {
    for (int i = 0; i < 4; ++i) {
      auto op = std::make_shared<operation>(c, expected::connects, false, nullptr);
      task<> given = ends_soon(counted(c), std::chrono::microseconds(d(60)));
      co_spawn(to, std::move(given), handler(op));
      if (d(2)) co_await sleep(std::chrono::microseconds(d(40)));
    }
  }

  void frames_leave_their_trees() {
    counts c;
    {
      asio::thread_pool takers(3);
      running_context r(2);
      for (int i = 0; i < 10 * rounds; ++i) {
        auto op = std::make_shared<operation>(c, expected::connects, false, nullptr);
        co_spawn(r.io, gives_away(takers, c, dice(random.seed())), handler(op));
      }
      r.finish();
      takers.join();
    }
    expect_balance("frames leave their trees", c);
    expect(c.connected == c.begun, "all end");
  }

  static task<> calls(counted, asio::thread_pool& pool, std::atomic<int>& dropped) {
    std::vector<decltype(as_result(run_on(pool, works, 0us)))> all;
    for (int i = 0; i < 4; ++i) all.push_back(as_result(run_on(pool, works, 0us)));
    auto ends = co_await join(std::move(all));
    for (auto& end : ends) {
      if (end) continue;
      ++dropped;
      expect(end.error().code() == std::errc::operation_canceled, "dropped work is canceled");
    }
  }

  /// Their work is dropped by another thread than the one that its result goes to.
  void pools_die_under_calls() {
    counts c;
    std::atomic<int> dropped = 0;
    running_context r(2);
    for (int i = 0; i < rounds; ++i) {
      auto pool = std::make_unique<asio::thread_pool>(2);
      std::counting_semaphore<> free(0), unblocked(0);
      std::atomic<int> posted = 0;
      for (int n = 0; n < (i % 2 ? 2 : 0); ++n) asio::post(*pool, [&] { unblocked.acquire(); });
      for (int n = 0; n < 8; ++n) {
        auto op = std::make_shared<operation>(c, expected::connects, false, &free);
        auto strand = asio::make_strand(r.io);
        co_spawn(strand, calls(counted(c), *pool, dropped), handler(op));
        asio::post(strand, [&] { ++posted; });
      }
      while (posted < 8) std::this_thread::yield();  // who comes later would meet a dead pool
      pool->stop();
      unblocked.release(2);
      pool.reset();
      for (int n = 0; n < 8; ++n) free.acquire();
    }
    expect_balance("pools die under calls", c);
    expect(c.connected == c.begun && dropped > 0, "all go on, and some were dropped");
  }

  static task<> waits_elsewhere(asio::io_context& there) { co_await asio::post(there, use_task); }

  static task<> sleeps_often(dice d) {
    for (;;) co_await sleep(std::chrono::microseconds(d(100)));
  }

  static task<> counts_up(std::atomic<int>& n) {
    ++n;
    co_return;
  }

  static task<> uses_two_contexts(counted, asio::io_context& there, dice d,
                                  std::atomic<int>& begun) {
    std::vector<task<>> all;
    for (int i = 0; i < 4; ++i) all.push_back(waits_elsewhere(there));
    all.push_back(sleeps_often(dice(d.seed())));
    all.push_back(counts_up(begun));
    co_await join(std::move(all));
  }

  /// The trees' own context lives on; a handler that the other one drops is an error of its wait.
  void other_contexts_die() {
    counts c;
    running_context r(3);
    for (int i = 0; i < rounds; ++i) {
      auto there = std::make_unique<asio::io_context>();
      std::atomic<int> begun = 0;
      for (int n = 0; n < 6; ++n) {
        auto op = std::make_shared<operation>(c, expected::hangs, true, nullptr);
        co_spawn(r.io, uses_two_contexts(counted(c), *there, dice(random.seed()), begun),
                 handler(op));
      }
      while (begun < 6) std::this_thread::yield();
      for (unsigned n = random(4); n; --n) there->poll_one();
      random.dawdle(400);
      there.reset();
      const auto patience = std::chrono::steady_clock::now() + 20s;
      while (c.live > 0 && std::chrono::steady_clock::now() < patience) std::this_thread::yield();
      expect(c.live == 0, "a tree ends when a handler of it is dropped");
    }
    expect_balance("other contexts die", c);
    expect(c.stopped == c.begun, "all end as canceled");
  }
};

}  // namespace

int main(int argc, char** argv) {
  const unsigned seed = argc > 1 ? static_cast<unsigned>(std::atol(argv[1])) : 8305;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 30;
  std::printf("seed %u, %d rounds\n", seed, rounds);
  std::thread([] {}).join();  // the first one may bring a sanitizer's along
  const std::size_t threads_at_rest = support::running_threads();
  const std::size_t descriptors_at_rest = support::open_files();
  {
    storm s{{}, dice(seed), rounds};
    s.on_io_context();
    s.on_thread_pool();
    s.by_future();
    s.io_contexts_die();
    s.thread_pools_die();
    s.deliveries_are_dropped();
    s.stops_meet_the_end();
    s.frames_leave_their_trees();
    s.pools_die_under_calls();
    s.other_contexts_die();
    s.on_any_executors();
  }
  expect(support::open_files() <= descriptors_at_rest + 8, "no descriptor is left open");
  // Two threads per core are the system executor's, and stay.
  expect(support::threads_settle(threads_at_rest + 2 * std::thread::hardware_concurrency()),
         "each lookup's thread ends");
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
