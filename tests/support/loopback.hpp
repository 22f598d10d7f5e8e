// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_LOOPBACK_HPP
#define EYEBALLS_TESTS_SUPPORT_LOOPBACK_HPP

// Servers on loopback, and ports where there is none. They need neither Asio nor Catch2. A port is
// never free: at each address that somebody may connect to, a socket of ours holds it.

#include <array>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace support {

/// A file descriptor, closed at its end.
class descriptor {
 public:
  explicit descriptor(int number = -1) noexcept : number_(number) {}

  descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  ~descriptor();

  int get() const noexcept { return number_; }

 private:
  int number_;
};

/// Whether this machine has ::1.
bool has_ipv6();

using loopback_addresses = std::vector<std::string>;
/// All that tests connect to.
extern const loopback_addresses everywhere;

/// One port of several addresses, like 127.0.0.2 or ::1 (left out where there is no IPv6).
class loopback_port {
 public:
  struct roles {
    loopback_addresses listens{};  ///< somebody listens, and accepts nobody
    loopback_addresses refuses{};  ///< nobody listens
    loopback_addresses silent{};   ///< somebody listens, but the queue is full: no answer
  };

  explicit loopback_port(const roles& at);

  unsigned short number() const noexcept { return number_; }

  std::string port() const { return std::to_string(number_); }

  /// The first of those that listen.
  int listener(std::size_t i = 0) const noexcept { return sockets_[i].get(); }

 private:
  bool hold(const roles& at);
  bool hold(const loopback_addresses& all);
  void listen(std::size_t first, std::size_t count, int queue);
  void fill_queue(std::size_t listener);

  unsigned short number_ = 0;
  std::vector<descriptor> sockets_;
};

/// Listens at 127.0.0.1.
class listening_port : public loopback_port {
 public:
  listening_port() : loopback_port({.listens = {"127.0.0.1"}}) {}
};

/// Refuses everywhere.
class refusing_port : public loopback_port {
 public:
  refusing_port() : loopback_port({.refuses = everywhere}) {}
};

/// Is silent at 127.0.0.1, and refuses at ::1.
class silent_port : public loopback_port {
 public:
  silent_port() : loopback_port({.refuses = {"::1"}, .silent = {"127.0.0.1"}}) {}
};

/// Accepts all who come to 127.0.0.1 to 127.0.0.4, on a thread of its own, as fast as a storm of
/// connects needs it, and leaves no TIME_WAIT behind. It refuses at 127.0.0.200 and ::1.
class accepting_server {
 public:
  static constexpr std::size_t addresses = 4;
  accepting_server();
  accepting_server(const accepting_server&) = delete;
  ~accepting_server();

  std::string port() const { return port_.port(); }

  static std::string address(std::size_t i) { return "127.0.0." + std::to_string(1 + i); }

  /// Closes what the clients have closed. How many connections are left?
  std::size_t forget_closed();

 private:
  void serve();
  void keep(int connection);

  loopback_port port_;
  descriptor wakes_[2];
  std::mutex mutex_;
  std::deque<int> kept_;  // a reset before the client has seen its connection would be its failure
  std::thread thread_;
};

/// Where there is somebody, nobody, and somebody who says nothing.
struct loopback_servers {
  accepting_server accepts;
  refusing_port refuses;
  silent_port hangs;
};

}  // namespace support

#endif
