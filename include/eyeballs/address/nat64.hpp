// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// IPv4 addresses as a network with IPv6 only has them (NAT64): found out by RFC 7050, written by
// RFC 6052, used as RFC 8305, section 7, says.
//
//     for (const nat64_prefix& prefix : find_nat64_prefixes(aaaa_of_ipv4only_arpa))
//       if (synthesizable(prefix, v4)) list.push_back(synthesize(prefix, v4));

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include "ip_address.hpp"

namespace eyeballs {

/// An IPv6 prefix under which a translator reaches IPv4 (RFC 6052, section 2.2).
class nat64_prefix {
 public:
  /// Those that there are, in bits.
  static constexpr std::array<int, 6> lengths{32, 40, 48, 56, 64, 96};

  /// The first `length` bits of `address`. Throws std::invalid_argument if `length` is none of
  /// `lengths`, if the address is IPv4, or if bits 64 to 71 are in the prefix and not zero.
  constexpr nat64_prefix(const ip_address& address, int length) : length_(length) {
    const auto known = std::find(lengths.begin(), lengths.end(), length);
    if (known == lengths.end() || address.is_v4() || (length == 96 && address.bytes()[8] != 0))
      throw std::invalid_argument("not a NAT64 prefix");

    ip_address::v6_bytes bytes{};
    std::copy_n(address.bytes().begin(), length / 8, bytes.begin());
    address_ = ip_address(bytes);
  }

  /// The prefix, and zeros after it.
  constexpr const ip_address& address() const noexcept { return address_; }

  /// In bits.
  constexpr int length() const noexcept { return length_; }

  /// In which byte of an IPv6 address byte `i` of the IPv4 address stands. None stands in byte 8.
  constexpr std::size_t position(std::size_t i) const noexcept {
    const std::size_t first = std::size_t(length_) / 8;
    const bool is_behind_byte_8 = first <= 8 && first + i >= 8;
    return is_behind_byte_8 ? first + i + 1 : first + i;
  }

  friend constexpr bool operator==(const nat64_prefix&, const nat64_prefix&) noexcept = default;

 private:
  ip_address address_;
  int length_;
};

/// 64:ff9b::/96, the Well-Known Prefix of RFC 6052, section 2.1.
inline constexpr nat64_prefix well_known_nat64_prefix(ip_address(ip_address::v6_bytes{0, 0x64, 0xff,
                                                                                      0x9b}),
                                                      96);

/// The IPv6 address that stands for the IPv4 address `v4` (RFC 6052, section 2.3), whether or not
/// it is `synthesizable`.
constexpr ip_address synthesize(const nat64_prefix& prefix, const ip_address& v4) noexcept {
  ip_address::v6_bytes bytes = prefix.address().bytes();
  for (std::size_t i = 0; i < 4; ++i) bytes[prefix.position(i)] = v4.to_v4()[i];
  return ip_address(bytes);
}

/// The IPv4 address that `address` stands for; `std::nullopt` if it does not have this prefix, or
/// if its bits 64 to 71 are not zero. What follows the IPv4 address is ignored (RFC 6052, section
/// 2.2).
constexpr std::optional<ip_address> extract(const nat64_prefix& prefix,
                                            const ip_address& address) noexcept {
  if (!in_prefix(address, prefix.address(), prefix.length())) return std::nullopt;
  if (address.bytes()[8] != 0) return std::nullopt;

  ip_address::v4_bytes v4{};
  for (std::size_t i = 0; i < 4; ++i) v4[i] = address.bytes()[prefix.position(i)];
  return ip_address(v4);
}

namespace detail {

/// A range of IPv4 addresses: the first `bits` bits of `bytes`.
struct v4_prefix {
  ip_address::v4_bytes bytes;
  int bits;
};

constexpr bool in_any_of(std::span<const v4_prefix> ranges, const ip_address& v4) noexcept {
  for (const v4_prefix& range : ranges)
    if (in_prefix(v4, ip_address(range.bytes), 96 + range.bits)) return true;
  return false;
}

/// What means nothing behind a translator (HEv3, section 8.3).
inline constexpr std::array<v4_prefix, 4> not_translated{{
    {{0}, 8},                    // this network
    {{127}, 8},                  // loopback
    {{169, 254}, 16},            // link-local
    {{255, 255, 255, 255}, 32},  // broadcast
}};

/// What is not global: section 3 of RFC 5735, and the shared addresses of RFC 6598, which are
/// later.
inline constexpr std::array<v4_prefix, 12> not_global{{
    {{10}, 8},             // private
    {{100, 64}, 10},       // shared
    {{172, 16}, 12},       // private
    {{192}, 24},           // IETF protocol assignments
    {{192, 0, 2}, 24},     // documentation
    {{192, 88, 99}, 24},   // 6to4 relays
    {{192, 168}, 16},      // private
    {{198, 18}, 15},       // benchmarks
    {{198, 51, 100}, 24},  // documentation
    {{203, 0, 113}, 24},   // documentation
    {{224}, 4},            // multicast
    {{240}, 4},            // reserved
}};

}  // namespace detail

/// Whether the IPv4 address `v4` may be translated at all. This network, loopback, link-local and
/// broadcast addresses mean nothing behind a translator (HEv3, section 8.3).
constexpr bool synthesizable(const ip_address& v4) noexcept {
  return v4.is_v4() && !detail::in_any_of(detail::not_translated, v4);
}

/// Whether `v4` may be translated with this prefix. The Well-Known Prefix stands for global
/// addresses only (RFC 6052, section 3.1).
constexpr bool synthesizable(const nat64_prefix& prefix, const ip_address& v4) noexcept {
  if (!synthesizable(v4)) return false;
  if (prefix != well_known_nat64_prefix) return true;
  return !detail::in_any_of(detail::not_global, v4);
}

namespace detail {

/// How often `v4` stands in `address` in one piece, at whichever byte.
inline std::ptrdiff_t count_of(const ip_address::v4_bytes& v4,
                               const ip_address::v6_bytes& address) noexcept {
  std::ptrdiff_t count = 0;
  for (auto at = address.begin(); at + 4 <= address.end(); ++at)
    if (std::equal(v4.begin(), v4.end(), at)) ++count;
  return count;
}

/// The prefix before `v4` in `address`. If `v4` stands at several places in it, one can't tell
/// where the network has put it, and there is none.
inline std::optional<nat64_prefix> prefix_before(const ip_address& v4, const ip_address& address) {
  if (address.is_v4() || address.bytes()[8] != 0) return std::nullopt;

  std::optional<nat64_prefix> found;
  std::ptrdiff_t count = count_of(v4.to_v4(), address.bytes());
  for (const int length : nat64_prefix::lengths) {
    const nat64_prefix prefix(address, length);
    if (extract(prefix, address) != v4) continue;
    found = prefix;
    const bool in_one_piece = prefix.position(3) - prefix.position(0) == 3;
    if (!in_one_piece) ++count;  // byte 8 is in its midst
  }
  return count == 1 ? found : std::nullopt;
}

}  // namespace detail

/// Finds the prefixes of the network's translators (RFC 7050, section 3).
///
/// * `answers`: what the DNS answered when asked for the AAAA records of ipv4only.arpa, whose A
///   records are 192.0.0.170 and 192.0.0.171.
///
/// Returns the prefixes in the order of the answers, each once. There are none if the network does
/// not translate, or has hidden them otherwise. An answer says nothing if both addresses could be
/// what was put there.
inline std::vector<nat64_prefix> find_nat64_prefixes(std::span<const ip_address> answers) {
  constexpr ip_address one(ip_address::v4_bytes{192, 0, 0, 170});
  constexpr ip_address other(ip_address::v4_bytes{192, 0, 0, 171});
  std::vector<nat64_prefix> found;
  for (const ip_address& a : answers) {
    const auto before_one = detail::prefix_before(one, a);
    const auto before_other = detail::prefix_before(other, a);
    if (before_one.has_value() == before_other.has_value()) continue;

    const nat64_prefix& prefix = before_one ? *before_one : *before_other;
    if (std::find(found.begin(), found.end(), prefix) == found.end()) found.push_back(prefix);
  }
  return found;
}

}  // namespace eyeballs
