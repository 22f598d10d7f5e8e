// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_FAMILIES_HPP
#define EYEBALLS_TESTS_SUPPORT_FAMILIES_HPP

// Endpoints that are names: the family is in them.

#include <stdexcept>
#include <string>

#include "eyeballs/address/address_family.hpp"

namespace support {

/// "6a", "v6-1" and what has a colon are IPv6; "4a", "V4" and other numbers are IPv4.
inline eyeballs::address_family family_by_name(const std::string& name) {
  if (name.find(':') != name.npos) return eyeballs::address_family::v6;
  const std::size_t first_digit = name.front() == 'v' || name.front() == 'V';
  const char digit = name.at(first_digit);
  if (digit < '0' || digit > '9') throw std::invalid_argument("no family is in " + name);
  return digit == '6' ? eyeballs::address_family::v6 : eyeballs::address_family::v4;
}

}  // namespace support

#endif
