// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// run_on: Happy Eyeballs on sockets that block, with each call on a thread pool. The functions are
// those of the program at the end of missionary's guide to Happy Eyeballs: `connector`,
// `endpoints`, `connectors`, `close` and `connect`.
//
//     guide HOST PORT        or without arguments, to a socket of its own

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/thread_pool.hpp>
#include <cerrno>
#include <cstring>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

using eyeballs::happy_eyeballs;
using eyeballs::run_on;
using eyeballs::task;
using namespace std::chrono_literals;

// What Java's standard library has for the guide: addresses, and sockets that block.

struct address {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

class socket_handle {
 public:
  explicit socket_handle(int fd) : fd_(fd) {
    if (fd < 0) throw std::system_error(errno, std::system_category(), "socket");
  }

  socket_handle(socket_handle&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

  ~socket_handle() { close(); }

  int fd() const noexcept { return fd_; }

  void close() noexcept {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

std::vector<address> get_all_by_name(const std::string& host, const std::string& port) {
  addrinfo hints{};
  addrinfo* list = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (const int failed = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &list))
    throw std::runtime_error(host + ' ' + port + ": " + ::gai_strerror(failed));
  std::vector<address> found;
  for (const addrinfo* a = list; a; a = a->ai_next) {
    address& each = found.emplace_back();
    std::memcpy(&each.storage, a->ai_addr, each.size = a->ai_addrlen);
  }
  ::freeaddrinfo(list);
  return found;
}

/// Blocks, until it is connected or a stop shuts it down: losers are awaited, so they must hear it.
socket_handle open_socket(eyeballs::on_threads::stop_token stop, const address& to) {
  socket_handle socket(::socket(to.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const eyeballs::on_threads::stop_callback on_stop(stop,
                                                    [&] { ::shutdown(socket.fd(), SHUT_RDWR); });
  if (::connect(socket.fd(), reinterpret_cast<const sockaddr*>(&to.storage), to.size) < 0)
    throw std::system_error(errno, std::system_category(), "connect");
  return socket;
}

// The guide's program.

namespace guide {

asio::thread_pool blk(16);

auto connector(address to) { return run_on(blk, open_socket, to); }

auto endpoints(std::string host, std::string port) {
  return run_on(blk, get_all_by_name, std::move(host), std::move(port));
}

using connector_list = std::vector<decltype(connector({}))>;

task<connector_list> connectors(std::string host, std::string port) {
  connector_list list;
  for (const address& each : co_await endpoints(std::move(host), std::move(port)))
    list.push_back(connector(each));
  co_return list;
}

void close(socket_handle&& socket) noexcept { socket.close(); }

task<socket_handle> connect(std::string host, std::string port, eyeballs::duration delay) {
  auto each = co_await connectors(std::move(host), std::move(port));
  co_return co_await happy_eyeballs(delay, close, std::move(each));
}

}  // namespace guide

int main(int argc, char** argv) {
  if (argc != 1 && argc != 3) {
    std::cerr << "usage: guide [HOST PORT]\n";
    return 2;
  }
  asio::io_context context(1);
  const eyeballs::tcp::acceptor here(context, {asio::ip::address_v4::loopback(), 0});
  const std::string host = argc == 3 ? argv[1] : "localhost";
  const std::string port = argc == 3 ? argv[2] : std::to_string(here.local_endpoint().port());

  int status = 0;
  const auto report = [&](const eyeballs::outcome<socket_handle>& end) {
    if (end) {
      std::cout << "connected to " << host << ' ' << port << '\n';
    } else {
      std::cerr << end.error().message() << '\n';
      status = 1;
    }
  };
  const auto program = [&]() -> task<> {
    report(co_await as_outcome(guide::connect(host, port, 300ms)));
  };
  eyeballs::co_spawn(context, program(), asio::detached);
  context.run();
  return status;
}
