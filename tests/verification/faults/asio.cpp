// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The Asio backend, with each of its allocations failing in turn, in each way to start it; and on
// executors that refuse work. Asio's caches of memory are off, so that all is asked for.

#include "support/asio_coroutines.hpp"

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "eyeballs/asio.hpp"
#include "injector.hpp"
#include "support/asio_deferred.hpp"
#include "support/loopback.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(awaitable.hpp)
#include EYEBALLS_ASIO_HEADER(bind_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(buffer.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)
#include EYEBALLS_ASIO_HEADER(co_spawn.hpp)
#include EYEBALLS_ASIO_HEADER(detached.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(read.hpp)
#include EYEBALLS_ASIO_HEADER(steady_timer.hpp)
#include EYEBALLS_ASIO_HEADER(strand.hpp)
#include EYEBALLS_ASIO_HEADER(thread_pool.hpp)
#include EYEBALLS_ASIO_HEADER(use_awaitable.hpp)
#include EYEBALLS_ASIO_HEADER(use_future.hpp)
#include EYEBALLS_ASIO_HEADER(write.hpp)
// clang-format on

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace asio = boost::asio;
#endif
using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

/// Listens at 127.0.0.1, and refuses at the other address of second.test.
class server : public support::loopback_port {
 public:
  server() : loopback_port({.listens = {"127.0.0.1"}, .refuses = {"127.0.0.200"}}) {}
};

/// How one operation ended. It may be told nothing only if an exception has left `run`, or the call
/// that began it.
struct ending {
  int calls = 0, thrown = 0;
  error_code code;
};

class handler {
 public:
  explicit handler(ending& e) : end_(&e) {}

  void operator()(const std::exception_ptr& why, const auto&...) const noexcept { told(why); }

  void operator()(const error_code& code, const auto&...) const noexcept {
    ++end_->calls;
    end_->code = code;
  }

 private:
  void told(const std::exception_ptr& why) const noexcept try {
    ++end_->calls;
    if (why) std::rethrow_exception(why);
#ifdef EYEBALLS_USE_BOOST_ASIO
  } catch (const detail::system_error& e) {
    end_->code = e.code();
#endif
  } catch (const std::system_error& e) { end_->code = to_asio(e.code()); } catch (...) {
    end_->code = asio::error::no_memory;
  }
  ending* end_;
};

/// What throws for lack of memory, or since an executor refuses.
template <class F> void noting_throws(ending& end, F f) {
  try {
    f();
  } catch (const std::bad_alloc&) { ++end.thrown; } catch (const std::system_error&) {
    ++end.thrown;  // the executor has dropped what it was given
  } catch (const std::future_error&) {
    ++end.thrown;  // the promise was broken: its handler was destroyed uncalled
  }
}

/// Runs all there is to run, whatever is thrown. It must come to an end.
void run_to_end(asio::io_context& io, ending& end, faults::armed now) {
  const auto patience = std::chrono::steady_clock::now() + 20s;
  while (!io.stopped()) {
    noting_throws(end, [&] { io.run_for(5s); });
    if (std::chrono::steady_clock::now() > patience) return now.expect(false, "it hangs");
  }
}

void check(const ending& end, faults::armed now, error_code expected = {}) {
  now.expect(end.calls <= 1, "the handler is called once");
  now.expect(end.calls == 1 || end.thrown > 0, "it is called, or somebody is thrown at");
  if (!faults::has_failed()) now.expect(end.calls == 1 && end.code == expected, "it ends as ever");
}

/// `start(io, port, end)` begins an operation in a context of its own, beside a server.
template <class Start> void exhaust(const char* name, Start start, error_code expected = {}) {
  faults::exhaust(name, [&](faults::armed now) {
    ending end;
    {
      asio::io_context io;
      const server listens;
      const std::string port = listens.port();
      now();
      noting_throws(end, [&] { start(io, port, end); });
      run_to_end(io, end, now);
    }
    check(end, now, expected);
  });
}

/// The same for what `begin(io, port)` returns a future of.
template <class Begin> void exhaust_future(const char* name, Begin begin) {
  faults::exhaust(name, [&](faults::armed now) {
    ending end;
    {
      asio::io_context io;
      const server listens;
      const std::string port = listens.port();
      now();
      noting_throws(end, [&] {
        auto future = begin(io, port);
        run_to_end(io, end, now);
        faults::pause();
        const handler told(end);
        try {
          future.get();
          told(error_code());
        } catch (const std::future_error&) { throw; } catch (...) {
          told(std::current_exception());
        }
      });
    }
    check(end, now);
  });
}

const char* const loopback = "127.0.0.1";

task<> sleeps(int times) {
  while (times--) co_await sleep(1ms);
}

task<int> answers() {
  co_await sleep(1ms);
  co_return 42;
}

task<> posts(asio::io_context& io) {
  co_await asio::post(io, use_task);
  asio::steady_timer timer(io, 1ms);
  co_await timer.async_wait(use_task);
}

task<> talks(asio::io_context& io) {
  tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  auto both = co_await join(connect_to(io.get_executor(), acceptor.local_endpoint()),
                            acceptor.async_accept(use_task));
  char sent[100] = {}, received[100];
  co_await join(asio::async_write(std::get<0>(both), asio::buffer(sent), use_task),
                asio::async_read(std::get<1>(both), asio::buffer(received), use_task));
}

int twice(int n) { return 2 * n; }

task<> calls(asio::thread_pool& pool) {
  const int four = co_await run_on(pool, twice, 2);
  if (four != 4) throw std::logic_error("it is not four");
}

task<> connects_to(asio::io_context& io, std::string port) {
  co_await connect(io.get_executor(), loopback, std::move(port));
}

/// An `establish`.
task<std::string> says_hello(tcp::socket socket) {
  co_await asio::async_write(socket, asio::buffer("hello", 5), use_task);
  co_return std::string("a text that needs memory of its own");
}

void co_spawns() {
  exhaust("co_spawn", [](auto& io, auto&, auto& end) { co_spawn(io, answers(), handler(end)); });
  exhaust("co_spawn: timers",
          [](auto& io, auto&, auto& end) { co_spawn(io, sleeps(5), handler(end)); });
  exhaust("co_spawn on any_io_executor", [](auto& io, auto&, auto& end) {
    co_spawn(asio::any_io_executor(io.get_executor()), sleeps(3), handler(end));
  });
  exhaust_future("co_spawn, use_future",
                 [](auto& io, auto&) { return co_spawn(io, answers(), asio::use_future); });
  exhaust("use_task: post, a timer",
          [](auto& io, auto&, auto& end) { co_spawn(io, posts(io), handler(end)); });
  exhaust("use_task: sockets, composed operations",
          [](auto& io, auto&, auto& end) { co_spawn(io, talks(io), handler(end)); });
  faults::exhaust("run_on", [](faults::armed now) {
    ending end;
    {
      asio::io_context io;
      asio::thread_pool pool(1);  // each time another: its thread keeps some of what it has freed
      now();
      noting_throws(end, [&] { co_spawn(io, calls(pool), handler(end)); });
      run_to_end(io, end, now);
    }
    check(end, now);
  });
}

/// Armed once the connect was begun: where that throws, `use_awaitable` ends the program.
asio::awaitable<void> awaits(std::string port, ending& end, faults::armed now) {
  auto executor = co_await asio::this_coro::executor;
  const handler told(end);
  try {
    asio::post(executor, now);
    co_await async_connect(executor, loopback, port, asio::use_awaitable);
    faults::pause();  // what Asio's own coroutines do without memory is theirs
    told(error_code());
  } catch (const std::bad_alloc&) { told(asio::error::no_memory); } catch (...) {
    told(std::current_exception());
  }
  faults::pause();
}

void connects() {
  const support::refusing_port nobody;
  exhaust("connect, in a task", [](auto& io, auto& port, auto& end) {
    co_spawn(io, connects_to(io, port), handler(end));
  });
  exhaust("async_connect, a callback",
          [](auto& io, auto& port, auto& end) { async_connect(io, loopback, port, handler(end)); });
  exhaust("async_connect, by a name", [](auto& io, auto& port, auto& end) {
    async_connect(io, "second.test", port, handler(end));  // one address refuses, one accepts
  });
  for (const char* const host : {loopback, "second.test"}) {
    exhaust("async_connect with an establish", [host](auto& io, auto& port, auto& end) {
      async_connect(io, host, port, says_hello, handler(end));
    });
  }
  exhaust("async_connect on any_io_executor, with limits", [](auto& io, auto& port, auto& end) {
    const connect_options limits{.attempt_timeout = 5s, .timeout = 10s};
    async_connect(asio::any_io_executor(io.get_executor()), loopback, port, limits, handler(end));
  });
  exhaust(
      "async_connect, refused",
      [&](auto& io, auto&, auto& end) { async_connect(io, loopback, nobody.port(), handler(end)); },
      asio::error::connection_refused);
  exhaust_future("async_connect, use_future", [](auto& io, auto& port) {
    return async_connect(io, loopback, port, asio::use_future);
  });
#ifdef EYEBALLS_TESTS_DEFERRED
  exhaust_future("async_connect, deferred", [](auto& io, auto& port) {
    return async_connect(io, loopback, port, asio::deferred)(asio::use_future);
  });
#endif
  faults::exhaust("async_connect, use_awaitable", [](faults::armed now) {
    ending end;
    {
      asio::io_context io;
      const server listens;
      asio::co_spawn(io, awaits(listens.port(), end, now), asio::detached);
      run_to_end(io, end, now);
    }
    check(end, now);
  });
}

/// Stops are posted while there is no memory. (Not on a strand: where that has no memory to post
/// itself, Asio ends the program.)
void stops() {
  const support::silent_port silent;
  const auto stopped = [&](const char* name, auto executor_of) {
    faults::exhaust(name, [&](faults::armed now) {
      ending end;
      {
        asio::io_context io;
        asio::cancellation_signal signal;
        const auto executor = executor_of(io);
        now();
        noting_throws(end, [&] {
          async_connect(executor, loopback, silent.port(),
                        asio::bind_cancellation_slot(signal.slot(), handler(end)));
        });
        noting_throws(end, [&] { io.run_for(20ms); });
        signal.emit(asio::cancellation_type::terminal);
        io.restart();
        run_to_end(io, end, now);
      }
      check(end, now, asio::error::operation_aborted);
    });
  };
  stopped("async_connect, stopped", [](auto& io) { return io.get_executor(); });
  stopped("async_connect, stopped, on any_io_executor",
          [](auto& io) { return asio::any_io_executor(io.get_executor()); });
}

/// Runs work on a context, but for one function, which it refuses by a throw, or drops.
class unwilling_executor {
 public:
  unwilling_executor(asio::io_context& io, std::size_t& left, bool throws) noexcept
      : io_(&io), left_(&left), throws_(throws) {}

  asio::execution_context& query(asio::execution::context_t) const noexcept { return *io_; }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  unwilling_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }

  template <class F> void execute(F f) const {
    auto kept = std::make_shared<F>(std::move(f));
    if (*left_ == 0 || --*left_ > 0) return asio::post(*io_, [kept] { (*kept)(); });
    if (throws_) throw std::bad_alloc();
  }

  bool operator==(const unwilling_executor&) const noexcept = default;

 private:
  asio::io_context* io_;
  std::size_t* left_;
  bool throws_;
};

/// `start(executor, io, port, end)` on an executor that is unwilling the first time, the second,
/// and so on. Memory is whole then; ASan sees what leaks.
template <class Start> void unwilling(const char* name, bool throws, Start start) {
  std::size_t k = 0;
  for (bool was = true; was;) {
    const faults::armed now(name, ++k, false);
    std::size_t left = k;
    ending end;
    {
      asio::io_context io;
      const server listens;
      const std::string port = listens.port();
      noting_throws(end,
                    [&] { start(unwilling_executor(io, left, throws), io, port, handler(end)); });
      run_to_end(io, end, now);
    }
    was = left == 0;
    now.expect(end.calls <= 1, "the handler is called once");
    if (throws) now.expect(end.calls + end.thrown > 0, "it is called, or somebody is thrown at");
    if (!was) now.expect(end.calls == 1 && !end.code, "it ends as ever");
  }
  faults::injected += k - 1;
  std::printf("%-60s %5zu %s\n", name, k - 1, throws ? "refusals" : "drops");
  std::fflush(stdout);
}

void executors() {
  for (const bool throws : {true, false}) {
    unwilling("co_spawn", throws, [](auto e, auto&, auto&, auto h) { co_spawn(e, sleeps(3), h); });
    unwilling("use_task", throws,
              [](auto e, auto& io, auto&, auto h) { co_spawn(e, posts(io), h); });
    unwilling("async_connect", throws,
              [](auto e, auto&, auto& port, auto h) { async_connect(e, loopback, port, h); });
  }
}

}  // namespace

int main() {
  co_spawns();
  connects();
  stops();
  executors();
  return faults::verdict();
}
