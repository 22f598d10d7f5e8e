// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect.hpp"

#include <string>

#include "support/connects.hpp"

// Which endpoint is connected to, and after which others.

TEST_CASE("connect by a literal address") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto t = connect_in(io, "127.0.0.1", port_of(server));
  CHECK(!t.code);
  CHECK(t.socket->remote_endpoint() == server.local_endpoint());
}

TEST_CASE("connect by an IPv6 literal") {
  if (!has_ipv6()) return;
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io, asio::ip::address_v6::loopback());
  auto t = connect_in(io, "::1", port_of(server));
  CHECK(!t.code);
  CHECK(t.socket->remote_endpoint() == server.local_endpoint());
}

TEST_CASE("connect by name") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  CHECK(connect_as_task(io, "localhost", port_of(server)).connected);
}

TEST_CASE("a connected socket is on the executor, and can be used") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto t = connect_in(io, "127.0.0.1", port_of(server));
  auto peer = server.accept();
  CHECK(t.socket->get_executor() == asio::any_io_executor(io.get_executor()));
  asio::write(*t.socket, asio::buffer("ping", 4));
  char text[4];
  CHECK(asio::read(peer, asio::buffer(text)) == 4);
  CHECK(std::string(text, 4) == "ping");
}

TEST_CASE("the second address is tried as soon as the first has refused") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .refuses = {"127.0.0.1"}});
  observer o;
  auto t = connect_in(io, "two.test", server.port(), {.attempt_delay = 1h, .observer = &o});
  CHECK(!t.code);
  CHECK(o.log == strings{"0 starts 127.0.0.1", "0 failed: " + refused_text(), "1 starts 127.0.0.2",
                         "1 connected"});
}

TEST_CASE("the addresses of both families take turns") {
  if (!has_ipv6()) return;
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody;
  observer o;
  connect_in(io, "both.test", nobody.port(), {.observer = &o});
  strings starts;
  for (const auto& line : o.log)
    if (line.find("starts") != line.npos) starts.push_back(line);
  CHECK(starts == strings{"0 starts ::1", "1 starts 127.0.0.1", "2 starts 127.0.0.2"});
}

TEST_CASE("a silent address does not hold up the next, and is stopped at the end") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .silent = {"127.0.0.1"}});
  observer o;
  auto t = connect_in(io, "two.test", server.port(), {.attempt_delay = 10ms, .observer = &o});
  CHECK(!t.code);
  CHECK(o.log == strings{"0 starts 127.0.0.1", "1 starts 127.0.0.2", "1 connected", "0 stopped"});
}

TEST_CASE("an address that can't be reached is a failure at once, and is tried last", "[R11][D9]") {
  asio::io_context io;
  auto server = listen_on(io);
  const auto unlinked = asio::ip::make_address("fe80::1");  // of which link, it does not say
  scripted_resolver names;
  names.v6 = {tcp::endpoint(unlinked, 80)};
  observer log;
  const connect_options options{
      .attempt_delay = duration::max(), .resolver = &names, .observer = &log};
  CHECK(!connect_as_task(io, "anything.test", "80", options).connected);
  CHECK(log.log.size() == 2);  // it starts, and fails: no timer could end it
  log.log.clear();
  names.v4 = {server.local_endpoint()};
  CHECK(connect_as_task(io, "anything.test", "80", options).connected);
  REQUIRE(!log.log.empty());
  CHECK(log.log.front() == "0 starts 127.0.0.1");
}

TEST_CASE("an address that can't be reached, tried first, costs no delay", "[D9]") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v6 = {tcp::endpoint(asio::ip::make_address("fe80::1"), 80)};
  names.v4 = {server.local_endpoint()};
  observer log;
  const connect_options options{.attempt_delay = duration::max(),
                                .preferred_family = address_family::v6,
                                .resolver = &names,
                                .observer = &log};
  CHECK(connect_as_task(io, "anything.test", "80", options).connected);
  CHECK(log.log.size() == 4);
  CHECK(log.log.front() == "0 starts fe80::1");
}
