// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An IP address as a plain value, for the functions that sort and translate addresses and open no
// socket. An IPv4 address is its IPv4-mapped form, as RFC 6724, section 3.2, compares it.
//
//     ip_address a(ip_address::v4_bytes{192, 0, 2, 1});
//     bool documentation = in_prefix(a, ip_address(ip_address::v4_bytes{192, 0, 2}), 96 + 24);

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace eyeballs {

/// An address of either family. It is ordered by its bytes, then by its scope id.
class ip_address {
 public:
  using v4_bytes = std::array<std::uint8_t, 4>;   ///< In network byte order.
  using v6_bytes = std::array<std::uint8_t, 16>;  ///< In network byte order.

  /// The unspecified address of IPv6.
  constexpr ip_address() noexcept = default;

  /// An IPv4 address.
  constexpr explicit ip_address(const v4_bytes& v4) noexcept
      : bytes_{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, v4[0], v4[1], v4[2], v4[3]} {}

  /// `scope_id` is the interface of a link-local address. An IPv4-mapped address is IPv4.
  constexpr explicit ip_address(const v6_bytes& v6, std::uint32_t scope_id = 0) noexcept
      : bytes_(v6), scope_id_(scope_id) {}

  /// Whether it is an IPv4 address, which one of IPv6 that is IPv4-mapped is, too.
  constexpr bool is_v4() const noexcept {
    for (std::size_t i = 0; i < 10; ++i)
      if (bytes_[i] != 0) return false;
    return bytes_[10] == 0xff && bytes_[11] == 0xff;
  }

  /// Whether it is an IPv6 address.
  constexpr bool is_v6() const noexcept { return !is_v4(); }

  /// All sixteen. For IPv4 they are those of the IPv4-mapped form.
  constexpr const v6_bytes& bytes() const noexcept { return bytes_; }

  /// The IPv4 address; of an IPv6 address, its last four bytes.
  constexpr v4_bytes to_v4() const noexcept {
    return {bytes_[12], bytes_[13], bytes_[14], bytes_[15]};
  }

  /// The number of the interface that a link-local address belongs to; 0 if there is none.
  constexpr std::uint32_t scope_id() const noexcept { return scope_id_; }

  friend constexpr auto operator<=>(const ip_address&, const ip_address&) noexcept = default;

 private:
  v6_bytes bytes_{};
  std::uint32_t scope_id_ = 0;
};

namespace detail {

/// The eight bytes from `at` on, as one number. Compilers make one load of it, if it is written so.
constexpr std::uint64_t half_of(const ip_address::v6_bytes& b, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return std::uint64_t(b[at + i]) << (56 - 8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

}  // namespace detail

/// How many bits, 0 to 128, the two have in common from the left. An IPv4 address counts as its
/// mapped form. The scope ids do not count.
constexpr int common_prefix_length(const ip_address& a, const ip_address& b) noexcept {
  const std::uint64_t first = detail::half_of(a.bytes(), 0) ^ detail::half_of(b.bytes(), 0);
  if (first != 0) return std::countl_zero(first);
  const std::uint64_t second = detail::half_of(a.bytes(), 8) ^ detail::half_of(b.bytes(), 8);
  return 64 + std::countl_zero(second);
}

/// Whether the first `bits` bits of `address` are those of `prefix`: 0 to 128, which is 96 + n for
/// an IPv4 prefix of n bits.
constexpr bool in_prefix(const ip_address& address, const ip_address& prefix, int bits) noexcept {
  return common_prefix_length(address, prefix) >= bits;
}

}  // namespace eyeballs
