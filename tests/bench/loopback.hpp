// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_LOOPBACK_HPP
#define EYEBALLS_TESTS_BENCH_LOOPBACK_HPP

// Who is at the other end, on loopback. Nobody runs: the kernel accepts, refuses or says nothing,
// so that no instruction and no system call of a server is in the figures.

#include <array>
#include <asio/io_context.hpp>
#include <asio/ip/address_v4.hpp>
#include <asio/ip/tcp.hpp>

namespace bench {

using asio::ip::tcp;

inline asio::ip::address_v4 loopback(unsigned last_bytes = 1) {
  return asio::ip::address_v4((127U << 24) | last_bytes);
}

/// Connections stay in its backlog, which the kernel holds to net.core.somaxconn.
class accepting {
 public:
  static constexpr int most = 4096;

  explicit accepting(asio::ip::address_v4 address = loopback()) {
    acceptor_.open(tcp::v4());
    acceptor_.bind({address, 0});
    acceptor_.listen(most);
  }

  tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

 private:
  asio::io_context io_;
  tcp::acceptor acceptor_{io_};
};

/// A port that is bound, but where nobody listens.
class refusing {
 public:
  refusing() : socket_(io_, {loopback(), 0}) {}

  tcp::endpoint endpoint() const { return socket_.local_endpoint(); }

 private:
  asio::io_context io_;
  tcp::socket socket_;
};

/// Its backlog is full: who connects to it hears nothing.
class silent {
 public:
  silent() {
    acceptor_.open(tcp::v4());
    acceptor_.bind({loopback(), 0});
    acceptor_.listen(0);
    for (tcp::socket& s : filling_) {
      s.open(tcp::v4());
      s.async_connect(endpoint(), [](asio::error_code) {});
    }
  }

  tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

 private:
  asio::io_context io_;
  tcp::acceptor acceptor_{io_};
  std::array<tcp::socket, 4> filling_{tcp::socket(io_), tcp::socket(io_), tcp::socket(io_),
                                      tcp::socket(io_)};
};

}  // namespace bench

#endif
