// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <stdexcept>
#include <vector>

#include "support/asio.hpp"
#include "support/throws.hpp"

// Nothing is thrown between a refused connection and the report.

namespace {

/// What the program throws while this lives.
class throws_counter {
 public:
  std::size_t so_far() const { return support::throws_so_far() - before_; }

 private:
  std::size_t before_ = support::throws_so_far();
};

/// What `async_connect` throws, and what it tells.
struct throw_report {
  error_code code;
  std::size_t throws;
};

throw_report connect_and_count(const std::string& host, const std::string& port,
                               connect_options options = {}, bool stop = false) {
  asio::io_context io;
  asio::cancellation_signal signal;
  asio::steady_timer later(io, 10ms);
  throw_report r{asio::error::fault, 0};
  const throws_counter throws;
  async_connect(io, host, port, options,
                asio::bind_cancellation_slot(
                    signal.slot(), [&r](error_code code, tcp::socket) { r.code = code; }));
  if (stop) later.async_wait([&](error_code) { signal.emit(asio::cancellation_type::terminal); });
  io.run();
  r.throws = throws.so_far();
  return r;
}

}  // namespace

TEST_CASE("the counter counts a throw and a rethrow") {
  const throws_counter throws;
  try {
    throw std::runtime_error("one");
  } catch (...) {}
  CHECK(throws.so_far() == 1);
  const auto kept = std::make_exception_ptr(std::runtime_error("two"));
  const std::size_t before = throws.so_far();
  try {
    std::rethrow_exception(kept);
  } catch (...) {}
  CHECK(throws.so_far() > before);
}

TEST_CASE("nothing is thrown when the first wins") {
  asio::io_context io;
  auto server = listen_on(io);
  auto r = connect_and_count("127.0.0.1", port_of(server));
  CHECK(!r.code);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown when the first is refused and the second wins") {
  const loopback_port server({.listens = {"127.0.0.2"}, .refuses = {"127.0.0.1"}});
  auto r = connect_and_count("two.test", server.port());
  CHECK(!r.code);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown when the first is silent and the second wins") {
  const loopback_port server({.listens = {"127.0.0.2"}, .silent = {"127.0.0.1"}});
  auto r = connect_and_count("two.test", server.port(), {.attempt_delay = 10ms});
  CHECK(!r.code);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown when all are refused") {
  refusing_port nobody;
  auto r = connect_and_count("two.test", nobody.port());
  CHECK(r.code == asio::error::connection_refused);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown when the host is unknown") {
  auto r = connect_and_count("unknown.test", "80");
  CHECK(r.code == asio::error::host_not_found);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown when time is over") {
  silent_port silent;
  auto all = connect_and_count("127.0.0.1", silent.port(), {.timeout = 10ms});
  CHECK(all.code == asio::error::timed_out);
  CHECK(all.throws == 0);
  auto each = connect_and_count("127.0.0.1", silent.port(), {.attempt_timeout = 10ms});
  CHECK(each.code == asio::error::timed_out);
  CHECK(each.throws == 0);
}

TEST_CASE("nothing is thrown on a stop") {
  silent_port silent;
  auto r = connect_and_count("127.0.0.1", silent.port(), {}, true);
  CHECK(r.code == asio::error::operation_aborted);
  CHECK(r.throws == 0);
}

TEST_CASE("nothing is thrown by happy_eyeballs over connectors of one's own") {
  asio::io_context io;
  auto server = listen_on(io);
  refusing_port nobody;
  std::vector<task<tcp::socket>> connectors;
  connectors.push_back(connect_to(io.get_executor(), endpoint_of(nobody)));
  connectors.push_back(connect_to(io.get_executor(), server.local_endpoint()));
  auto look = [](std::vector<task<tcp::socket>> all) -> task<bool> {
    auto socket = co_await as_result(happy_eyeballs(250ms, std::move(all)));
    co_return socket.has_value();
  };
  const throws_counter throws;
  auto end = run_in(io, look(std::move(connectors)));
  CHECK(throws.so_far() == 0);
  CHECK(end.value == true);
}

TEST_CASE("nothing is thrown when a context is destroyed under a connect") {
  silent_port silent;
  const throws_counter throws;
  {
    asio::io_context io;
    async_connect(io, "127.0.0.1", silent.port(), [](error_code, tcp::socket) {});
    for (int i = 0; i < 10; ++i) io.run_one_for(5ms);
  }
  CHECK(throws.so_far() == 0);
}
