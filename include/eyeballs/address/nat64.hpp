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
  /// In bits.
  static constexpr std::array<int, 6> lengths{32, 40, 48, 56, 64, 96};

  /// The first `length` bits of `address`. Throws std::invalid_argument if the length is none of
  /// `lengths`, if the address is IPv4, or if bits 64 to 71 are in the prefix and not zero.
  constexpr nat64_prefix(const ip_address& address, int length) : length_(length) {
    const auto known = std::find(lengths.begin(), lengths.end(), length);
    if (known == lengths.end() || address.is_v4() || (length == 96 && address.bytes()[8] != 0))
      throw std::invalid_argument("not a NAT64 prefix");
    ip_address::v6_bytes bytes{};
    std::copy_n(address.bytes().begin(), length / 8, bytes.begin());
    address_ = ip_address(bytes);
  }

  /// With zeros after the prefix.
  constexpr const ip_address& address() const noexcept { return address_; }

  constexpr int length() const noexcept { return length_; }

  friend constexpr bool operator==(const nat64_prefix&, const nat64_prefix&) noexcept = default;

  /// In which of an address's bytes the `i`th of the IPv4 address is: byte 8 is passed over.
  constexpr std::size_t position(std::size_t i) const noexcept {
    const auto first = std::size_t(length_) / 8;
    return first + i + (first <= 8 && first + i >= 8);
  }

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

/// The IPv4 address that `address` stands for; none if it does not have this prefix, or bits 64 to
/// 71 are not zero. What follows the IPv4 address is ignored (RFC 6052, section 2.2).
constexpr std::optional<ip_address> extract(const nat64_prefix& prefix,
                                            const ip_address& address) noexcept {
  if (!in_prefix(address, prefix.address(), prefix.length()) || address.bytes()[8] != 0) return {};
  ip_address::v4_bytes v4{};
  for (std::size_t i = 0; i < 4; ++i) v4[i] = address.bytes()[prefix.position(i)];
  return ip_address(v4);
}

namespace detail {

constexpr bool in(const ip_address& v4, const ip_address::v4_bytes& prefix, int bits) noexcept {
  return in_prefix(v4, ip_address(prefix), 96 + bits);
}

/// The prefix before `v4` in `address`, if `v4` is nowhere else in it on a byte's boundary: else
/// one could not tell which one the network has put there.
inline std::optional<nat64_prefix> prefix_before(const ip_address& v4, const ip_address& address) {
  const ip_address::v6_bytes& bytes = address.bytes();
  if (address.is_v4() || bytes[8] != 0) return {};
  std::optional<nat64_prefix> found;
  int seen = 0;
  for (const int length : nat64_prefix::lengths) {
    const nat64_prefix prefix(address, length);
    if (extract(prefix, address) != v4) continue;
    found = prefix;
    seen += prefix.position(3) - prefix.position(0) == 4;  // around byte 8, not seen below
  }
  const ip_address::v4_bytes wanted = v4.to_v4();
  for (auto at = bytes.begin(); at + 4 <= bytes.end(); ++at)
    seen += std::equal(wanted.begin(), wanted.end(), at);
  return seen == 1 ? found : std::nullopt;
}

}  // namespace detail

/// The prefixes of the network, in the order of `answers`: what the DNS answered when asked for the
/// AAAA records of ipv4only.arpa, whose A records are 192.0.0.170 and 192.0.0.171 (RFC 7050,
/// section 3). None if the network does not translate, or has hidden them otherwise. An answer in
/// which both could be what was put there says nothing.
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

/// Whether the IPv4 address `v4` may be translated at all: this network, loopback, link-local and
/// broadcast addresses mean nothing behind a translator (HEv3, section 8.3).
constexpr bool synthesizable(const ip_address& v4) noexcept {
  using detail::in;
  return v4.is_v4() && !in(v4, {0}, 8) && !in(v4, {127}, 8) && !in(v4, {169, 254}, 16) &&
         !in(v4, {255, 255, 255, 255}, 32);
}

/// Whether it may be with this prefix. The Well-Known Prefix stands for global addresses only
/// (RFC 6052, section 3.1): neither for those in section 3 of RFC 5735, private ones among them,
/// nor for the shared ones of RFC 6598, which are later.
constexpr bool synthesizable(const nat64_prefix& prefix, const ip_address& v4) noexcept {
  using detail::in;
  if (!synthesizable(v4)) return false;
  if (prefix != well_known_nat64_prefix) return true;
  return !in(v4, {10}, 8) && !in(v4, {100, 64}, 10) && !in(v4, {172, 16}, 12) &&
         !in(v4, {192}, 24) && !in(v4, {192, 0, 2}, 24) && !in(v4, {192, 88, 99}, 24) &&
         !in(v4, {192, 168}, 16) && !in(v4, {198, 18}, 15) && !in(v4, {198, 51, 100}, 24) &&
         !in(v4, {203, 0, 113}, 24) && !in(v4, {224}, 4) && !in(v4, {240}, 4);
}

}  // namespace eyeballs
