// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

#include "support/asio_coroutines.hpp"

#include "support/asio.hpp"
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
