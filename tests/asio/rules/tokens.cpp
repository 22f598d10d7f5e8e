// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "support/asio_coroutines.hpp"
// Before Asio's headers.

#include <memory>
#include <tuple>

#include "support/asio_deferred.hpp"
#include "support/owning_handler.hpp"
#include "support/rules.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(awaitable.hpp)
#include EYEBALLS_ASIO_HEADER(bind_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(co_spawn.hpp)
#include EYEBALLS_ASIO_HEADER(experimental/awaitable_operators.hpp)
#include EYEBALLS_ASIO_HEADER(experimental/parallel_group.hpp)
#include EYEBALLS_ASIO_HEADER(redirect_error.hpp)
#include EYEBALLS_ASIO_HEADER(use_awaitable.hpp)

#if __has_include(EYEBALLS_ASIO_HEADER(as_tuple.hpp))
#include EYEBALLS_ASIO_HEADER(as_tuple.hpp)
using asio::as_tuple;
#else
#include EYEBALLS_ASIO_HEADER(experimental/as_tuple.hpp)
using asio::experimental::as_tuple;
#endif

#if __has_include(EYEBALLS_ASIO_HEADER(consign.hpp))
#include EYEBALLS_ASIO_HEADER(consign.hpp)
#define EYEBALLS_TESTS_CONSIGN
#endif

#if __has_include(EYEBALLS_ASIO_HEADER(cancel_after.hpp))
#include EYEBALLS_ASIO_HEADER(cancel_after.hpp)
#define EYEBALLS_TESTS_CANCEL_AFTER
#endif

#if __has_include(EYEBALLS_ASIO_HEADER(experimental/use_promise.hpp))
#include EYEBALLS_ASIO_HEADER(experimental/promise.hpp)
#include EYEBALLS_ASIO_HEADER(experimental/use_promise.hpp)
#define EYEBALLS_TESTS_USE_PROMISE
#endif
// clang-format on

// Asio's rules of completion tokens.

namespace {

/// Runs a coroutine of Asio's to its end; what it throws leaves.
template <class Coroutine> void run_awaitable(asio::io_context& io, Coroutine c) {
  std::exception_ptr thrown;
  asio::co_spawn(io, std::move(c), [&](std::exception_ptr e) { thrown = e; });
  io.run();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

RULE("use_future yields the endpoint, or throws the error") {
  rule_fixture f;
  tcp::socket other(f.io);
  auto there = TestType::start(f.socket, f.all(), asio::use_future);
  auto nowhere = TestType::start(other, f.nobody(), asio::use_future);
  f.io.run();
  CHECK(there.get() == f.all().front());
  CHECK_THROWS_AS(nowhere.get(), asio_system_error);
}

RULE("detached starts it, and nobody is told") {
  rule_fixture f;
  TestType::start(f.socket, f.all(), asio::detached);
  f.io.run();
  CHECK(f.socket.remote_endpoint() == f.all().front());
}

RULE("use_awaitable yields the endpoint, and throws the error") {
  rule_fixture f;
  tcp::endpoint there;
  error_code nowhere;
  auto coroutine = [&]() -> asio::awaitable<void> {
    there = co_await TestType::start(f.socket, f.all(), asio::use_awaitable);
    try {
      co_await TestType::start(f.socket, f.nobody(), asio::use_awaitable);
    } catch (const asio_system_error& e) { nowhere = e.code(); }
  };
  run_awaitable(f.io, coroutine);
  CHECK(there == f.all().front());
  CHECK(nowhere == asio::error::connection_refused);
}

RULE("as_tuple and redirect_error tell the error as a value") {
  rule_fixture f;
  error_code in_tuple, redirected;
  auto coroutine = [&]() -> asio::awaitable<void> {
    auto told = co_await TestType::start(f.socket, f.nobody(), as_tuple(asio::use_awaitable));
    in_tuple = std::get<0>(told);
    co_await TestType::start(f.socket, f.nobody(),
                             asio::redirect_error(asio::use_awaitable, redirected));
  };
  run_awaitable(f.io, coroutine);
  CHECK(in_tuple == asio::error::connection_refused);
  CHECK(redirected == asio::error::connection_refused);
}

RULE("bind_executor has a future's handler called there") {
  rule_fixture f;
  asio::io_context other;
  auto there = TestType::start(f.socket, f.all(),
                               asio::bind_executor(other.get_executor(), asio::use_future));
  bool is_told = false;
  for (int n = 0; n < 20 && !is_told; ++n) {
    f.io.restart();
    f.io.poll();
    CHECK(there.wait_for(0s) != std::future_status::ready);
    other.restart();
    other.poll();
    is_told = there.wait_for(0s) == std::future_status::ready;
  }
  CHECK(there.get() == f.all().front());
}

RULE("bind_allocator gives the memory") {
  rule_fixture f;
  ledger memory;
  memory.owners = 1;
  reached<> r;
  int live_in_call = -1;
  TestType::start(
      f.socket, f.all(),
      asio::bind_allocator(owned_allocator<void>(memory), [&](error_code c, tcp::endpoint e) {
        live_in_call = memory.live;
        r(c, e);
      }));
  CHECK(memory.live > 0);
  f.io.run();
  CHECK(!r.code);
  CHECK(live_in_call == 0);
}

RULE("a socket with a default token needs none") {
  rule_fixture f;
  asio::use_awaitable_t<>::as_default_on_t<tcp::socket> socket(f.io);
  tcp::endpoint there;
  auto coroutine = [&]() -> asio::awaitable<void> {
    there = co_await TestType::start(socket, f.all());
  };
  run_awaitable(f.io, coroutine);
  CHECK(there == f.all().front());
}

RULE("a token that is passed by name may be used again") {
  rule_fixture f;
  tcp::socket other(f.io);
  const auto owned = std::make_shared<int>();
  int calls = 0;
  auto token = asio::bind_executor(f.io, [&, owned](error_code, tcp::endpoint) { ++calls; });
  TestType::start(f.socket, f.all(), token);
  TestType::start(other, f.all(), token);
  f.io.run();
  CHECK(calls == 2);
  CHECK(owned.use_count() == 2);
}

RULE("awaitable operators race it against a timer, and cancel it") {
  using namespace asio::experimental::awaitable_operators;
  rule_fixture f;
  std::size_t first = 9;
  auto coroutine = [&]() -> asio::awaitable<void> {
    asio::steady_timer timer(f.io, 5ms);
    auto end = co_await (TestType::start(f.socket, f.nothing_heard(), asio::use_awaitable) ||
                         timer.async_wait(asio::use_awaitable));
    first = end.index();
  };
  run_awaitable(f.io, coroutine);
  CHECK(first == 1);
}

RULE("an awaitable that is not awaited starts nothing") {
  rule_fixture f;
  { const auto unused = TestType::start(f.socket, f.all(), asio::use_awaitable); }
  CHECK(f.io.run() == 0);
  CHECK(!f.socket.is_open());
}

#ifdef EYEBALLS_TESTS_DEFERRED
RULE("deferred starts it when it is launched, with copies of its arguments") {
  rule_fixture f;
  reached<> r;
  auto list = f.all();
  auto later = TestType::start(f.socket, list, asio::deferred);
  list.front() = f.nobody().front();
  CHECK(f.io.run() == 0);
  CHECK(!f.socket.is_open());
  std::move(later)(into(r));
  CHECK(f.socket.is_open());
  f.io.restart();
  f.io.run();
  CHECK(!r.code);
}

RULE("a parallel group waits for the first, and cancels the other") {
  rule_fixture f;
  asio::steady_timer timer(f.io, 5ms);
  error_code connect_code;
  std::size_t first = 9;
  asio::experimental::make_parallel_group(
      TestType::start(f.socket, f.nothing_heard(), asio::deferred),
      timer.async_wait(asio::deferred))
      .async_wait(asio::experimental::wait_for_one(),
                  [&](std::array<std::size_t, 2> order, error_code c, tcp::endpoint, error_code) {
                    first = order[0];
                    connect_code = c;
                  });
  f.io.run();
  CHECK(first == 1);
  CHECK(connect_code == asio::error::operation_aborted);
}
#endif

#ifdef EYEBALLS_TESTS_ANY_COMPLETION_HANDLER
RULE("any_completion_handler is a handler, with its memory, slot and executor") {
  rule_fixture f;
  asio::io_context other;
  asio::cancellation_signal signal;
  ledger memory;
  asio::any_completion_handler<void(error_code, tcp::endpoint)> handler =
      asio::bind_cancellation_slot(
          signal.slot(), asio::bind_executor(other.get_executor(), owning_handler(memory)));
  const int of_handler = memory.given;
  TestType::start(f.socket, f.nothing_heard(), std::move(handler));
  CHECK(memory.given > of_handler);
  f.io.poll();
  signal.emit(asio::cancellation_type::terminal);
  f.io.run();
  CHECK(memory.calls == 0);
  other.run();
  CHECK(memory.calls == 1);
  CHECK(memory.live == 0);
  CHECK(memory.owners == 0);
}
#endif

#ifdef EYEBALLS_TESTS_CONSIGN
RULE("consign keeps what belongs to it, until it has ended") {
  rule_fixture f;
  auto owned = std::make_shared<int>();
  const std::weak_ptr<int> watched = owned;
  bool alive = false;
  TestType::start(f.socket, f.all(),
                  asio::consign([&](error_code, tcp::endpoint) { alive = !watched.expired(); },
                                std::move(owned)));
  f.io.run();
  CHECK(alive);
  CHECK(watched.expired());
}
#endif

#ifdef EYEBALLS_TESTS_CANCEL_AFTER
RULE("cancel_after ends it") {
  rule_fixture f;
  reached<> r;
  TestType::start(f.socket, f.nothing_heard(), asio::cancel_after(5ms, into(r)));
  f.io.run();
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
}
#endif

#ifdef EYEBALLS_TESTS_USE_PROMISE
RULE("use_promise starts it, and can be awaited later") {
  rule_fixture f;
  tcp::endpoint there;
  auto promise = TestType::start(f.socket, f.all(), asio::experimental::use_promise);
  auto coroutine = [&]() -> asio::awaitable<void> {
    there = co_await std::move(promise)(asio::use_awaitable);
  };
  run_awaitable(f.io, coroutine);
  CHECK(there == f.all().front());
}
#endif
