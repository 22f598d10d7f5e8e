// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_GREETING_HPP
#define EYEBALLS_TESTS_SUPPORT_GREETING_HPP

// Servers that greet, and a stage of a connect that waits for the greeting.

#include <deque>
#include <string>
#include <utility>

#include "connects.hpp"

/// Accepts all who come, and says a line to each, or nothing.
class greeter {
 public:
  greeter(asio::io_context& io, std::string line,
          asio::ip::address at = asio::ip::address_v4::loopback())
      : acceptor_(io, {at, 0}), line_(std::move(line)) {
    accept();
  }

  greeter(const greeter&) = delete;

  tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  std::string port() const { return port_of(acceptor_); }

  std::size_t clients() const { return clients_.size(); }

 private:
  void accept() {
    acceptor_.async_accept([this](error_code failed, tcp::socket client) {
      if (failed) return;
      asio::write(clients_.emplace_back(std::move(client)), asio::buffer(line_));
      accept();
    });
  }

  tcp::acceptor acceptor_;
  std::string line_;
  std::deque<tcp::socket> clients_;
};

/// What a greeting makes of a socket. There is none without a greeting, and its move may throw.
class session {
 public:
  session(tcp::socket s, std::string who) : socket(std::move(s)), server(std::move(who)) {}

  session(session&& other) noexcept(false)
      : socket(std::move(other.socket)), server(std::move(other.server)) {}

  tcp::socket socket;
  std::string server;
};

/// Wants "hello from NAME".
inline task<session> greet(tcp::socket socket) {
  std::string line(64, '\0');
  std::size_t length = 0;
  while (length == 0 || line[length - 1] != '\n')
    length += co_await socket.async_read_some(
        asio::buffer(line.data() + length, line.size() - length), use_task);
  line.resize(length - 1);
  if (!line.starts_with("hello from "))
    co_return fail(std::errc::protocol_error, "the server says " + line);
  co_return session(std::move(socket), line.substr(11));
}

/// Runs a task on a context to its end, while servers go on.
template <class T> ending<T> run_beside_servers(asio::io_context& io, task<T> t) {
  ending<T> end;
  co_spawn(io, std::move(t), into(end));
  io.restart();
  while (end.calls == 0) io.run_one();
  return end;
}

/// How a connect with an `establish` ended.
struct end_of_session {
  std::string server;  // empty, if there is no session
  error why{std::error_code()};
};

template <class Establish>
task<end_of_session> try_session(asio::io_context& io, std::string host, std::string service,
                                 Establish establish, connect_options options) {
  auto r = co_await as_result(connect(io.get_executor(), host, service, establish, options));
  end_of_session e;
  if (r) e.server = r->server;
  else e.why = r.error();
  co_return e;
}

template <class Establish>
end_of_session session_with(asio::io_context& io, const std::string& host,
                            const std::string& service, Establish establish,
                            connect_options options = {}) {
  auto end = run_beside_servers(io, try_session(io, host, service, establish, options));
  CHECK(!end.why);
  REQUIRE(end.value);
  return *end.value;
}

#endif
