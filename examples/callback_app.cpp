// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// An Asio application that has callbacks and no coroutines. It connects to a server, and prints the
// line that it says. callback_app_before.cpp and callback_app.cpp differ by an include and one word.
//
//     callback_app HOST PORT        or without arguments, to a server of its own

#include <asio/buffer.hpp>
#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <memory>
#include <string>

using asio::error_code;
using asio::ip::tcp;

class client : public std::enable_shared_from_this<client> {
 public:
  explicit client(asio::io_context& context) : resolver_(context), socket_(context) {}

  void start(const std::string& host, const std::string& port) {
    resolver_.async_resolve(host, port, [self = shared_from_this()](error_code ec, auto found) {
      if (ec) return self->fail("resolve", ec);
      const auto connected = [self](error_code failed, const tcp::endpoint&) {
        if (failed) return self->fail("connect", failed);
        self->receive();
      };
      eyeballs::async_connect(self->socket_, found, connected);
    });
  }

  bool succeeded() const { return succeeded_; }

 private:
  void receive() {
    asio::async_read_until(socket_, asio::dynamic_buffer(line_), '\n',
                           [self = shared_from_this()](error_code ec, std::size_t length) {
                             if (ec) return self->fail("receive", ec);
                             std::cout << "answer: " << self->line_.substr(0, length);
                             self->succeeded_ = true;
                           });
  }

  void fail(const char* what, error_code ec) { std::cerr << what << ": " << ec.message() << '\n'; }

  tcp::resolver resolver_;
  tcp::socket socket_;
  std::string line_;
  bool succeeded_ = false;
};

int main(int argc, char** argv) {
  if (argc != 1 && argc != 3) {
    std::cerr << "usage: callback_app [HOST PORT]\n";
    return 2;
  }
  asio::io_context context(1);
  tcp::acceptor server(context, {asio::ip::address_v4::loopback(), 0});
  server.async_accept([](error_code ec, tcp::socket peer) {
    if (!ec) asio::write(peer, asio::buffer("hello\n", 6));
  });

  const auto app = std::make_shared<client>(context);
  if (argc == 3) {
    server.close();
    app->start(argv[1], argv[2]);
  } else {
    app->start("localhost", std::to_string(server.local_endpoint().port()));
  }
  context.run();
  return app->succeeded() ? 0 : 1;
}
