// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The ports of support/loopback.hpp by Winsock.

#include "support/loopback.hpp"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <cstring>
#include <stdexcept>
#include <system_error>

namespace support {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(::WSAGetLastError(), std::system_category(), what);
}

/// Winsock is there from the first socket on.
SOCKET open_socket(int family) {
  static const int started = [] {
    WSADATA data;
    return ::WSAStartup(MAKEWORD(2, 2), &data);
  }();
  if (started != 0) throw std::system_error(started, std::system_category(), "WSAStartup");
  return ::WSASocketW(family, SOCK_STREAM, IPPROTO_TCP, nullptr, 0,
                      WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
}

descriptor new_socket(int family) {
  const SOCKET socket = open_socket(family);
  if (socket == INVALID_SOCKET) fail("socket");
  return descriptor(static_cast<int>(socket));  // a handle has 32 bits that count
}

SOCKET native(const descriptor& socket) { return static_cast<SOCKET>(socket.get()); }

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
    if (::getsockname(native(bound), get(), &size_) != 0) fail("getsockname");
  }

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&any_); }

  int size() const { return size_; }

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
  int size_ = 0;
};

constexpr int tries_for_a_port = 100;

}  // namespace

descriptor::~descriptor() {
  if (number_ >= 0) ::closesocket(native(*this));
}

bool has_ipv6() {
  static const bool has = [] {
    const descriptor socket(static_cast<int>(open_socket(AF_INET6)));
    socket_address any("::1", 0);
    return socket.get() >= 0 && ::bind(native(socket), any.get(), any.size()) == 0;
  }();
  return has;
}

const loopback_addresses everywhere{"127.0.0.1", "127.0.0.2", "::1"};

loopback_port::loopback_port(const roles& at) {
  for (int tries = 0; !hold(at);)
    if (++tries == tries_for_a_port) throw std::runtime_error("no port is free on all addresses");
  const std::size_t first_silent = sockets_.size() - at.silent.size();
  listen(0, at.listens.size(), SOMAXCONN);
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
    if (::bind(native(socket), address.get(), address.size()) != 0) {
      if (::WSAGetLastError() == WSAEADDRINUSE) return false;
      fail("bind");
    }
    number_ = socket_address(socket).port();
    sockets_.push_back(std::move(socket));
  }
  return true;
}

void loopback_port::listen(std::size_t first, std::size_t count, int queue) {
  for (std::size_t i = first; i < first + count; ++i)
    if (::listen(native(sockets_[i]), queue) != 0) fail("listen");
}

void loopback_port::fill_queue(std::size_t listener) {
  for (int i = 0; i < 4; ++i) {
    socket_address to(sockets_[listener]);
    descriptor client = new_socket(to.family());
    u_long yes = 1;
    ::ioctlsocket(native(client), FIONBIO, &yes);
    ::connect(native(client), to.get(), to.size());
    sockets_.push_back(std::move(client));
  }
}

}  // namespace support
