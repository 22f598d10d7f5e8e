// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_ADDRESSES_HPP
#define EYEBALLS_TESTS_SUPPORT_ADDRESSES_HPP

// Addresses from text and back, and addresses at random.

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "eyeballs/address/ip_address.hpp"

namespace support {

inline eyeballs::ip_address ip(const std::string& text) {
  eyeballs::ip_address::v4_bytes v4;
  if (inet_pton(AF_INET, text.c_str(), v4.data()) == 1) return eyeballs::ip_address(v4);
  eyeballs::ip_address::v6_bytes v6;
  if (inet_pton(AF_INET6, text.c_str(), v6.data()) == 1) return eyeballs::ip_address(v6);
  throw std::invalid_argument(text);
}

inline std::vector<eyeballs::ip_address> ips(const std::vector<std::string>& texts) {
  std::vector<eyeballs::ip_address> all;
  for (const std::string& text : texts) all.push_back(ip(text));
  return all;
}

inline std::string text(const eyeballs::ip_address& address) {
  char buffer[INET6_ADDRSTRLEN];
  if (address.is_v4()) return inet_ntop(AF_INET, address.to_v4().data(), buffer, sizeof buffer);
  return inet_ntop(AF_INET6, address.bytes().data(), buffer, sizeof buffer);
}

inline std::vector<std::string> texts(const std::vector<eyeballs::ip_address>& addresses) {
  std::vector<std::string> all;
  for (const eyeballs::ip_address& a : addresses) all.push_back(text(a));
  return all;
}

/// Any address, but often one of those that have a meaning, and often near another.
inline eyeballs::ip_address any_address(std::mt19937& random) {
  static const std::vector<eyeballs::ip_address> prefixes = ips({"::",
                                                                 "::1",
                                                                 "2001:db8:1::",
                                                                 "2001:db8:3f44::",
                                                                 "2001:db8:3ffe::",
                                                                 "2002:c633:6401::",
                                                                 "2001::",
                                                                 "fd11:1111:1111::",
                                                                 "fe80::",
                                                                 "fec0::",
                                                                 "3ffe::",
                                                                 "ff02::",
                                                                 "ff05::",
                                                                 "ff0e::",
                                                                 "64:ff9b::",
                                                                 "0.0.0.0",
                                                                 "10.1.2.0",
                                                                 "127.0.0.0",
                                                                 "169.254.0.0",
                                                                 "198.51.100.0"});
  eyeballs::ip_address::v6_bytes bytes = prefixes[random() % prefixes.size()].bytes();
  for (std::size_t some = random() % 3; some > 0; --some)
    bytes[12 + random() % 4] = std::uint8_t(random());
  if (random() % 4 == 0) bytes[random() % 16] = std::uint8_t(random());
  return eyeballs::ip_address(bytes);
}

}  // namespace support

#endif
