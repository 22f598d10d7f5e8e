// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "loopback.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace support {
namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

/// An address of either family, as the system's calls take it.
class socket_address {
 public:
  socket_address(const std::string& text, unsigned short port) {
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    v4.sin_family = AF_INET;
    v6.sin6_family = AF_INET6;
    v4.sin_port = v6.sin6_port = htons(port);
    if (::inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) set(v4);
    else if (::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1) set(v6);
    else throw std::invalid_argument(text);
  }

  explicit socket_address(const descriptor& bound) : size_(sizeof any_) {
    checked(::getsockname(bound.get(), get(), &size_), "getsockname");
  }

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&any_); }

  socklen_t size() const { return size_; }

  int family() const { return any_.ss_family; }

  unsigned short port() const {  // at the same place in both
    sockaddr_in v4;
    std::memcpy(&v4, &any_, sizeof v4);
    return ntohs(v4.sin_port);
  }

 private:
  template <class Address> void set(const Address& a) {
    std::memcpy(&any_, &a, sizeof a);
    size_ = sizeof a;
  }

  sockaddr_storage any_{};
  socklen_t size_ = 0;
};

descriptor new_socket(int family) {
  return descriptor(
      checked(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket"));
}

/// At its close: a reset, and no TIME_WAIT, on either side.
void reset_at_close(int socket) {
  const linger none{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
}

void reset(int socket) {
  reset_at_close(socket);
  ::close(socket);
}

bool closed_by_client(int socket) {
  char byte;
  return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0 || errno != EAGAIN;
}

constexpr int tries_for_a_port = 100;
constexpr std::size_t enough = 64;

}  // namespace

descriptor::~descriptor() {
  if (number_ >= 0) ::close(number_);
}

bool has_ipv6() {
  static const bool has = [] {
    const descriptor socket(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
    socket_address any("::1", 0);
    return socket.get() >= 0 && ::bind(socket.get(), any.get(), any.size()) == 0;
  }();
  return has;
}

const loopback_addresses everywhere{"127.0.0.1", "127.0.0.2", "::1"};

loopback_port::loopback_port(const roles& at) {
  for (int tries = 0; !hold(at);)
    if (++tries == tries_for_a_port) throw std::runtime_error("no port is free on all addresses");
  const std::size_t first_silent = sockets_.size() - at.silent.size();
  listen(0, at.listens.size(), 4096);
  listen(first_silent, at.silent.size(), 0);
  for (std::size_t i = 0; i < at.silent.size(); ++i) fill_queue(first_silent + i);
}

bool loopback_port::hold(const roles& at) {
  sockets_.clear();
  number_ = 0;
  return hold(at.listens) && hold(at.refuses) && hold(at.silent);
}

bool loopback_port::hold(const loopback_addresses& all) {
  for (const std::string& text : all) {
    socket_address address(text, number_);
    if (address.family() == AF_INET6 && !has_ipv6()) continue;
    descriptor socket = new_socket(address.family());
    if (::bind(socket.get(), address.get(), address.size()) != 0) {
      if (errno == EADDRINUSE) return false;
      checked(-1, "bind");
    }
    number_ = socket_address(socket).port();
    sockets_.push_back(std::move(socket));
  }
  return true;
}

void loopback_port::listen(std::size_t first, std::size_t count, int queue) {
  for (std::size_t i = first; i < first + count; ++i)
    checked(::listen(sockets_[i].get(), queue), "listen");
}

void loopback_port::fill_queue(std::size_t listener) {
  for (int i = 0; i < 4; ++i) {
    socket_address to(sockets_[listener]);
    descriptor client = new_socket(to.family());
    reset_at_close(client.get());
    ::connect(client.get(), to.get(), to.size());
    sockets_.push_back(std::move(client));
  }
}

accepting_server::accepting_server()
    : port_({.listens = {address(0), address(1), address(2), address(3)},
             .refuses = {"127.0.0.200", "::1"}}) {
  static_assert(addresses == 4);
  int ends[2];
  checked(::pipe2(ends, O_CLOEXEC), "pipe2");
  for (int i = 0; i < 2; ++i) wakes_[i] = descriptor(ends[i]);
  thread_ = std::thread([this] { serve(); });
}

accepting_server::~accepting_server() {
  wakes_[1] = descriptor();  // closed: the thread ends
  thread_.join();
  for (int s : kept_) reset(s);
}

void accepting_server::serve() {
  std::array<pollfd, addresses + 1> polled{};
  for (std::size_t i = 0; i < addresses; ++i) polled[i] = {port_.listener(i), POLLIN, 0};
  polled[addresses] = {wakes_[0].get(), POLLIN, 0};
  while (true) {
    ::poll(polled.data(), polled.size(), -1);
    if (polled[addresses].revents) return;
    for (std::size_t i = 0; i < addresses; ++i)
      for (int s; polled[i].revents && (s = ::accept4(port_.listener(i), nullptr, nullptr,
                                                      SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;)
        keep(s);
  }
}

void accepting_server::keep(int connection) {
  const std::scoped_lock lock(mutex_);
  kept_.push_back(connection);
  for (; kept_.size() > enough && closed_by_client(kept_.front()); kept_.pop_front())
    reset(kept_.front());
}

std::size_t accepting_server::forget_closed() {
  const std::scoped_lock lock(mutex_);
  std::erase_if(kept_, [](int s) { return closed_by_client(s) && (reset(s), true); });
  return kept_.size();
}

}  // namespace support
