// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The policy table of RFC 6724, section 2.1: which addresses are preferred, and which source
// belongs to which destination. Any range of rows takes the place of the default one.
//
//     std::vector<policy_row> rows(default_policy_table.begin(), default_policy_table.end());
//     rows.push_back({ip_address(ip_address::v6_bytes{0xfd, 0x11}), 48, 45, 14});
//     const policy_table mine(rows);

#include <array>
#include <concepts>
#include <span>

#include "ip_address.hpp"
#include "scope.hpp"

namespace eyeballs {

/// A prefix, and what holds for the addresses in it.
struct policy_row {
  ip_address prefix;  ///< Its first `bits` bits count.
  int bits;           ///< The length of the prefix: 0 to 128; 96 + n for an IPv4 prefix of n bits.
  int precedence;     ///< Of a destination: a higher one is preferred.
  int label;          ///< A source is preferred for a destination of the same label.
};

/// Rows in any order. Of two rows for the same prefix the first counts. It owns nothing: what it is
/// made of outlives it.
struct policy_table {
  /// Without a row: every address has precedence 0 and label -1.
  constexpr policy_table() noexcept = default;

  /// Of any contiguous range of rows, as `default_policy_table`.
  template <std::convertible_to<std::span<const policy_row>> Rows>
  constexpr policy_table(const Rows& of,
                         std::span<const v4_scope_row> scopes = default_v4_scopes) noexcept
      : rows(of), v4_scopes(scopes) {}

  std::span<const policy_row> rows;                             ///< Precedences and labels.
  std::span<const v4_scope_row> v4_scopes = default_v4_scopes;  ///< In no row an address is global.
};

/// The table that RFC 6724 recommends where nothing is configured.
inline constexpr std::array<policy_row, 9> default_policy_table{{
    {ip_address(ip_address::v6_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), 128, 50, 0},
    {ip_address(), 0, 40, 1},
    {ip_address(ip_address::v4_bytes{}), 96, 35, 4},
    {ip_address(ip_address::v6_bytes{0x20, 0x02}), 16, 30, 2},  // 6to4
    {ip_address(ip_address::v6_bytes{0x20, 0x01}), 32, 5, 5},   // Teredo
    {ip_address(ip_address::v6_bytes{0xfc}), 7, 3, 13},         // unique local
    {ip_address(), 96, 1, 3},                                   // IPv4-compatible
    {ip_address(ip_address::v6_bytes{0xfe, 0xc0}), 10, 1, 11},  // site-local
    {ip_address(ip_address::v6_bytes{0x3f, 0xfe}), 16, 1, 12},  // 6bone
}};

namespace detail {

/// What the table says of an address.
struct policy {
  int precedence;
  int label;
};

/// What the row with the longest prefix that holds `address` says. An address in no row has
/// precedence 0 and label -1.
constexpr policy policy_of(const ip_address& address, const policy_table& table) noexcept {
  policy found{0, -1};
  int longest = -1;
  for (const policy_row& row : table.rows) {
    if (row.bits > longest && in_prefix(address, row.prefix, row.bits)) {
      longest = row.bits;
      found = {row.precedence, row.label};
    }
  }
  return found;
}

}  // namespace detail
}  // namespace eyeballs
