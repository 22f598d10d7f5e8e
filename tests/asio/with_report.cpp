// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <memory>
#include <utility>
#include <vector>

#include "eyeballs/asio/with_report.hpp"
#include "support/asio_deferred.hpp"
#include "support/connects.hpp"

// The handler gets the report, after every end.

namespace {

using report_type = connect_report<tcp::endpoint>;

/// What a handler was told.
struct whole_story {
  template <class T> void operator()(error_code c, T, report_type r) {
    code = c;
    report = std::move(r);
    ++calls;
  }

  int calls = 0;
  error_code code;
  report_type report;
};

struct one_port {
  asio::io_context io;
  loopback_port server{{.listens = {"127.0.0.1"}}};
};

}  // namespace

TEST_CASE("with_report: a success tells which endpoint has won") {
  one_port f;
  whole_story told;
  async_connect(f.io, "127.0.0.1", f.server.number(), with_report(into(told)));
  CHECK(told.calls == 0);
  f.io.run();
  REQUIRE(told.calls == 1);
  CHECK(!told.code);
  REQUIRE(told.report.attempts.size() == 1);
  CHECK(told.report.attempts[0].endpoint == endpoint_of(f.server));
  CHECK(told.report.attempts[0].state == report_state::done);
}

TEST_CASE("with_report: a failure tells what was tried") {
  asio::io_context io;
  const refusing_port nobody;
  scripted_resolver names;
  names.v4 = {endpoint_of(nobody), endpoint("127.0.0.2", nobody.number())};
  whole_story told;
  async_connect(io, "host.test", nobody.number(), {.resolver = &names}, with_report(into(told)));
  io.run();
  REQUIRE(told.calls == 1);
  CHECK(told.code == asio::error::connection_refused);
  REQUIRE(told.report.attempts.size() == 2);
  for (const auto& a : told.report.attempts) CHECK(a.state == report_state::failed);
  CHECK(!told.report.queries.empty());
}

TEST_CASE("with_report: the timeout tells what is pending") {
  asio::io_context io;
  const silent_port silent;
  whole_story told;
  async_connect(io, "127.0.0.1", silent.number(), {.timeout = 20ms}, with_report(into(told)));
  io.run();
  CHECK(told.code == asio::error::timed_out);
  REQUIRE(told.report.attempts.size() == 1);
  CHECK(told.report.attempts[0].state == report_state::pending);
}

TEST_CASE("with_report: a stop tells what is pending, and the slot is that of the token") {
  asio::io_context io;
  const silent_port silent;
  asio::cancellation_signal signal;
  whole_story told;
  async_connect(io, "127.0.0.1", silent.number(),
                with_report(asio::bind_cancellation_slot(signal.slot(), into(told))));
  asio::post(io, [&] { signal.emit(asio::cancellation_type::all); });
  io.run();
  CHECK(told.calls == 1);
  CHECK(told.code == asio::error::operation_aborted);
}

TEST_CASE("with_report: with a list of endpoints, and with a socket of the caller's") {
  one_port f;
  whole_story listed, own;
  const std::vector<tcp::endpoint> list{endpoint_of(f.server)};
  tcp::socket socket(f.io);
  async_connect(f.io, list, connect_options(), with_report(into(listed)));
  async_connect(socket, "127.0.0.1", f.server.number(), with_report(into(own)));
  f.io.run();
  CHECK(listed.report.attempts.size() == 1);
  CHECK(own.report.attempts.size() == 1);
  CHECK(socket.is_open());
}

TEST_CASE("with_report: with what an application makes of the socket") {
  one_port f;
  whole_story told;
  auto establish = [](tcp::socket socket) -> task<int> { co_return socket.is_open() ? 7 : 0; };
  async_connect(f.io, "127.0.0.1", f.server.number(), establish, with_report(into(told)));
  f.io.run();
  CHECK(told.calls == 1);
  CHECK(!told.code);
  CHECK(told.report.attempts.size() == 1);
}

TEST_CASE("with_report: the report of the options is not written") {
  one_port f;
  whole_story told;
  report_type other;
  async_connect(f.io, "127.0.0.1", f.server.number(), {.report = &other}, with_report(into(told)));
  f.io.run();
  CHECK(told.report.attempts.size() == 1);
  CHECK(other.attempts.empty());
}

TEST_CASE("with_report: a handler that can only be moved, on an executor of its own") {
  one_port f;
  asio::thread_pool pool(1);
  bool was_there = false;
  auto owning =
      [&was_there, own = std::make_unique<asio::thread_pool::executor_type>(pool.get_executor())](
          error_code, tcp::socket, report_type) { was_there = own->running_in_this_thread(); };
  async_connect(f.io, "127.0.0.1", f.server.number(),
                with_report(asio::bind_executor(pool, std::move(owning))));
  f.io.run();
  pool.join();
  CHECK(was_there);
}

TEST_CASE("with_report: a context that dies delivers nothing") {
  const silent_port silent;
  whole_story told;
  {
    asio::io_context io;
    async_connect(io, "127.0.0.1", silent.number(), with_report(into(told)));
    io.poll();
  }
  CHECK(told.calls == 0);
}

TEST_CASE("with_report: within another adaptor") {
  one_port f;
  whole_story bound;
  async_connect(f.io, "127.0.0.1", f.server.number(),
                asio::bind_executor(f.io.get_executor(), with_report(into(bound))));
  f.io.run();
  CHECK(bound.report.attempts.size() == 1);
}

#ifdef EYEBALLS_TESTS_DEFERRED
TEST_CASE("with_report: after `deferred`") {
  one_port f;
  whole_story late;
  auto later = async_connect(f.io, "127.0.0.1", f.server.number(), asio::deferred);
  std::move(later)(with_report(into(late)));
  f.io.run();
  CHECK(late.report.attempts.size() == 1);
}
#endif

TEST_CASE("with_report: a future has the report, too") {
  one_port f;
  auto future = async_connect(f.io, "127.0.0.1", f.server.number(), with_report(asio::use_future));
  f.io.run();
  const auto [socket, report] = future.get();
  CHECK(socket.is_open());
  CHECK(report.attempts.size() == 1);
}
