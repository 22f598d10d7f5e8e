// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "support/asio_coroutines.hpp"

#include "eyeballs/asio/awaitable.hpp"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "support/asio.hpp"
#include "support/asio_deferred.hpp"
#include "support/steps.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(awaitable.hpp)
#include EYEBALLS_ASIO_HEADER(co_spawn.hpp)
#include EYEBALLS_ASIO_HEADER(this_coro.hpp)
#include EYEBALLS_ASIO_HEADER(use_awaitable.hpp)
// clang-format on

namespace {

/// Runs a coroutine of Asio's.
template <class T> T run_awaitable(asio::awaitable<T> a) {
  asio::io_context io;
  auto value = asio::co_spawn(io, std::move(a), asio::use_future);
  io.run();
  return value.get();
}

asio::awaitable<int> asks_a_task(task<int> t) {
  auto executor = co_await asio::this_coro::executor;
  co_return co_await eyeballs::co_spawn(executor, std::move(t), asio::use_awaitable);
}

asio::awaitable<int> answer_of(int n) { co_return n; }

asio::awaitable<int> answer_after(asio::steady_timer::duration d, int n) {
  asio::steady_timer timer(co_await asio::this_coro::executor, d);
  co_await timer.async_wait(asio::use_awaitable);
  co_return n;
}

asio::awaitable<int> refuses() {
  throw asio_system_error(asio::error::connection_refused);
  co_return 0;
}

template <class A> std::vector<A> list_of(A a, A b) {
  std::vector<A> all;
  all.push_back(std::move(a));
  all.push_back(std::move(b));
  return all;
}

asio::awaitable<bool> connects(std::string port) {
  auto executor = co_await asio::this_coro::executor;
  tcp::socket s = co_await async_connect(executor, "127.0.0.1", port, asio::use_awaitable);
  co_return s.is_open();
}

asio::awaitable<bool> is_refused(std::string port) {
  auto executor = co_await asio::this_coro::executor;
  try {
    tcp::socket s = co_await async_connect(executor, "127.0.0.1", port, asio::use_awaitable);
  } catch (const asio_system_error& e) { co_return e.code() == asio::error::connection_refused; }
  co_return false;
}

}  // namespace

TEST_CASE("an awaitable awaits a task") {
  CHECK(run_awaitable(asks_a_task(support::after(1ms, 42))) == 42);
}

TEST_CASE("an awaitable sees a task's error") {
  CHECK_THROWS_AS(run_awaitable(asks_a_task(support::failing(1ms))), task_error);
}

TEST_CASE("a task awaits an awaitable") {
  auto asks = [](asio::io_context& io) -> task<int> {
    co_return co_await asio::co_spawn(io, answer_of(3), use_task);
  };
  asio::io_context io;
  CHECK(run_in(io, asks(io)).value == 3);
}

TEST_CASE("a stop of a task cancels the awaitable that it awaits") {
  auto waits = [](asio::io_context& io) -> asio::awaitable<void> {
    asio::steady_timer timer(io, 1h);
    co_await timer.async_wait(asio::use_awaitable);
  };
  auto asks = [&waits](asio::io_context& io) -> task<std::error_code> {
    auto r = co_await as_result(timeout(asio::co_spawn(io, waits(io), use_task), 5ms));
    co_return r ? std::error_code() : r.error().code();
  };
  asio::io_context io;
  CHECK(run_in(io, asks(io)).value == std::errc::timed_out);
}

TEST_CASE("an awaitable connects") {
  const no_file_is_left check;
  asio::io_context server;
  auto acceptor = listen_on(server);
  CHECK(run_awaitable(connects(port_of(acceptor))));
}

TEST_CASE("an awaitable is told that a connection was refused") {
  refusing_port nobody;
  CHECK(run_awaitable(is_refused(nobody.port())));
}

TEST_CASE("awaitables are awaited as they are") {
  auto program = []() -> task<int> {
    asio::awaitable<int> named = answer_after(1ms, 3);
    const int first = co_await std::move(named);
    auto both = co_await join(answer_of(4), answer_after(1ms, 5));
    const int sooner = co_await race(answer_after(1h, 0), answer_after(1ms, 6));
    co_return first + std::get<0>(both) + std::get<1>(both) + sooner;
  };
  CHECK(run_in_context(program()).value == 18);
}

TEST_CASE("an awaitable that throws is an error") {
  auto program = []() -> task<std::error_code> {
    auto r = co_await as_result(refuses());
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(program()).value == std::errc::connection_refused);
}

TEST_CASE("an exception of an awaitable's is kept") {
  auto throws = []() -> asio::awaitable<void> {
    throw std::logic_error("theirs");
    co_return;
  };
  auto program = [](auto& body) -> task<std::string> {
    try {
      co_await body();
    } catch (const std::logic_error& e) { co_return e.what(); }
    co_return "";
  };
  CHECK(run_in_context(program(throws)).value == "theirs");
}

TEST_CASE("a stop cancels an awaitable that is awaited as it is") {
  auto program = []() -> task<std::error_code> {
    auto r = co_await as_result(timeout(answer_after(1h, 0), 5ms));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_context(program()).value == std::errc::timed_out);
}

TEST_CASE("awaitables are connectors as they are") {
  CHECK(run_in_context(happy_eyeballs(1ms, list_of(answer_after(1h, 1), answer_after(1ms, 2))))
            .value == 2);
  CHECK(run_in_context(happy_eyeballs(1h, list_of(refuses(), answer_of(2)))).value == 2);

  const auto late = [] { return answer_after(1h, 1); };
  const auto soon = [] { return answer_after(1ms, 2); };
  std::vector<std::function<asio::awaitable<int>()>> functions{late, soon};
  CHECK(run_in_context(happy_eyeballs(1ms, functions)).value == 2);

  auto end = run_in_context(happy_eyeballs(1h, list_of(refuses(), refuses())));
  CHECK(code_of(end.why) == asio::error::connection_refused);
}

TEST_CASE("an awaitable runs on the executor that its tree was begun on") {
  asio::thread_pool pool(2);
  const asio::any_io_executor strand = asio::make_strand(pool);
  auto is_there = [](asio::any_io_executor wanted) -> asio::awaitable<bool> {
    co_return co_await asio::this_coro::executor == wanted;
  };
  auto program = [](auto& body, asio::any_io_executor wanted) -> task<bool> {
    co_return co_await body(wanted);
  };
  CHECK(co_spawn(strand, program(is_there, strand), asio::use_future).get());
}

TEST_CASE("what an awaitable makes on its executor outlives the tree") {
  asio::io_context server;
  auto acceptor = listen_on(server);
  auto connects = [](tcp::endpoint to) -> asio::awaitable<std::shared_ptr<tcp::socket>> {
    auto s = std::make_shared<tcp::socket>(co_await asio::this_coro::executor);
    co_await s->async_connect(to, asio::use_awaitable);
    co_return s;
  };
  asio::io_context io;
  std::vector<asio::awaitable<std::shared_ptr<tcp::socket>>> all;
  all.push_back(connects(acceptor.local_endpoint()));
  const auto connected = run_in(io, happy_eyeballs(1h, std::move(all))).value;
  REQUIRE(connected);

  tcp::socket accepted = acceptor.accept();
  accepted.close();
  error_code code;
  char letter = 0;
  (*connected)->async_read_some(asio::buffer(&letter, 1), [&](error_code c, std::size_t) {
    code = c;
  });
  io.restart();
  io.run();
  CHECK(code == asio::error::eof);
}

TEST_CASE("an awaitable in virtual time is not supported") {
  auto program = []() -> task<std::error_code> {
    auto r = co_await as_result(answer_of(1));
    co_return r ? std::error_code() : r.error().code();
  };
  CHECK(run_in_virtual_time(program()).value() == std::errc::operation_not_supported);
}

TEST_CASE("a context dies under an awaitable that is awaited as it is") {
  auto held = std::make_shared<int>();
  auto waits = [](std::shared_ptr<int>) -> asio::awaitable<void> { co_await answer_after(1h, 1); };
  auto program = [](auto& body, std::shared_ptr<int> p) -> task<> {
    co_await join(body(p), body(p));
  };
  auto io = std::make_unique<asio::io_context>();
  co_spawn(*io, program(waits, held), asio::detached);
  io->poll();
  CHECK(held.use_count() > 1);
  io.reset();
  CHECK(held.use_count() == 1);
}

TEST_CASE("establish: an awaitable will do") {
  asio::io_context server;
  auto acceptor = listen_on(server);
  const auto port_that_is_local = [](tcp::socket s) -> asio::awaitable<int> {
    co_return s.local_endpoint().port();
  };
  asio::io_context io;
  auto made =
      run_in(io, connect(io.get_executor(), "127.0.0.1", port_of(acceptor), port_that_is_local));
  CHECK(made.value > 0);
}

#ifdef EYEBALLS_TESTS_DEFERRED

TEST_CASE("deferred operations are awaited, and connectors, as they are") {
  asio::io_context io;
  asio::steady_timer late(io, 1h), soon(io, 1ms);
  auto program = [](asio::steady_timer& l, asio::steady_timer& s) -> task<bool> {
    co_await race(l.async_wait(asio::deferred), s.async_wait(asio::deferred));
    co_await s.async_wait(asio::deferred);
    co_return l.expiry() > asio::steady_timer::clock_type::now();
  };
  CHECK(run_in(io, program(late, soon)).value == true);

  asio::io_context server;
  auto acceptor = listen_on(server);
  refusing_port nobody;
  auto to = [&](std::string port) {
    return async_connect(io.get_executor(), "127.0.0.1", port, asio::deferred);
  };
  auto connects = [](auto all, tcp::endpoint second) -> task<bool> {
    tcp::socket socket = co_await happy_eyeballs(1h, std::move(all));
    co_return socket.remote_endpoint() == second;
  };
  auto both = list_of(to(nobody.port()), to(port_of(acceptor)));
  CHECK(run_in(io, connects(std::move(both), acceptor.local_endpoint())).value == true);
}

#endif
