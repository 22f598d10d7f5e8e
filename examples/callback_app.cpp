// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// async_connect in an Asio application that has callbacks and no coroutines: it stands where a
// lookup and asio::async_connect stood. The program sends a line and prints the line that comes
// back.
//
//     callback_app HOST PORT        or without arguments, to an echo server of its own

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

using eyeballs::error_code;
using eyeballs::tcp;

class client : public std::enable_shared_from_this<client> {
 public:
  explicit client(asio::io_context& context) : context_(context), socket_(context) {}

  void start(const std::string& host, const std::string& port) {
    // It was, with a resolver beside the socket, and a lambda within a lambda:
    //
    //     resolver_.async_resolve(host, port, [...](error_code ec, auto endpoints) {
    //       if (ec) return fail("resolve", ec);
    //       asio::async_connect(socket_, endpoints, [...](error_code ec, auto) { ... });
    //     });
    eyeballs::async_connect(context_, host, port,
                            [self = shared_from_this()](error_code ec, tcp::socket socket) {
                              if (ec) return self->fail("connect", ec);
                              self->socket_ = std::move(socket);
                              self->send();
                            });
  }

  bool succeeded() const { return succeeded_; }

 private:
  void send() {
    asio::async_write(socket_, asio::buffer(line_),
                      [self = shared_from_this()](error_code ec, std::size_t) {
                        if (ec) return self->fail("send", ec);
                        self->receive();
                      });
  }

  void receive() {
    asio::async_read_until(socket_, asio::dynamic_buffer(answer_), '\n',
                           [self = shared_from_this()](error_code ec, std::size_t length) {
                             if (ec) return self->fail("receive", ec);
                             std::cout << "answer: " << self->answer_.substr(0, length);
                             self->succeeded_ = true;
                           });
  }

  void fail(const char* what, error_code ec) { std::cerr << what << ": " << ec.message() << '\n'; }

  asio::io_context& context_;
  tcp::socket socket_;
  const std::string line_ = "hello\n";
  std::string answer_;
  bool succeeded_ = false;
};

/// Answers one client with the line that it sends.
class echo_server {
 public:
  explicit echo_server(asio::io_context& context)
      : acceptor_(context, {asio::ip::address_v4::loopback(), 0}), socket_(context) {
    acceptor_.async_accept(socket_, [this](error_code ec) {
      if (ec) return;
      asio::async_read_until(
          socket_, asio::dynamic_buffer(line_), '\n', [this](error_code failed, std::size_t) {
            if (failed) return;
            asio::async_write(socket_, asio::buffer(line_), [](error_code, std::size_t) {});
          });
    });
  }

  std::string port() const { return std::to_string(acceptor_.local_endpoint().port()); }

 private:
  tcp::acceptor acceptor_;
  tcp::socket socket_;
  std::string line_;
};

int main(int argc, char** argv) {
  if (argc != 1 && argc != 3) {
    std::cerr << "usage: callback_app [HOST PORT]\n";
    return 2;
  }
  asio::io_context context(1);
  std::optional<echo_server> server;
  if (argc == 1) server.emplace(context);

  const auto app = std::make_shared<client>(context);
  app->start(argc == 3 ? argv[1] : "localhost", argc == 3 ? argv[2] : server->port());
  context.run();
  return app->succeeded() ? 0 : 1;
}
