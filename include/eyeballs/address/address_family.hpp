// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The two families of IP addresses. RFC 8305 asks for each of them, and has them take turns.

namespace eyeballs {

/// A family of IP addresses. Its records in the DNS are A for IPv4 and AAAA for IPv6.
enum class address_family : unsigned char { v4, v6 };

namespace detail {

constexpr address_family other(address_family f) noexcept {
  return f == address_family::v6 ? address_family::v4 : address_family::v6;
}

}  // namespace detail
}  // namespace eyeballs
