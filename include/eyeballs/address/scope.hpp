// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The scope of an address: how far it is valid (RFC 6724, sections 3.1 to 3.4).

#include "ip_address.hpp"

namespace eyeballs::detail {

// The numbers of IPv6 multicast: a wider scope has a greater one.
inline constexpr int link_local_scope = 0x2;
inline constexpr int site_local_scope = 0x5;
inline constexpr int global_scope = 0xe;

constexpr int scope_of_v4(const ip_address::v4_bytes& b) noexcept {
  const bool loopback = b[0] == 127;
  const bool link_local = b[0] == 169 && b[1] == 254;
  return loopback || link_local ? link_local_scope : global_scope;
}

constexpr int scope_of_v6(const ip_address& address) noexcept {
  constexpr ip_address loopback(
      ip_address::v6_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  const ip_address::v6_bytes& b = address.bytes();
  const bool multicast = b[0] == 0xff;
  if (multicast) return b[1] & 0xf;
  if (b == loopback.bytes()) return link_local_scope;

  const int first_ten_bits = b[0] << 2 | b[1] >> 6;
  if (first_ten_bits == 0xfe80 >> 6) return link_local_scope;
  if (first_ten_bits == 0xfec0 >> 6) return site_local_scope;
  return global_scope;
}

constexpr int scope_of(const ip_address& address) noexcept {
  return address.is_v4() ? scope_of_v4(address.to_v4()) : scope_of_v6(address);
}

}  // namespace eyeballs::detail
