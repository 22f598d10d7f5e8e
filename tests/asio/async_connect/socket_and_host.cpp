// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_connect/socket_and_host.hpp"

#include <string>

#include "support/connects.hpp"
#include "support/reached.hpp"

// async_connect of a socket of the caller's by a name.

namespace {

/// Finds `addresses` of IPv4, after some time.
class slow_resolver final : public resolver<tcp::endpoint> {
 public:
  std::vector<tcp::endpoint> found;
  bool has_answered = false;

 private:
  task<std::vector<tcp::endpoint>> resolve(std::string, std::string, address_family f) override {
    co_await sleep(2ms);
    has_answered = true;
    co_return f == address_family::v4 ? found : std::vector<tcp::endpoint>();
  }
};

/// Sets an option of each socket.
class without_delay final : public socket_preparer {
 public:
  int calls = 0;

 private:
  error_code prepare(tcp::socket& s, const tcp::endpoint&) override {
    ++calls;
    error_code code;
    s.set_option(tcp::no_delay(true), code);
    return code;
  }
};

template <class Socket> bool has_no_delay(const Socket& s) {
  tcp::no_delay option;
  s.get_option(option);
  return option.value();
}

}  // namespace

TEST_CASE("a socket of the caller's is connected by a name, and to an address") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}, .refuses = {"::1"}});
  tcp::socket by_name(io);
  asio::basic_stream_socket<tcp, asio::io_context::executor_type> to_address(io);
  reached<> a, b;
  async_connect(by_name, "localhost", server.port(), into(a));
  async_connect(to_address, "127.0.0.1", server.number(), into(b));
  io.run();
  CHECK(a.where == at("127.0.0.1", server));
  CHECK(by_name.remote_endpoint() == a.where);
  CHECK(!b.code);
  CHECK(to_address.remote_endpoint() == at("127.0.0.1", server));
}

TEST_CASE("a caller's socket of any executor becomes whichever has won, as it was prepared") {
  const no_file_is_left check;
  const loopback_port server({.listens = {"127.0.0.1", "127.0.0.3"}, .silent = {"127.0.0.2"}});
  for (const char* first : {"127.0.0.1", "127.0.0.2"}) {
    asio::io_context io;
    slow_resolver names;
    names.found = {at(first, server), at("127.0.0.3", server)};
    without_delay prepares;
    observer sees;
    asio::basic_stream_socket<tcp, asio::io_context::executor_type> socket(io);
    reached<> r;
    async_connect(
        socket, "example.com", server.number(),
        {.attempt_delay = 20ms, .resolver = &names, .prepare = &prepares, .observer = &sees},
        into(r));
    io.run();
    CHECK(!r.code);
    CHECK(socket.remote_endpoint() == r.where);
    CHECK(has_no_delay(socket));
    CHECK(prepares.calls >= 1);
    CHECK(sees.log.front() == "0 starts " + names.found[0].address().to_string());
    const bool first_is_silent = std::string(first) == "127.0.0.2";
    CHECK((r.where == names.found[first_is_silent]));
    const auto bytes = socket.send(asio::buffer("x", 1));
    CHECK(bytes == 1);
  }
}

TEST_CASE("a caller's socket is given up while its name is looked up") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  slow_resolver names;
  names.found = {at("127.0.0.1", server)};
  tcp::socket socket(io);
  reached<> r;
  async_connect(socket, "example.com", server.port(), {.resolver = &names}, into(r));
  CHECK(socket.is_open());
  asio::post(io, [&] { socket.close(); });
  io.run();
  CHECK(names.has_answered);
  CHECK(r.code == asio::error::operation_aborted);
  CHECK(!socket.is_open());
}

TEST_CASE("a caller's socket is given up while its first attempt waits: at once") {
  const no_file_is_left check;
  silent_port silent;
  asio::io_context io;
  tcp::socket socket(io);
  reached<> r;
  async_connect(socket, "127.0.0.1", silent.port(), into(r));
  asio::steady_timer later(io, 5ms);
  later.async_wait([&](auto) { socket.close(); });
  io.run();
  CHECK(r.code == asio::error::operation_aborted);
}

TEST_CASE("a caller's socket that was not connected is closed, and the code says why") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody;
  silent_port silent;
  tcp::socket a(io), b(io), c(io), d(io);
  reached<> refused, late, wrong, wrong_option;
  connect_report<tcp::endpoint> report;
  async_connect(a, "127.0.0.1", nobody.port(), {.report = &report}, into(refused));
  async_connect(b, "127.0.0.1", silent.port(), {.timeout = 10ms}, into(late));
  async_connect(c, "", "80", into(wrong));
  async_connect(d, "127.0.0.1", 80, {.attempt_delay = 1ms}, into(wrong_option));
  io.run();
  CHECK(refused.code == asio::error::connection_refused);
  CHECK(report.attempts.size() == 1);
  CHECK(late.code == asio::error::timed_out);
  CHECK(wrong.code == asio::error::invalid_argument);
  CHECK(wrong_option.code == asio::error::invalid_argument);
  for (tcp::socket* s : {&a, &b, &c, &d}) CHECK(!s->is_open());
}
