// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_THREADS_LOOPBACK_HPP
#define EYEBALLS_TESTS_THREADS_LOOPBACK_HPP

// Servers on loopback that keep up with a storm of connects and leave no TIME_WAIT behind; and what
// the process holds. A getaddrinfo of the tests' own knows these names, and asks the system for all
// others:
//
//     second.test       127.0.0.200, where nobody listens, and 127.0.0.1
//     late.test         127.0.0.1, after some milliseconds

#include <array>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace threads {

/// Accepts all who come to 127.0.0.1 to 127.0.0.4, on a thread of its own.
class accepting_server {
 public:
  static constexpr std::size_t addresses = 4;
  accepting_server();
  accepting_server(const accepting_server&) = delete;
  ~accepting_server();
  /// The same port everywhere.
  std::string port() const { return std::to_string(port_); }
  static std::string address(std::size_t i) { return "127.0.0." + std::to_string(1 + i); }
  /// Closes what the clients have closed. How many connections are left?
  std::size_t forget_closed();
 private:
  bool listen_everywhere();
  void serve();
  void keep(int connection);

  std::array<int, addresses> listeners_;
  int wakes_[2];
  unsigned short port_ = 0;
  std::mutex mutex_;
  std::deque<int> kept_;  // a reset before the client has seen its connection would be its failure
  std::thread thread_;
};

/// A port of 127.0.0.1 that is bound, but where nobody listens.
class refusing_port {
 public:
  refusing_port();
  refusing_port(const refusing_port&) = delete;
  ~refusing_port();
  std::string port() const { return std::to_string(port_); }
 private:
  int socket_;
  unsigned short port_;
};

/// A listener of 127.0.0.1 whose queue is full: who connects to it hears nothing.
class silent_server {
 public:
  silent_server();
  silent_server(const silent_server&) = delete;
  ~silent_server();
  std::string port() const { return std::to_string(port_); }
 private:
  std::array<int, 5> sockets_;
  unsigned short port_;
};

/// Where there is somebody, nobody, and somebody who says nothing.
struct network {
  accepting_server accepts;
  refusing_port refuses;
  silent_server hangs;
};

/// How many entries a directory like /proc/self/fd has.
std::size_t entries(const char* directory);
inline std::size_t open_descriptors() { return entries("/proc/self/fd"); }
/// The memory that the process occupies, in kB.
std::size_t resident_kilobytes();
/// Waits until no more than `count` threads are left; false, if that takes too long.
bool threads_settle(std::size_t count);

}  // namespace threads

#endif
