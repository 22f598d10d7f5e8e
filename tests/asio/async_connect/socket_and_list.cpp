// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_connect/socket_and_list.hpp"

#include <unistd.h>

#include <array>
#include <list>
#include <set>

#include "support/reached.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(local/stream_protocol.hpp)
// clang-format on

// The forms of asio::async_connect: a socket of the caller's, and a list of endpoints.

TEST_CASE("a socket is connected to one of a list, by a race") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .silent = {"127.0.0.1"}});
  const std::vector all = {at("127.0.0.1", server), at("127.0.0.2", server)};
  tcp::socket socket(io);
  reached<> r;
  async_connect(socket, all, into(r));
  CHECK(socket.is_open());
  io.run();
  CHECK(r.calls == 1);
  CHECK(!r.code);
  CHECK(r.where == all[1]);
  CHECK(socket.remote_endpoint() == all[1]);
}

TEST_CASE("the first attempt is made in the socket itself") {
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  tcp::socket socket(io);
  reached<> r;
  async_connect(socket, std::array{at("127.0.0.1", server)}, into(r));
  const auto native = socket.native_handle();
  socket.set_option(tcp::no_delay(true));
  io.run();
  CHECK(!r.code);
  CHECK(socket.native_handle() == native);
  tcp::no_delay kept;
  socket.get_option(kept);
  CHECK(kept.value());
}

TEST_CASE("the families of a list of TCP endpoints take turns, beginning with the first one's") {
  if (!has_ipv6()) return;
  asio::io_context io;
  const refusing_port nobody;
  const std::vector all = {at("127.0.0.1", nobody), at("127.0.0.2", nobody), at("::1", nobody)};
  std::vector<std::string> order;
  const auto note = [&](const error_code&, const tcp::endpoint& e) {
    order.push_back(e.address().to_string());
    return true;
  };
  tcp::socket socket(io);
  reached<> r;
  async_connect(socket, all, note, into(r));
  io.run();
  CHECK(order == std::vector<std::string>{"127.0.0.1", "::1", "127.0.0.2"});
  CHECK(r.code == asio::error::connection_refused);
  CHECK(!socket.is_open());
}

TEST_CASE("the results of a lookup, by iterators, with and without a condition") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1", "127.0.0.2"}});
  const auto all = results_of({at("127.0.0.1", server), at("127.0.0.2", server)});
  using iterator = tcp::resolver::results_type::iterator;
  tcp::socket a(io), b(io), c(io), d(io);
  reached<> by_range, by_range_if;
  reached<iterator> by_iterators, by_iterators_if;
  const auto not_first = [&](const error_code&, const auto& e) {
    return e.endpoint() != *all.begin();
  };
  async_connect(a, all, into(by_range));
  async_connect(b, all, not_first, into(by_range_if));
  async_connect(c, all.begin(), all.end(), into(by_iterators));
  async_connect(d, all.begin(), all.end(), not_first, into(by_iterators_if));
  io.run();
  CHECK(by_range.where == at("127.0.0.1", server));
  CHECK(by_range_if.where == at("127.0.0.2", server));
  CHECK(by_iterators.where == all.begin());
  CHECK(by_iterators_if.where == std::next(all.begin()));
  CHECK(d.remote_endpoint() == at("127.0.0.2", server));
}

TEST_CASE("where nothing is tried, the iterator is the end, and the code is Asio's") {
  asio::io_context io;
  const std::list<tcp::endpoint> none;
  tcp::socket socket(io), other(io);
  reached<std::list<tcp::endpoint>::const_iterator> r;
  reached<> refused_by_condition;
  async_connect(socket, none.begin(), none.end(), into(r));
  async_connect(
      other, std::set{endpoint("127.0.0.1")},
      [](const error_code&, const tcp::endpoint&) { return false; }, into(refused_by_condition));
  CHECK(r.calls == 0);
  io.run();
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::not_found);
  CHECK(r.where == none.end());
  CHECK(refused_by_condition.code == asio::error::not_found);
}

TEST_CASE("a TCP socket of any executor is connected, and keeps it") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .refuses = {"127.0.0.1"}});
  const std::vector all = {at("127.0.0.1", server), at("127.0.0.2", server)};
  using here = asio::io_context::executor_type;
  asio::basic_stream_socket<tcp, here> plain(io);
  asio::basic_stream_socket<tcp, asio::strand<here>> stranded(asio::make_strand(io));
  const auto strand = stranded.get_executor();
  reached<> a, b;
  async_connect(plain, all, into(a));
  async_connect(static_cast<asio::basic_socket<tcp, asio::strand<here>>&>(stranded), all, into(b));
  io.run();
  CHECK(plain.remote_endpoint() == all[1]);
  CHECK(stranded.remote_endpoint() == all[1]);
  CHECK(stranded.get_executor() == strand);
}

TEST_CASE("a local socket is connected to the first of a list that somebody listens at") {
  const no_file_is_left check;
  using local = asio::local::stream_protocol;
  const auto named = [](const char* name) {
    return local::endpoint(std::string(1, '\0') + name + std::to_string(::getpid()));
  };
  asio::io_context io;
  local::acceptor server(io, named("somebody"));
  local::socket socket(io);
  reached<local::endpoint> r;
  async_connect(socket, std::array{named("nobody"), named("somebody")}, into(r));
  io.run();
  CHECK(!r.code);
  CHECK(r.where == named("somebody"));
  CHECK(server.accept().is_open());
}

TEST_CASE("a socket is connected on the executor of its handler") {
  asio::io_context sockets, handlers;
  const loopback_port server({.listens = {"127.0.0.1"}});
  tcp::socket socket(sockets);
  reached<> r;
  async_connect(socket, std::array{at("127.0.0.1", server)},
                asio::bind_executor(handlers.get_executor(), into(r)));
  CHECK(sockets.run_for(0ms) == 0);
  CHECK(!sockets.stopped());  // it is kept at work
  handlers.run_one();
  sockets.run();
  CHECK(r.calls == 0);
  handlers.run();
  CHECK(r.calls == 1);
  CHECK(!r.code);
}

// Who closes the socket gives up.

TEST_CASE("nothing is delivered once the socket was closed, in whichever step") {
  const no_file_is_left check;
  const loopback_port server({.listens = {"127.0.0.1"}});
  for (int steps = 0; steps < 12; ++steps) {
    asio::io_context io;
    tcp::socket socket(io);
    reached<> r;
    async_connect(socket, std::array{at("127.0.0.1", server)}, into(r));
    for (int n = 0; n < steps; ++n) io.poll_one();
    const bool was_over = r.calls == 1;
    socket.close();
    io.run();
    CHECK(r.calls == 1);
    CHECK(bool(r.code) == !was_over);
    if (r.code) CHECK(r.code == asio::error::operation_aborted);
    CHECK(!socket.is_open());
  }
}

TEST_CASE(
    "an attempt that waits ends at once if the socket is closed or its operations cancelled") {
  const no_file_is_left check;
  silent_port silent;
  for (bool closes : {true, false}) {
    asio::io_context io;
    tcp::socket socket(io);
    reached<> r;
    async_connect(socket, std::array{endpoint_of(silent)}, into(r));
    asio::post(io, [&] { asio::post(io, [&] { closes ? socket.close() : socket.cancel(); }); });
    io.run();
    CHECK(r.code == asio::error::operation_aborted);
    socket.close();
  }
}

TEST_CASE("the next attempt is not begun once the socket was closed") {
  const no_file_is_left check;
  const loopback_port server(
      {.listens = {"127.0.0.3"}, .refuses = {"127.0.0.1"}, .silent = {"127.0.0.2"}});
  const std::vector all = {at("127.0.0.1", server), at("127.0.0.2", server),
                           at("127.0.0.3", server)};
  asio::io_context io;
  tcp::socket socket(io);
  reached<> r;
  int asked = 0;
  const auto close_at_second = [&](const error_code&, const tcp::endpoint&) {
    if (++asked == 2) asio::post(io, [&] { socket.close(); });
    return true;
  };
  async_connect(socket, all, close_at_second, into(r));
  io.run();
  CHECK(r.code == asio::error::operation_aborted);
  CHECK(!socket.is_open());
}

TEST_CASE("a cancellation ends it, and closes the socket") {
  const no_file_is_left check;
  silent_port silent;
  asio::io_context io;
  tcp::socket socket(io);
  reached<> r;
  asio::cancellation_signal signal;
  async_connect(socket, std::array{endpoint_of(silent)},
                asio::bind_cancellation_slot(signal.slot(), into(r)));
  asio::steady_timer later(io, 5ms);
  later.async_wait([&](auto) { signal.emit(asio::cancellation_type::partial); });
  io.run();
  CHECK(r.calls == 1);
  CHECK(r.code == asio::error::operation_aborted);
  CHECK(!socket.is_open());
}

TEST_CASE("a socket that is gone before its context is not touched") {
  const no_file_is_left check;
  silent_port silent;
  for (int steps : {0, 3}) {
    asio::io_context io;
    reached<> r;
    {
      tcp::socket socket(io);
      async_connect(socket, std::array{endpoint_of(silent)}, into(r));
      for (int n = 0; n < steps; ++n) io.poll_one();
    }
    CHECK(r.calls == 0);
  }
}
