// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_connect/executor_and_list.hpp"

#include <unistd.h>

#include <array>
#include <string>
#include <type_traits>

#include "support/connects.hpp"
#include "support/reached.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(local/stream_protocol.hpp)
// clang-format on

// async_connect of a new socket to one of a list of endpoints.

TEST_CASE("a new socket is connected to one of a list: the first is tried first") {
  if (!has_ipv6()) return;
  const no_file_is_left check;
  asio::io_context io;
  const refusing_port nobody;
  const std::vector all = {at("127.0.0.2", nobody), at("127.0.0.1", nobody), at("::1", nobody)};
  observer sees;
  told t;
  async_connect(io, results_of(all), {.observer = &sees}, into(t));
  io.run();
  const strings expected = {"0 starts 127.0.0.2", "0 failed: " + refused_text(),
                            "1 starts ::1",       "1 failed: " + refused_text(),
                            "2 starts 127.0.0.1", "2 failed: " + refused_text()};
  CHECK(sees.log == expected);
  CHECK(t.code == asio::error::connection_refused);
}

TEST_CASE("what a failed connect tells is made without memory, whatever the executor is") {
  using small = asio::io_context::executor_type;
  using large = asio::strand<small>;
  STATIC_REQUIRE(std::is_same_v<detail::executor_for<small, tcp::socket>, small>);
  STATIC_REQUIRE(std::is_same_v<detail::executor_for<large, tcp::socket>, asio::any_io_executor>);

  asio::io_context io;
  const refusing_port nobody;
  const large executor = asio::make_strand(io);
  int told = 0;
  async_connect(executor, "127.0.0.1", nobody.port(), [&](error_code code, tcp::socket socket) {
    ++told;
    CHECK(code == asio::error::connection_refused);
    CHECK(socket.get_executor() == asio::any_io_executor(executor));
  });
  io.run();
  CHECK(told == 1);
}

TEST_CASE("a new socket is connected past an endpoint that is silent") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.2"}, .silent = {"127.0.0.1"}});
  const std::array all = {at("127.0.0.1", server), at("127.0.0.2", server)};
  told plain, with_options, none;
  async_connect(io, all, into(plain));
  async_connect(io.get_executor(), all, {.attempt_delay = 10ms}, into(with_options));
  async_connect(io, std::vector<tcp::endpoint>(), into(none));
  io.run();
  CHECK(plain.socket->remote_endpoint() == all[1]);
  CHECK(with_options.socket->remote_endpoint() == all[1]);
  CHECK(none.code == asio::error::not_found);
}

TEST_CASE("a new socket is connected to one of a list of local endpoints") {
  const no_file_is_left check;
  using local = asio::local::stream_protocol;
  const auto named = [](const char* name) {
    return local::endpoint(std::string(1, '\0') + name + std::to_string(::getpid()));
  };
  asio::io_context io;
  local::acceptor server(io, named("listens"));
  bool is_connected = false;
  async_connect(io, std::array{named("nobody here"), named("listens")},
                [&](error_code, local::socket s) { is_connected = s.is_open(); });
  io.run();
  CHECK(is_connected);
}
