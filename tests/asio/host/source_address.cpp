// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/source_address.hpp"

#include <net/if.h>

#include <vector>

#include "eyeballs/address/destination_order.hpp"
#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;
using support::text;

TEST_CASE("the source of loopback is loopback", "[R11]") {
  const no_file_is_left check;
  CHECK(source_address_of(ip("127.0.0.1")) == ip("127.0.0.1"));
  CHECK(source_address_of(ip("127.0.0.9")) == ip("127.0.0.1"));
  if (has_ipv6()) CHECK(source_address_of(ip("::1")) == ip("::1"));
}

TEST_CASE("a destination that no host may reach has no source", "[R11]") {
  const no_file_is_left check;
  CHECK(source_address_of(ip("255.255.255.255")) == std::nullopt);  // broadcast, not asked for
  CHECK(source_address_of(ip_address(ip("fe80::1").bytes(), 0x7fffffff)) == std::nullopt);
}

TEST_CASE("where no file can be opened there is no source", "[R11]") {
  const auto source = [] {
    const support::no_more_files none;
    return source_address_of(ip("127.0.0.1"));
  }();
  CHECK(source == std::nullopt);
}

TEST_CASE("destinations sorted by the sources that this host has", "[R11]") {
  if (!has_ipv6()) return;
  const auto found = endpoints({"255.255.255.255", "127.0.0.1", "::1"});
  const auto sorted = sort_destinations(found, address_of, source_address_of);
  CHECK(sorted == endpoints({"::1", "127.0.0.1", "255.255.255.255"}));
}
