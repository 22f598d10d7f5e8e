// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// connectivity: how far the host gets with IPv6, and with IPv4; which families it asks for, and
// which it prefers.

#include <eyeballs/asio/host/connectivity.hpp>
#include <iostream>

using namespace eyeballs;

const char* name(connectivity::reach r) {
  return r == connectivity::reach::internet    ? "internet"
         : r == connectivity::reach::somewhere ? "somewhere"
                                               : "nowhere";
}

int main() {
  const connectivity here = find_connectivity();
  std::cout << "IPv6 " << name(here.v6) << ", IPv4 " << name(here.v4) << ", asks for"
            << (here.asks_for(address_family::v6) ? " AAAA" : "")
            << (here.asks_for(address_family::v4) ? " A" : "") << ", prefers "
            << (here.preferred() == address_family::v6 ? "IPv6" : "IPv4") << '\n';
}
