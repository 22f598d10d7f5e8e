// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Addresses and routes on POSIX systems: getifaddrs, and a UDP socket that is connected.

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <optional>

#include "../../endpoint.hpp"
#include "../system_addresses.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/udp.hpp)
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Closes a file descriptor, unless it is negative.
class file_descriptor {
 public:
  explicit file_descriptor(int number) noexcept : number_(number) {}

  file_descriptor(const file_descriptor&) = delete;

  ~file_descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const noexcept { return number_; }

 private:
  int number_;
};

/// Four system calls.
inline std::optional<ip_address> find_source_address(const ip_address& destination) noexcept {
  using asio::ip::udp;
  constexpr unsigned short any_port = 9;  // port 0 is no destination on some systems
  const udp::endpoint to(to_asio(destination), any_port);

#ifdef SOCK_CLOEXEC
  constexpr int datagrams = SOCK_DGRAM | SOCK_CLOEXEC;
#else
  constexpr int datagrams = SOCK_DGRAM;  // macOS: a program that is started now has a copy
#endif
  const file_descriptor socket(::socket(to.protocol().family(), datagrams, IPPROTO_UDP));
  if (socket.number() < 0) return std::nullopt;
  if (::connect(socket.number(), to.data(), socklen_t(to.size())) != 0) return std::nullopt;

  udp::endpoint from;
  auto size = socklen_t(from.capacity());
  if (::getsockname(socket.number(), from.data(), &size) != 0) return std::nullopt;
  return to_ip_address(from.address());
}

/// The address of an interface, if it is one of IPv6 or IPv4.
inline std::optional<ip_address> address_of_interface(const ifaddrs& interface) noexcept {
  if (!interface.ifa_addr) return std::nullopt;
  switch (interface.ifa_addr->sa_family) {
    case AF_INET6: {
      sockaddr_in6 a;
      std::memcpy(&a, interface.ifa_addr, sizeof a);
      ip_address::v6_bytes bytes;
      std::memcpy(bytes.data(), &a.sin6_addr, bytes.size());
      return ip_address(bytes);
    }
    case AF_INET: {
      sockaddr_in a;
      std::memcpy(&a, interface.ifa_addr, sizeof a);
      ip_address::v4_bytes bytes;
      std::memcpy(bytes.data(), &a.sin_addr, bytes.size());
      return ip_address(bytes);
    }
    default: return std::nullopt;
  }
}

inline bool tell_addresses(address_listener listener, void* of) noexcept {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return false;

  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
  for (const ifaddrs* interface = list; interface; interface = interface->ifa_next) {
    const bool is_up = (interface->ifa_flags & IFF_UP) != 0;
    const bool is_loopback = (interface->ifa_flags & IFF_LOOPBACK) != 0;
    if (!is_up || is_loopback) continue;
    const std::optional<ip_address> address = address_of_interface(*interface);
    if (address) listener(of, *address);
  }
  return true;
}

inline bool is_interface(unsigned number) noexcept {
  char name[IF_NAMESIZE];
  return ::if_indextoname(number, name) != nullptr;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
