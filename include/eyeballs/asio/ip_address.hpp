// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Asio's addresses as ours, and back.
//
//     sorted = sort_destinations(std::move(endpoints), address_of, source_of);

#include "../endpoints/ip_address.hpp"
#include "config.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/address.hpp)
#include EYEBALLS_ASIO_HEADER(ip/tcp.hpp)
// clang-format on

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {

/// With its scope id. An IPv4-mapped IPv6 address is the IPv4 address.
inline ip_address to_ip_address(const asio::ip::address& address) noexcept {
  if (address.is_v4()) return ip_address(ip_address::v4_bytes(address.to_v4().to_bytes()));
  const asio::ip::address_v6 v6 = address.to_v6();
  return ip_address(ip_address::v6_bytes(v6.to_bytes()), std::uint32_t(v6.scope_id()));
}

/// The address of an endpoint.
inline ip_address address_of(const asio::ip::tcp::endpoint& endpoint) noexcept {
  return to_ip_address(endpoint.address());
}

/// With its scope id.
inline asio::ip::address to_asio(const ip_address& address) noexcept {
  if (address.is_v4()) return asio::ip::address_v4(address.to_v4());
  return asio::ip::address_v6(address.bytes(), address.scope_id());
}

}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
