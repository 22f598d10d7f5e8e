// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A protocol in which the server speaks first, as SMTP does: a connection counts when the greeting is
// there. Here the first address of the server accepts, and never says a word. A proxy's consent (SOCKS,
// HTTP CONNECT) would be such a stage, too.

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>
#include <vector>

using eyeballs::address_family;
using eyeballs::fail;
using eyeballs::task;
using eyeballs::tcp;
using eyeballs::use_task;
using namespace std::chrono_literals;

struct session {
  session(tcp::socket s, std::string line) : socket(std::move(s)), greeting(std::move(line)) {}

  tcp::socket socket;
  std::string greeting;
};

/// Makes a session of a connected socket.
task<session> greeted(tcp::socket socket) {
  std::string line;
  const std::size_t length =
      co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n', use_task);
  line.resize(length - 1);
  if (!line.starts_with("220 ")) co_return fail(std::errc::protocol_error, "the server: " + line);
  co_return session(std::move(socket), line.substr(4));
}

/// Both servers have the name.
class two_addresses : public eyeballs::resolver<tcp::endpoint> {
 public:
  explicit two_addresses(std::vector<tcp::endpoint> all) : all_(std::move(all)) {}

  task<std::vector<tcp::endpoint>> resolve(std::string, std::string, address_family f) override {
    co_return f == address_family::v4 ? all_ : std::vector<tcp::endpoint>();
  }

 private:
  std::vector<tcp::endpoint> all_;
};

task<> program(asio::io_context& context, tcp::acceptor& mute, tcp::acceptor& kind) {
  two_addresses names({mute.local_endpoint(), kind.local_endpoint()});
  const session s =
      co_await eyeballs::connect(context.get_executor(), "mail.example", "smtp", greeted,
                                 {.attempt_delay = 50ms, .resolver = &names});
  std::cout << "greeted by " << s.greeting << '\n';
}

int main() {
  asio::io_context context(1);
  const tcp::endpoint any_port(asio::ip::address_v4::loopback(), 0);
  tcp::acceptor mute(context, any_port);
  tcp::acceptor kind(context, any_port);
  kind.async_accept([](asio::error_code failed, tcp::socket client) {
    if (!failed) asio::write(client, asio::buffer("220 the kind server\n", 20));
  });
  eyeballs::co_spawn(context, program(context, mute, kind), [](std::exception_ptr failed) {
    if (failed) std::rethrow_exception(failed);
  });
  context.run();
}
