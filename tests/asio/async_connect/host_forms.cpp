// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eyeballs/asio/async_connect.hpp"
#include "support/asio_deferred.hpp"
#include "support/connects.hpp"

// async_connect by a name: what it takes as host, service and token, and what it keeps.

TEST_CASE("a host and a service are whatever is a text, or a port") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  const std::string port = server.port();
  told all[6];
  async_connect(io, "127.0.0.1", port, into(all[0]));
  async_connect(io, std::string_view("127.0.0.1/8").substr(0, 9), std::string_view(port),
                into(all[1]));
  async_connect(io, std::string("127.0.0.1"), port.c_str(), into(all[2]));
  async_connect(io, "127.0.0.1", server.number(), into(all[3]));
  async_connect(io.get_executor(), "127.0.0.1", int(server.number()), {.timeout = 5s},
                into(all[4]));
  async_connect(asio::any_io_executor(io.get_executor()), "127.0.0.1", long(server.number()),
                into(all[5]));
  io.run();
  for (const told& t : all) CHECK((t.calls == 1 && !t.code));
}

TEST_CASE("a port that is none is an error of the arguments") {
  asio::io_context io;
  told zero, large, negative;
  async_connect(io, "127.0.0.1", 0, into(zero));
  async_connect(io, "127.0.0.1", 65536, into(large));
  async_connect(io, "127.0.0.1", -1, into(negative));
  io.run();
  CHECK(zero.code == asio::error::invalid_argument);
  CHECK(large.code == asio::error::invalid_argument);
  CHECK(negative.code == asio::error::invalid_argument);
}

namespace {

/// An executor that has `use_future` as its default token.
struct futures_executor : asio::io_context::executor_type {
  using default_completion_token_type = asio::use_future_t<>;

  explicit futures_executor(const asio::io_context::executor_type& e)
      : asio::io_context::executor_type(e) {}
};

}  // namespace

TEST_CASE("without a token the executor's default one is used") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  const futures_executor executor(io.get_executor());
  auto plain = async_connect(executor, "127.0.0.1", server.number());
  auto with_options = async_connect(executor, "127.0.0.1", server.number(), {.timeout = 5s});
  io.run();
  CHECK(plain.get().is_open());
  CHECK(with_options.get().is_open());
}

TEST_CASE("a connect has copied the key of the history, in each form") {
  const no_file_is_left check;
  const loopback_port server({.listens = {"127.0.0.1"}});
  const tcp::endpoint peer = endpoint_of(server);
  const auto knows_peer = [&](auto&& start) {
    asio::io_context io;
    history past;
    std::string key = "at home";
    start(io, connect_options{.history = &past, .history_key = key});
    key.assign(key.size(), 'x');
    io.run();
    return past.view("at home").rtt(address_of(peer)).has_value();
  };
  const auto ignore = [](const error_code&, const auto&) {};
  CHECK(knows_peer([&](asio::io_context& io, const connect_options& o) {
    async_connect(io, "127.0.0.1", server.port(), o, ignore);
  }));
  CHECK(knows_peer([&](asio::io_context& io, const connect_options& o) {
    async_connect(io, std::vector{peer}, o, ignore);
  }));
  std::optional<tcp::socket> socket;
  CHECK(knows_peer([&](asio::io_context& io, const connect_options& o) {
    async_connect(socket.emplace(io), "127.0.0.1", server.port(), o,
                  [&](const error_code&, const auto&) { socket.reset(); });
  }));
}

#ifdef EYEBALLS_TESTS_DEFERRED
TEST_CASE("a deferred connect has copied its texts, and the key of the history") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  history past;
  std::string host = "127.0.0.1", port = server.port(), key = "at home";
  auto later =
      async_connect(io, host, port, {.history = &past, .history_key = key}, asio::deferred);
  for (std::string* text : {&host, &port, &key}) text->assign(text->size(), 'x');
  told t;
  std::move(later)(into(t));
  io.run();
  CHECK(!t.code);
  const ip_address peer = address_of(endpoint_of(server));
  CHECK(past.view("at home").rtt(peer).has_value());
  CHECK(!past.view(key).rtt(peer).has_value());
}
#endif
