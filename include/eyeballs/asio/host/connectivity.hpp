// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which families the host can use: what to ask the DNS for at first, and which family comes first
// (HEv3, sections 4.1 and 4.2).
//
//     const connectivity here = find_connectivity();
//     if (here.asks_for(address_family::v6)) ...

#include <optional>

#include "../../address/address_family.hpp"
#include "../../address/ip_address.hpp"
#include "../../address/scope.hpp"
#include "source_address.hpp"
#include "system_addresses.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// How far the host gets with each family.
struct connectivity {
  /// How far a family gets. A later one is further.
  enum class reach : unsigned char {
    nowhere,    ///< It has only loopback and link-local addresses.
    somewhere,  ///< It has other addresses, but no route to the Internet.
    internet,   ///< It has such a route, usually a default route, and an address for it.
  };

  reach v6 = reach::nowhere;  ///< of IPv6
  reach v4 = reach::nowhere;  ///< of IPv4

  /// That of the family.
  constexpr reach of(address_family f) const noexcept { return f == address_family::v6 ? v6 : v4; }

  /// Whether the DNS is asked for the family at once: if there is connectivity of that family (HEv3,
  /// section 4.1). Otherwise it is asked when the other family turns out to have no address. If
  /// there is connectivity of neither, both are asked for, since names may stand for loopback and
  /// link-local addresses as well.
  constexpr bool asks_for(address_family f) const noexcept {
    const bool of_neither = v6 == reach::nowhere && v4 == reach::nowhere;
    return of_neither || of(f) != reach::nowhere;
  }

  /// IPv6, unless IPv4 gets further (HEv3, section 4.2).
  constexpr address_family preferred() const noexcept {
    return v4 > v6 ? address_family::v4 : address_family::v6;
  }

  /// Whether it is a network with IPv6 only, in which one looks for NAT64 (RFC 8305, section 7).
  constexpr bool v6_only() const noexcept { return v6 == reach::internet && v4 != reach::internet; }

  friend constexpr bool operator==(const connectivity&, const connectivity&) = default;
};

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether the address is neither a loopback, nor a link-local, nor an unspecified one.
constexpr bool reaches_beyond_link(const ip_address& a) noexcept {
  const bool unspecified = a == ip_address() || a == ip_address(ip_address::v4_bytes{});
  return !unspecified && scope_of(a) > link_local_scope;
}

/// Whether the host has an address to send to `to` from that others can answer to.
inline bool has_route_to(const ip_address& to) noexcept {
  const std::optional<ip_address> from = source_address_of(to);
  return from && reaches_beyond_link(*from);
}

/// What the addresses of all interfaces that are up tell. If the system does not tell them, both
/// families get somewhere.
inline connectivity connectivity_by_addresses() noexcept {
  using reach = connectivity::reach;
  const auto note = [](void* of, const ip_address& address) {
    auto& found = *static_cast<connectivity*>(of);
    if (!reaches_beyond_link(address)) return;
    if (address.is_v4()) found.v4 = reach::somewhere;
    else found.v6 = reach::somewhere;
  };
  connectivity found;
  if (tell_addresses(note, &found)) return found;
  return {reach::somewhere, reach::somewhere};
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// What the kernel tells now. If a family has no route to the Internet, the interfaces are asked
/// for their addresses, too: a network may have addresses of its own and no way out. Blocks no
/// longer than system calls take, eight of them where both families have a route.
inline connectivity find_connectivity() noexcept {
  // The addresses of the root name server A. Nothing is sent to them; others would do as well.
  constexpr ip_address v6(
      ip_address::v6_bytes{0x20, 0x01, 0x05, 0x03, 0xba, 0x3e, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0x30});
  constexpr ip_address v4(ip_address::v4_bytes{198, 41, 0, 4});
  const bool route6 = detail::has_route_to(v6);
  const bool route4 = detail::has_route_to(v4);

  connectivity found;
  if (!route6 || !route4) found = detail::connectivity_by_addresses();
  if (route6) found.v6 = connectivity::reach::internet;
  if (route4) found.v4 = connectivity::reach::internet;
  return found;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
