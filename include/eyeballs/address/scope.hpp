// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The scope of an address: how far it is valid (RFC 6724, sections 3.1 to 3.4).

#include <array>
#include <span>

#include "ip_address.hpp"

namespace eyeballs {

namespace detail {

// The numbers of IPv6 multicast: a wider scope has a greater one.
inline constexpr int link_local_scope = 0x2;
inline constexpr int site_local_scope = 0x5;
inline constexpr int global_scope = 0xe;

}  // namespace detail

/// A prefix of IPv4, and the scope of the addresses in it.
struct v4_scope_row {
  ip_address prefix;  ///< An IPv4 address.
  int bits;           ///< 96 + n for a prefix of n bits.
  int scope;          ///< 2 is link-local, 5 site-local, 14 global.
};

/// What RFC 6724, section 3.2, says of IPv4: loopback and link-local addresses have the scope of a
/// link, and all others, private ones too, are global.
inline constexpr std::array<v4_scope_row, 2> default_v4_scopes{{
    {ip_address(ip_address::v4_bytes{127}), 96 + 8, detail::link_local_scope},
    {ip_address(ip_address::v4_bytes{169, 254}), 96 + 16, detail::link_local_scope},
}};

}  // namespace eyeballs

namespace eyeballs::detail {

/// The scope in the row with the longest prefix that holds `address`. In no row it is global.
constexpr int scope_of_v4(const ip_address& address, std::span<const v4_scope_row> rows) noexcept {
  int scope = global_scope;
  int longest = -1;
  for (const v4_scope_row& row : rows) {
    if (row.bits > longest && in_prefix(address, row.prefix, row.bits)) {
      longest = row.bits;
      scope = row.scope;
    }
  }
  return scope;
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

constexpr int scope_of(const ip_address& address,
                       std::span<const v4_scope_row> v4_rows = default_v4_scopes) noexcept {
  return address.is_v4() ? scope_of_v4(address, v4_rows) : scope_of_v6(address);
}

}  // namespace eyeballs::detail
