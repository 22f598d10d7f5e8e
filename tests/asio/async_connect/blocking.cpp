// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_connect/blocking.hpp"

#include <unistd.h>

#include <array>

#include "support/reached.hpp"

// The forms of asio::connect: they block.

TEST_CASE("a socket is connected in the call, by a race, without a loop of the caller's") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .silent = {"127.0.0.1"}});
  const std::array all = {at("127.0.0.1", server), at("127.0.0.2", server)};
  tcp::socket socket(io);
  CHECK(connect(socket, all) == all[1]);
  CHECK(socket.remote_endpoint() == all[1]);
  CHECK(!socket.native_non_blocking());
  auto peer = tcp::acceptor(io, tcp::v4(), ::dup(server.listener())).accept();
  peer.send(asio::buffer("x", 1));
  char c = 0;
  CHECK(socket.receive(asio::buffer(&c, 1)) == 1);
}

TEST_CASE("connect returns or throws the code") {
  asio::io_context io;
  const refusing_port nobody;
  const std::array all = {at("127.0.0.1", nobody)};
  tcp::socket socket(io);
  error_code code;
  CHECK(connect(socket, all, code) == tcp::endpoint());
  CHECK(code == asio::error::connection_refused);
  CHECK(!socket.is_open());
  CHECK(connect(socket, all.begin(), all.end(), code) == all.end());
  CHECK(code == asio::error::connection_refused);
  CHECK_THROWS_AS(connect(socket, all), asio_system_error);
  CHECK_THROWS_AS(connect(socket, all.begin(), all.end()), asio_system_error);
  connect(socket, std::vector<tcp::endpoint>(), code);
  CHECK(code == asio::error::not_found);
}

TEST_CASE("connect asks a condition, and takes iterators") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1", "127.0.0.2"}});
  const auto all = results_of({at("127.0.0.1", server), at("127.0.0.2", server)});
  const auto not_first = [&](const error_code&, const tcp::endpoint& e) {
    return e != all.begin()->endpoint();
  };
  asio::basic_stream_socket<tcp, asio::io_context::executor_type> socket(io);
  error_code code;
  CHECK(connect(socket, all, not_first) == at("127.0.0.2", server));
  CHECK(connect(socket, all, not_first, code) == at("127.0.0.2", server));
  CHECK(connect(socket, all.begin(), all.end()) == all.begin());
  CHECK(connect(socket, all.begin(), all.end(), not_first) == std::next(all.begin()));
  CHECK(connect(socket, all.begin(), all.end(), not_first, code) == std::next(all.begin()));
  const auto any = [](const auto&...) { return true; };
  CHECK(connect(socket, all.begin(), all.end(), any) == all.begin());
  CHECK(!code);
  CHECK(&socket.get_executor().context() == &io);
}
