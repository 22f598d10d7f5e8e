// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Connectors of one's own: TCP, and then a greeting. Any task can be a connector, so an attempt
// succeeds here when the server has greeted us. A server that accepts and then says nothing costs
// one delay, and not the connection. A TLS handshake would take the place of the greeting.

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>
#include <tuple>
#include <vector>

using eyeballs::as_result;
using eyeballs::fail;
using eyeballs::happy_eyeballs;
using eyeballs::race;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;
using namespace std::chrono_literals;

struct session {
  session(tcp::socket s, std::string who) : socket(std::move(s)), server(std::move(who)) {}

  tcp::socket socket;
  std::string server;
};

/// One attempt: connects, says hello, and wants "hello from NAME".
task<session> open_session(asio::any_io_executor executor, tcp::endpoint endpoint) {
  tcp::socket socket = co_await eyeballs::connect_to(executor, endpoint);
  co_await asio::async_write(socket, asio::buffer("hello\n", 6), use_task);
  std::string line;
  const std::size_t length =
      co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n', use_task);
  line.resize(length - 1);
  if (!line.starts_with("hello from "))
    co_return fail(std::errc::protocol_error, eyeballs::to_string(endpoint) + " said " + line);
  co_return session(std::move(socket), line.substr(11));
}

/// Sends `greeting` to each client, or nothing, and keeps the line open until it hangs up.
task<session> serve(tcp::acceptor& acceptor, std::string greeting) {
  for (;;) {
    tcp::socket client = co_await acceptor.async_accept(use_task);
    co_await asio::async_write(client, asio::buffer(greeting), use_task);
    std::string heard;
    std::ignore = co_await as_result(  // an error, when the client hangs up
        asio::async_read_until(client, asio::dynamic_buffer(heard), "bye", use_task));
  }
}

task<> program(asio::io_context& context) {
  const tcp::endpoint any_port(asio::ip::address_v4::loopback(), 0);
  tcp::acceptor rude(context, any_port);
  tcp::acceptor mute(context, any_port);
  tcp::acceptor kind(context, any_port);

  std::vector<task<session>> connectors;
  for (const tcp::acceptor* a : {&rude, &mute, &kind})
    connectors.push_back(open_session(context.get_executor(), a->local_endpoint()));

  // The servers never succeed, so the client's success is the one that ends the race.
  const auto first =
      co_await race(happy_eyeballs(50ms, std::move(connectors)), serve(rude, "go away\n"),
                    serve(mute, ""), serve(kind, "hello from the kind server\n"));
  std::cout << "a session with " << first.server << " at "
            << eyeballs::to_string(first.socket.remote_endpoint()) << '\n';
}

int main() {
  asio::io_context context(1);
  eyeballs::co_spawn(context, program(context), [](std::exception_ptr failed) {
    if (failed) std::rethrow_exception(failed);
  });
  context.run();
}
