// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_CONNECTS_HPP
#define EYEBALLS_TESTS_SUPPORT_CONNECTS_HPP

// Connects, as an Asio operation and as a task, and what they tell.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "asio.hpp"

using strings = std::vector<std::string>;

/// What a handler of `async_connect` was told.
struct told {
  void operator()(error_code c, tcp::socket s) {
    code = c;
    socket.emplace(std::move(s));
    ++calls;
  }

  int calls = 0;
  error_code code;
  std::optional<tcp::socket> socket;
};

inline told connect_in(asio::io_context& io, const std::string& host, const std::string& service,
                       connect_options options = {}) {
  told t;
  async_connect(io, host, service, options, into(t));
  CHECK(t.calls == 0);
  io.restart();
  io.run();
  CHECK(t.calls == 1);
  return t;
}

/// How `connect` ended, as a task.
struct end_of_connect {
  bool connected = false;
  error why{std::error_code()};
};

inline task<end_of_connect> try_connect(asio::io_context& io, std::string host, std::string service,
                                        connect_options options) {
  auto r = co_await as_result(connect(io.get_executor(), host, service, options));
  end_of_connect e;
  e.connected = r.has_value();
  if (!r) e.why = r.error();
  co_return e;
}

inline end_of_connect connect_as_task(asio::io_context& io, const std::string& host,
                                      const std::string& service, connect_options options = {}) {
  auto end = run_in(io, try_connect(io, host, service, options));
  CHECK(!end.why);
  return *end.value;
}

/// Notes what it is told.
class observer : public attempt_observer<tcp::endpoint> {
 public:
  strings log;

 private:
  void started(std::size_t index, const tcp::endpoint& e) noexcept override {
    log.push_back(std::to_string(index) + " starts " + e.address().to_string());
  }

  void ended(std::size_t index, const tcp::endpoint&, bool connected,
             const error* why) noexcept override {
    log.push_back(std::to_string(index) + (connected ? " connected"
                                           : why     ? " failed: " + why->code().message()
                                                     : " stopped"));
  }
};

inline std::string refused_text() {
  return std::make_error_code(std::errc::connection_refused).message();
}

/// Answers as a test says.
class scripted_resolver final : public resolver<tcp::endpoint> {
 public:
  std::vector<tcp::endpoint> v6, v4;
  int queries = 0;

 private:
  task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                           address_family family) override {
    ++queries;
    co_return family == address_family::v4 ? v4 : v6;
  }
};

#endif
