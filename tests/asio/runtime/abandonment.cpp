// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "support/asio.hpp"
#include "support/gate.hpp"
#include "support/lookups.hpp"
#include "support/steps.hpp"

// An io_context that is destroyed with work in flight: the tree unwinds, nothing leaks, no code
// runs after a wait, and the handler is destroyed uncalled.

using support::counted;

namespace {

class witness {
 public:
  /// For each task that is to be watched: counts its frame.
  counted watch() { return counted(live_); }

  int live() const { return live_; }

  int after_a_wait = 0;

 private:
  int live_ = 0;
};

/// Runs `make(io, witness)` for `steps` handlers, and destroys the context then. How many ran.
template <class Make> int destroy_after(int steps, Make make) {
  witness w;
  bool called = false, finished = false;
  auto held = std::make_shared<int>();
  int ran = 0;
  {
    asio::io_context io;
    co_spawn(io, make(io, w), [&called, held](std::exception_ptr) { called = true; });
    while (ran < steps && io.run_one_for(5s)) ++ran;
    finished = called;
    w.after_a_wait = 0;
  }
  CHECK(w.live() == 0);
  CHECK(w.after_a_wait == 0);
  CHECK(called == finished);
  CHECK(held.use_count() == 1);
  return finished ? ran : steps;
}

/// The same after each number of steps, up to the end.
template <class Make> void destroy_at_every_step(Make make) {
  for (int steps = 0; steps < 1000; ++steps)
    if (destroy_after(steps, make) < steps) return;
  FAIL("it has no end");
}

/// The same for what never ends.
template <class Make> void destroy_while_it_waits(Make make, int steps = 8) {
  const auto files = open_files();
  for (int i = 0; i < steps; ++i) {
    witness w;
    bool called = false;
    {
      asio::io_context io;
      co_spawn(io, make(io, w), [&called](std::exception_ptr) { called = true; });
      for (int n = 0; n < i; ++n) io.run_one_for(20ms);
      w.after_a_wait = 0;
    }
    CHECK(!called);
    CHECK(w.live() == 0);
    CHECK(w.after_a_wait == 0);
  }
  CHECK(open_files() == files);
}

task<> waits_for_ever(witness& w, counted) {
  co_await never();
  ++w.after_a_wait;
}

task<> sleeps(witness& w, counted, duration d) {
  co_await sleep(d);
  ++w.after_a_wait;
}

/// Tries to go on after its stop, with cleanup that waits.
task<> insists(witness& w, counted, int& cleanups) {
  auto ended = co_await as_outcome(shield(sleep(1h)));
  CHECK(ended.stopped());
  ++cleanups;
  auto cleanup = co_await as_outcome(shield(sleep(1ms)));
  CHECK(cleanup.stopped());  // no wait starts again
  auto again = co_await as_outcome(shield(never()));
  CHECK(again.stopped());
  co_await sleep(0ms);
  ++w.after_a_wait;
}

}  // namespace

TEST_CASE("a context is destroyed at each step of a connect") {
  const auto files = open_files();
  asio::io_context server;
  tcp::acceptor acceptor = listen_on(server);
  const std::string port = port_of(acceptor);
  const auto files_with_server = open_files();
  destroy_at_every_step([&](asio::io_context& io, witness& w) {
    auto connects = [](asio::io_context& c, witness&, std::string p, counted) -> task<> {
      co_await connect(c.get_executor(), "localhost", p);
    };
    return connects(io, w, port, w.watch());
  });
  CHECK(open_files() == files_with_server);
  CHECK(files_with_server > files);
}

TEST_CASE("a context is destroyed at each step of a tree of sleeps") {
  destroy_at_every_step([](asio::io_context&, witness& w) {
    auto tree = [](witness& x, counted) -> task<> {
      co_await join(sleeps(x, x.watch(), 1ms), sleeps(x, x.watch(), 2ms),
                    timeout(sleeps(x, x.watch(), 3ms), 1h));
      co_await race(sleeps(x, x.watch(), 1ms), sleeps(x, x.watch(), 1h));
      co_await shield(sleeps(x, x.watch(), 1ms));
    };
    return tree(w, w.watch());
  });
}

TEST_CASE("a context is destroyed under a sleep and a never", "[D37]") {
  destroy_while_it_waits([](asio::io_context&, witness& w) {
    auto tree = [](witness& x, counted) -> task<> {
      co_await join(waits_for_ever(x, x.watch()), sleeps(x, x.watch(), 1h));
      ++x.after_a_wait;
    };
    return tree(w, w.watch());
  });
}

TEST_CASE("a context is destroyed under a race") {
  destroy_while_it_waits([](asio::io_context&, witness& w) {
    auto tree = [](witness& x, counted) -> task<> {
      co_await race(waits_for_ever(x, x.watch()), sleeps(x, x.watch(), 1h), never());
      ++x.after_a_wait;
    };
    return tree(w, w.watch());
  });
}

TEST_CASE("a context is destroyed under a shield, which sees it") {
  witness w;
  int cleanups = 0;
  {
    asio::io_context io;
    co_spawn(io, insists(w, w.watch(), cleanups), asio::detached);
    io.poll();
    CHECK(cleanups == 0);
  }
  CHECK(cleanups == 1);
  CHECK(w.live() == 0);
  CHECK(w.after_a_wait == 0);
}

TEST_CASE("a context is destroyed under operations on sockets and timers") {
  destroy_while_it_waits([](asio::io_context& io, witness& w) {
    auto tree = [](asio::io_context& c, witness& x, counted) -> task<> {
      tcp::acceptor acceptor = listen_on(c);
      asio::steady_timer timer(c, 1h);
      tcp::socket peer = co_await connect_to(c.get_executor(), acceptor.local_endpoint());
      char byte = 0;
      co_await join(timer.async_wait(use_task),
                    peer.async_read_some(asio::buffer(&byte, 1), use_task),
                    asio::async_read(peer, asio::buffer(&byte, 1), use_task));
      ++x.after_a_wait;
    };
    return tree(io, w, w.watch());
  });
}

TEST_CASE("a context is destroyed under a lookup") {
  for (const std::string& host : {support::hanging_host(), std::string("two.test")})
    destroy_while_it_waits(
        [&](asio::io_context&, witness& w) {
          auto tree = [](witness& x, std::string h, counted) -> task<> {
            co_await resolve(h, "80");
            co_await waits_for_ever(x, x.watch());
          };
          return tree(w, host, w.watch());
        },
        4);
  support::release_hung_lookups();
}

TEST_CASE("a context is destroyed under a call that runs on a pool, and which goes on alone") {
  std::atomic<bool> went_on = false;
  asio::thread_pool pool(1);
  support::gate begun, released;
  {
    witness w;
    {
      asio::io_context io;
      auto calls = [&](asio::thread_pool& p, counted) -> task<> {
        auto blocks = [&] {
          begun.open();
          released.wait();
          went_on = true;
        };
        co_await run_on(p, blocks);
        ++w.after_a_wait;
      };
      co_spawn(io, calls(pool, w.watch()), asio::detached);
      io.poll();
      begun.wait();
    }
    CHECK(w.live() == 0);
    CHECK(w.after_a_wait == 0);
    CHECK(!went_on);
  }
  released.open();
  pool.join();
  CHECK(went_on);
}

TEST_CASE("a context is destroyed while a pool's results come in") {
  asio::thread_pool pool(2);
  for (int i = 0; i < 200; ++i) {
    witness w;
    {
      asio::io_context io;
      auto calls = [](asio::thread_pool& p, counted) -> task<> {
        auto quick = [] { std::this_thread::yield(); };
        for (;;) co_await join(run_on(p, quick), run_on(p, quick), run_on(p, quick));
      };
      co_spawn(io, calls(pool, w.watch()), asio::detached);
      for (int n = 0; n < i % 20; ++n) io.run_one();
    }
    CHECK(w.live() == 0);
  }
}

TEST_CASE("a pool is destroyed with a call in its queue: the call ends as canceled") {
  asio::io_context io;
  std::error_code code;
  auto calls = [](asio::thread_pool& p, std::error_code& c) -> task<> {
    auto r = co_await as_result(run_on(p, [] { return 1; }));
    c = r ? std::error_code() : r.error().code();
  };
  auto pool = std::make_unique<asio::thread_pool>(1);
  support::gate released;
  std::thread stopper;
  asio::post(*pool, [&] { released.wait(); });
  co_spawn(io, calls(*pool, code), asio::detached);
  io.poll();
  pool->stop();  // what is queued will not run
  released.open();
  pool.reset();
  io.run();
  CHECK(code == std::errc::operation_canceled);
}

TEST_CASE("a pool dies under a tree that waits for another context's operation", "[D37]") {
  auto waits = [](asio::io_context& c, witness& w, counted, support::gate& b) -> task<> {
    asio::steady_timer timer(c, 20ms);
    b.open();
    co_await timer.async_wait(use_task);
    ++w.after_a_wait;
  };
  for (const bool is_run : {false, true}) {
    witness w;
    auto held = std::make_shared<int>();
    auto io = std::make_unique<asio::io_context>();
    {
      asio::thread_pool pool(1);
      support::gate begun;
      co_spawn(pool, waits(*io, w, w.watch(), begun), [held](std::exception_ptr) {});
      begun.wait();
      std::atomic<bool> waiting = false;
      asio::post(pool, [&] { waiting = true; });
      while (!waiting) std::this_thread::yield();
    }
    CHECK(w.live() == 1);  // its timer is the other context's
    if (is_run) io->run();
    io.reset();
    CHECK(w.live() == 0);
    CHECK(w.after_a_wait == 0);
    CHECK(held.use_count() == 1);
  }
}

TEST_CASE("a context's death cancels no other context's operation, and waits for it", "[D37]") {
  int cancelled = 0, ended = 0;
  std::function<void()> complete;
  const auto never_cancelled = [&](auto handler) {
    auto held = std::make_shared<decltype(handler)>(std::move(handler));
    asio::get_associated_cancellation_slot(*held).assign(
        [&](asio::cancellation_type) { ++cancelled; });
    complete = [held] { std::move (*held)(); };
  };
  auto waits = [&](auto initiation, int& n) -> task<> {
    auto operation = asio::async_initiate<const use_task_t&, void()>(initiation, use_task);
    [[maybe_unused]] const auto end = co_await as_outcome(std::move(operation));
    ++n;
  };
  {
    asio::io_context io;
    co_spawn(io, waits(never_cancelled, ended), asio::detached);
    io.poll();
  }
  CHECK(cancelled == 0);
  CHECK(ended == 0);
  std::exchange(complete, nullptr)();
  CHECK(cancelled == 0);
  CHECK(ended == 1);
}

TEST_CASE("contexts die at the same time under one tree", "[D37]") {
  auto waits = [](asio::io_context& c, counted) -> task<> {
    co_await join(asio::post(c, use_task), asio::post(c, use_task), never());
  };
  for (int i = 0; i < 200; ++i) {
    witness w;
    auto home = std::make_unique<asio::io_context>(), other = std::make_unique<asio::io_context>();
    co_spawn(*home, waits(*other, w.watch()), asio::detached);
    home->poll();
    std::thread killer([&] { other.reset(); });
    home.reset();
    killer.join();
    CHECK(w.live() == 0);
  }
}

TEST_CASE("a context that was stopped can go on") {
  asio::io_context io;
  ending<int> end;
  co_spawn(io, support::after(1ms, 3), into(end));
  io.run_one();
  io.stop();
  CHECK(io.run() == 0);
  io.restart();
  io.run();
  CHECK(end.value == 3);
}

TEST_CASE("a context that was stopped is destroyed") {
  witness w;
  {
    asio::io_context io;
    co_spawn(io, waits_for_ever(w, w.watch()), asio::detached);
    asio::post(io, [&] { io.stop(); });
    io.run();
    CHECK(w.live() == 1);
  }
  CHECK(w.live() == 0);
}

TEST_CASE("a thread pool is destroyed under its own trees") {
  witness w;
  {
    asio::thread_pool pool(2);
    for (int i = 0; i < 100; ++i) co_spawn(pool, waits_for_ever(w, w.watch()), asio::detached);
    std::this_thread::sleep_for(2ms);
    pool.stop();
  }
  CHECK(w.live() == 0);
}

TEST_CASE("a context is destroyed while a thread tells its last tree of a result") {
  asio::thread_pool pool(2);
  auto works = [](asio::thread_pool& p) -> task<int> {
    co_return co_await run_on(p, [] { return 1; });
  };
  int ended = 0;
  for (int i = 0; i < 2000; ++i) {
    auto io = std::make_unique<asio::io_context>();
    bool done = false;
    co_spawn(*io, works(pool), [&](std::exception_ptr, int value) {
      ended += value;
      done = true;
    });
    while (!done) io->run_one();
    io.reset();  // the thread may be about to leave
  }
  CHECK(ended == 2000);
}

TEST_CASE("a context is destroyed with a stop on its way") {
  witness w;
  asio::cancellation_signal signal;
  {
    asio::io_context io;
    co_spawn(
        io, waits_for_ever(w, w.watch()),
        asio::bind_cancellation_slot(signal.slot(), [](std::exception_ptr) { FAIL("called"); }));
    io.poll();
    signal.emit(asio::cancellation_type::terminal);
  }
  CHECK(w.live() == 0);
  signal.emit(asio::cancellation_type::terminal);  // to nobody
}

TEST_CASE("a context is destroyed with a delivery on its way to another") {
  auto held = std::make_shared<int>();
  asio::io_context other;
  {
    asio::io_context io;
    co_spawn(io, support::after(0ms, 1), asio::bind_executor(other, [held](auto, int) {}));
    io.run();
  }
  CHECK(held.use_count() == 2);
  other.run();
  CHECK(held.use_count() == 1);
}
