// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which of its addresses the host would send from: what RFC 6724, section 6, asks of a destination.
//
//     sorted = sort_destinations(std::move(endpoints), address_of, source_address_of);

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>

#include "../../address/ip_address.hpp"
#include "../config.hpp"
#include "../endpoint.hpp"

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

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The address that the kernel chooses to send from (RFC 6724, section 5); `std::nullopt` if there
/// is no route to `destination`, or no address to send from. It connects a UDP socket, which sends
/// nothing: four system calls, none of which waits.
inline std::optional<ip_address> source_address_of(const ip_address& destination) noexcept {
  using detail::asio::ip::udp;
  constexpr unsigned short any_port = 9;  // port 0 is no destination on some systems
  const udp::endpoint to(to_asio(destination), any_port);

  const int family = to.protocol().family();
  const detail::file_descriptor socket(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP));
  if (socket.number() < 0) return std::nullopt;
  if (::connect(socket.number(), to.data(), socklen_t(to.size())) != 0) return std::nullopt;

  udp::endpoint from;
  auto size = socklen_t(from.capacity());
  if (::getsockname(socket.number(), from.data(), &size) != 0) return std::nullopt;
  return to_ip_address(from.address());
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
