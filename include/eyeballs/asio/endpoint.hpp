// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// TCP endpoints, and Asio's addresses as ours and back.
//
//     sorted = sort_destinations(std::move(endpoints), address_of, source_address_of);

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "../address/address_family.hpp"
#include "../address/ip_address.hpp"
#include "config.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(ip/address.hpp)
#include EYEBALLS_ASIO_HEADER(ip/tcp.hpp)
// clang-format on

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// `asio::ip::tcp`, with either Asio.
using tcp = detail::asio::ip::tcp;

/// An address of Asio's as ours, with its scope id. An IPv4-mapped IPv6 address is the IPv4 address.
inline ip_address to_ip_address(const detail::asio::ip::address& address) noexcept {
  if (address.is_v4()) return ip_address(ip_address::v4_bytes(address.to_v4().to_bytes()));
  const detail::asio::ip::address_v6 v6 = address.to_v6();
  return ip_address(ip_address::v6_bytes(v6.to_bytes()), std::uint32_t(v6.scope_id()));
}

/// The address of an endpoint.
inline ip_address address_of(const tcp::endpoint& endpoint) noexcept {
  return to_ip_address(endpoint.address());
}

/// An endpoint whose address is IPv4-mapped, as one of IPv4. Any other as it is.
inline tcp::endpoint without_mapping(const tcp::endpoint& endpoint) noexcept {
  if (!endpoint.address().is_v6() || !address_of(endpoint).is_v4()) return endpoint;
  return {detail::asio::ip::address_v4(address_of(endpoint).to_v4()), endpoint.port()};
}

/// An address of ours as Asio's, with its scope id.
inline detail::asio::ip::address to_asio(const ip_address& address) noexcept {
  if (address.is_v4()) return detail::asio::ip::address_v4(address.to_v4());
  return detail::asio::ip::address_v6(address.bytes(), address.scope_id());
}

/// An endpoint as messages name it: "192.0.2.1:80", "[2001:db8::1]:80"
inline std::string to_string(const tcp::endpoint& endpoint) {
  std::string host = endpoint.address().to_string();
  if (endpoint.address().is_v6()) host = '[' + host + ']';
  return host + ':' + std::to_string(endpoint.port());
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// That of the socket that it needs: an IPv4-mapped IPv6 address is IPv6 (see `without_mapping`).
inline address_family family_of(const tcp::endpoint& endpoint) noexcept {
  return endpoint.address().is_v6() ? address_family::v6 : address_family::v4;
}

/// The endpoint in a socket address of the system's; `std::nullopt` if that is too large to be one
/// of IPv4 or IPv6.
inline std::optional<tcp::endpoint> endpoint_in(const void* address, std::size_t size) {
  tcp::endpoint endpoint;
  if (size > endpoint.capacity()) return std::nullopt;
  std::memcpy(endpoint.data(), address, size);
  endpoint.resize(size);
  return endpoint;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
