// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_connect.hpp"

#include <algorithm>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "support/asio_deferred.hpp"
#include "support/connects.hpp"
#include "support/owning_handler.hpp"

// async_connect as an operation of Asio: tokens, executors and cancellation.

TEST_CASE("async_connect on a context takes its options in braces, as on an executor") {
  asio::io_context io;
  silent_port silent;
  told on_context, on_executor;
  async_connect(io, "127.0.0.1", silent.port(), {.timeout = 5ms}, into(on_context));
  async_connect(io.get_executor(), "127.0.0.1", silent.port(), {.timeout = 5ms}, into(on_executor));
  io.run();
  CHECK(on_context.code == asio::error::timed_out);
  CHECK(on_executor.code == asio::error::timed_out);
}

TEST_CASE("async_connect is cancelled by its slot") {
  const no_file_is_left check;
  for (auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                    asio::cancellation_type::total}) {
    asio::io_context io;
    silent_port silent;
    asio::cancellation_signal signal;
    told t;
    async_connect(io, "127.0.0.1", silent.port(),
                  asio::bind_cancellation_slot(signal.slot(), into(t)));
    asio::steady_timer later(io, 10ms);
    later.async_wait([&](auto) { signal.emit(type); });
    io.run();
    CHECK(t.calls == 1);
    CHECK(t.code == asio::error::operation_aborted);
  }
}

TEST_CASE("async_connect is cancelled before it has begun") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  asio::cancellation_signal signal;
  told t;
  async_connect(io, "127.0.0.1", port_of(server),
                asio::bind_cancellation_slot(signal.slot(), into(t)));
  signal.emit(asio::cancellation_type::terminal);
  io.run();
  CHECK(t.code == asio::error::operation_aborted);
}

TEST_CASE("async_connect is cancelled at any time, and never leaves a socket") {
  const no_file_is_left check;
  for (int i = 0; i < 40; ++i) {
    asio::io_context io;
    auto server = listen_on(io);
    asio::cancellation_signal signal;
    told t;
    async_connect(io, "127.0.0.1", port_of(server),
                  asio::bind_cancellation_slot(signal.slot(), into(t)));
    for (int n = 0; n < i; ++n) io.run_one_for(10ms);
    signal.emit(asio::cancellation_type::terminal);
    io.restart();
    io.run();
    CHECK(t.calls == 1);
    CHECK(t.socket->is_open() == !t.code);
    if (t.code) CHECK(t.code == asio::error::operation_aborted);
  }
}

TEST_CASE("async_connect asks a handler that owns its memory before that is moved away") {
  const no_file_is_left check_files;
  asio::io_context io;
  auto server = listen_on(io);
  ledger memory;
  async_connect(io, "127.0.0.1", port_of(server), owning_handler(memory));
  CHECK(memory.live > 0);
  io.run();
  CHECK(memory.calls == 1);
  CHECK(memory.live_in_call == 0);
  check(memory);
}

#ifdef EYEBALLS_TESTS_ANY_COMPLETION_HANDLER
TEST_CASE("async_connect takes any_completion_handler") {
  const no_file_is_left check_files;
  asio::io_context io;
  auto server = listen_on(io);
  told t;
  asio::any_completion_handler<void(error_code, tcp::socket)> handler = into(t);
  async_connect(io, "127.0.0.1", port_of(server), std::move(handler));
  io.run();
  CHECK(t.calls == 1);
  CHECK(!t.code);
}
#endif

TEST_CASE("async_connect with use_future") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  refusing_port nobody;
  auto socket = async_connect(io, "127.0.0.1", port_of(server), asio::use_future);
  auto error = async_connect(io, "127.0.0.1", nobody.port(), asio::use_future);
  io.run();
  CHECK(socket.get().is_open());
  CHECK_THROWS_AS(error.get(), asio_system_error);
}

TEST_CASE("async_connect detached") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  async_connect(io, "127.0.0.1", port_of(server), asio::detached);
  io.run();
  CHECK(server.accept().is_open());
}

#ifdef EYEBALLS_TESTS_DEFERRED
TEST_CASE("async_connect deferred") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  told t;
  auto later = async_connect(io, "127.0.0.1", port_of(server), asio::deferred);
  CHECK(io.run() == 0);
  std::move(later)(into(t));
  io.restart();
  io.run();
  CHECK(t.calls == 1);
  CHECK(!t.code);
}
#endif

TEST_CASE("async_connect within a task") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto connects = [](asio::io_context& c, std::string port) -> task<bool> {
    tcp::socket s = co_await async_connect(c, "127.0.0.1", port, use_task);
    co_return s.is_open();
  };
  CHECK(run_in(io, connects(io, port_of(server))).value == true);
}

TEST_CASE("async_connect on the executors that there are") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  const std::string port = port_of(server);
  asio::thread_pool pool(2);
  auto connects = [&](const auto& executor) {
    return async_connect(executor, "127.0.0.1", port, asio::use_future).get().is_open();
  };
  CHECK(connects(pool.get_executor()));
  CHECK(connects(asio::make_strand(pool)));
  CHECK(connects(asio::any_io_executor(pool.get_executor())));
  CHECK(connects(asio::any_io_executor(asio::make_strand(pool))));
}

TEST_CASE("many connects at once on a context that several threads run") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .refuses = {"127.0.0.1"}});
  std::vector<told> all(50);
  for (told& t : all) async_connect(io, "two.test", server.port(), into(t));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { io.run(); });
  for (auto& t : threads) t.join();
  CHECK(std::all_of(all.begin(), all.end(),
                    [](const told& t) { return t.calls == 1 && !t.code && t.socket; }));
}
