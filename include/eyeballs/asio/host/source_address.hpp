// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which of its addresses the host would send from: what RFC 6724, section 6, asks of a destination.
//
//     sorted = sort_destinations(std::move(endpoints), address_of, source_address_of);

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <optional>

#include "../../address/ip_address.hpp"
#include "../config.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/udp.hpp)
// clang-format on
#include "../endpoint.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The kernel's choice (RFC 6724, section 5); none if there is no route to `destination`, or no
/// address to send from. A UDP socket is connected, which sends nothing: 4 system calls, and none
/// that waits.
inline std::optional<ip_address> source_address_of(const ip_address& destination) noexcept {
  using detail::asio::ip::udp;
  constexpr unsigned short any_port = 9;  // port 0 is no destination on some systems
  const udp::endpoint to(to_asio(destination), any_port);

  const struct descriptor {
    ~descriptor() {
      if (number >= 0) ::close(number);
    }

    const int number;
  } socket{::socket(to.protocol().family(), SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP)};

  if (socket.number < 0) return std::nullopt;
  if (::connect(socket.number, to.data(), socklen_t(to.size())) != 0) return std::nullopt;
  udp::endpoint from;
  auto size = socklen_t(from.capacity());
  if (::getsockname(socket.number, from.data(), &size) != 0) return std::nullopt;
  return to_ip_address(from.address());
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
