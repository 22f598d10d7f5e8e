// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/async_happy_eyeballs.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/asio.hpp"
#include "support/steps.hpp"

// happy_eyeballs as an operation of Asio's; and operations where co_spawn takes a task.

using support::after;

namespace {

task<std::string> is_refused() { co_return fail(std::errc::connection_refused); }

std::vector<task<std::string>> connectors_of(task<std::string> a, task<std::string> b) {
  std::vector<task<std::string>> all;
  all.push_back(std::move(a));
  all.push_back(std::move(b));
  return all;
}

const auto forget = [](std::string&&) noexcept {};

}  // namespace

TEST_CASE("async_happy_eyeballs tells a handler the first connection that is made") {
  asio::io_context io;
  std::string won;
  async_happy_eyeballs(io, 1ms, forget,
                       connectors_of(after(9h, std::string("a")), after(1ms, std::string("b"))),
                       [&](error_code c, std::string s) { won = c ? "none" : s; });
  CHECK(won.empty());
  io.run();
  CHECK(won == "b");
}

TEST_CASE("async_happy_eyeballs tells the first one's code, and a stop's") {
  asio::io_context io;
  error_code refused, nothing, stopped_code;
  asio::cancellation_signal signal;
  const auto note_in = [](error_code& to) { return [&to](error_code c, auto&&) { to = c; }; };
  async_happy_eyeballs(io, 1ms, forget, connectors_of(is_refused(), is_refused()),
                       note_in(refused));
  async_happy_eyeballs(io.get_executor(), 1ms, forget, std::vector<task<std::string>>(),
                       note_in(nothing));
  async_happy_eyeballs(io, 1ms, forget,
                       connectors_of(after(9h, std::string("a")), after(9h, std::string("b"))),
                       asio::bind_cancellation_slot(signal.slot(), note_in(stopped_code)));
  asio::post(io, [&] { signal.emit(asio::cancellation_type::total); });
  io.run();
  CHECK(refused == asio::error::connection_refused);
  CHECK(nothing == asio::error::not_found);
  CHECK(stopped_code == asio::error::operation_aborted);
}

TEST_CASE("async_happy_eyeballs of sockets, with a future: an error has no socket") {
  const no_file_is_left check;
  asio::io_context io;
  const loopback_port server({.listens = {"127.0.0.1"}});
  std::vector<task<tcp::socket>> all;
  all.push_back(connect_to(io.get_executor(), endpoint_of(server)));
  auto close = [kept = std::make_shared<int>()](tcp::socket&&) noexcept {};
  auto later = async_happy_eyeballs(io, 250ms, close, std::move(all), asio::use_future);
  io.run();
  std::optional<tcp::socket> socket = later.get();
  CHECK((socket && socket->is_open()));
}

TEST_CASE("co_spawn takes any operation") {
  asio::io_context io;
  ending<int> in_time, first;
  co_spawn(io, timeout(after(1ms, 42), 9h), into(in_time));
  co_spawn(io.get_executor(), race(after(9h, 1), after(1ms, 2)), into(first));
  io.run();
  CHECK(in_time.value == 42);
  CHECK(first.value == 2);
}
