// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which families the host can use: what to ask the DNS for, and which family comes first (HEv3,
// sections 4.1 and 4.2).
//
//     const connectivity here = find_connectivity();
//     if (here.asks_for(address_family::v6)) ...

#include <ifaddrs.h>
#include <net/if.h>

#include <cstring>
#include <memory>

#include "../../address/address_family.hpp"
#include "../../address/destination_order.hpp"
#include "source_address.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// How far the host gets with each family.
struct connectivity {
  enum class reach : unsigned char {
    nowhere,    ///< only loopback and link-local addresses
    somewhere,  ///< other addresses, but no route to the Internet
    internet,   ///< such a route, which usually is a default route, and an address for it
  };

  reach v6 = reach::nowhere;
  reach v4 = reach::nowhere;

  constexpr reach of(address_family f) const noexcept { return f == address_family::v6 ? v6 : v4; }

  /// Whether a query for the family has to be made: if there is connectivity of that family (HEv3,
  /// section 4.1); or if there is of neither, since names may stand for loopback and link-local
  /// addresses as well.
  constexpr bool asks_for(address_family f) const noexcept {
    return of(f) != reach::nowhere || (v6 == reach::nowhere && v4 == reach::nowhere);
  }

  /// IPv6, unless only IPv4 gets further (HEv3, section 4.2).
  constexpr address_family preferred() const noexcept {
    return v4 > v6 ? address_family::v4 : address_family::v6;
  }

  /// Whether it is a network with IPv6 only, in which one looks for NAT64 (RFC 8305, section 7).
  constexpr bool v6_only() const noexcept { return v6 == reach::internet && v4 != reach::internet; }

  friend constexpr bool operator==(const connectivity&, const connectivity&) = default;
};

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Neither loopback, nor link-local, nor nothing.
constexpr bool reaches_beyond_link(const ip_address& a) noexcept {
  constexpr int link_local = 2;
  return scope_of(a) > link_local && a != ip_address() && a != ip_address(ip_address::v4_bytes{});
}

/// From the addresses of all interfaces that are up.
inline connectivity connectivity_by_addresses() noexcept {
  connectivity found;
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0)
    return {connectivity::reach::somewhere, connectivity::reach::somewhere};
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
  for (; list; list = list->ifa_next) {
    if (!list->ifa_addr || !(list->ifa_flags & IFF_UP) || (list->ifa_flags & IFF_LOOPBACK))
      continue;
    if (list->ifa_addr->sa_family == AF_INET6) {
      sockaddr_in6 a;
      std::memcpy(&a, list->ifa_addr, sizeof a);
      ip_address::v6_bytes bytes;
      std::memcpy(bytes.data(), &a.sin6_addr, bytes.size());
      if (reaches_beyond_link(ip_address(bytes))) found.v6 = connectivity::reach::somewhere;
    } else if (list->ifa_addr->sa_family == AF_INET) {
      sockaddr_in a;
      std::memcpy(&a, list->ifa_addr, sizeof a);
      ip_address::v4_bytes bytes;
      std::memcpy(bytes.data(), &a.sin_addr, bytes.size());
      if (reaches_beyond_link(ip_address(bytes))) found.v4 = connectivity::reach::somewhere;
    }
  }
  return found;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// What the kernel tells now. Blocks for no longer than system calls take: where both families have
/// a route to the Internet, eight. Else the interfaces are asked for their addresses: a network may
/// have its own addresses and no way out.
inline connectivity find_connectivity() noexcept {
  // The root name server A's. Nothing is sent to it; any address would do that is as good as most.
  constexpr ip_address v6(
      ip_address::v6_bytes{0x20, 0x01, 0x05, 0x03, 0xba, 0x3e, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0x30});
  constexpr ip_address v4(ip_address::v4_bytes{198, 41, 0, 4});
  const auto has_route = [](const ip_address& to) {
    const std::optional<ip_address> from = source_address_of(to);
    return from && detail::reaches_beyond_link(*from);
  };
  const bool route6 = has_route(v6), route4 = has_route(v4);
  connectivity found;
  if (!route6 || !route4) found = detail::connectivity_by_addresses();
  if (route6) found.v6 = connectivity::reach::internet;
  if (route4) found.v4 = connectivity::reach::internet;
  return found;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
