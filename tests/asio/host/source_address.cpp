// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/source_address.hpp"

#include <net/if.h>

#include <vector>

#include "eyeballs/endpoints/destination_order.hpp"
#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;
using support::text;

TEST_CASE("Asio's addresses as ours, and back") {
  for (const char* address :
       {"192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::", "::1"}) {
    INFO(address);
    const auto theirs = asio::ip::make_address(address);
    CHECK(to_ip_address(theirs) == ip(address));
    CHECK(to_asio(ip(address)) == theirs);
  }
}

TEST_CASE("the scope of an address is kept") {
  const asio::ip::address_v6 theirs(asio::ip::make_address_v6("fe80::1").to_bytes(), 7);
  CHECK(to_ip_address(theirs).scope_id() == 7);
  CHECK(to_asio(to_ip_address(theirs)) == theirs);
  CHECK(address_of(tcp::endpoint(theirs, 80)).scope_id() == 7);
}

TEST_CASE("an IPv4-mapped address is IPv4") {
  const auto mapped = asio::ip::make_address("::ffff:192.0.2.1");
  REQUIRE(mapped.is_v6());
  CHECK(to_ip_address(mapped).is_v4());
  CHECK(to_asio(to_ip_address(mapped)) == asio::ip::make_address("192.0.2.1"));
}

TEST_CASE("the source of loopback is loopback", "[R11]") {
  const no_file_is_left check;
  CHECK(source_address_of(ip("127.0.0.1")) == ip("127.0.0.1"));
  CHECK(source_address_of(ip("127.0.0.9")) == ip("127.0.0.1"));
  CHECK(source_address_of(ip("::1")) == ip("::1"));
}

TEST_CASE("a destination that no host may reach has no source", "[R11]") {
  const no_file_is_left check;
  CHECK(source_address_of(ip("255.255.255.255")) == std::nullopt);  // broadcast, not asked for
  CHECK(source_address_of(ip_address(ip("fe80::1").bytes(), 0x7fffffff)) == std::nullopt);
}

TEST_CASE("where no file can be opened there is no source", "[R11]") {
  std::vector<int> all;
  for (int n; (n = ::dup(0)) >= 0;) all.push_back(n);
  const auto source = source_address_of(ip("127.0.0.1"));
  for (const int n : all) ::close(n);
  CHECK(source == std::nullopt);
}

TEST_CASE("destinations sorted by the sources that this host has", "[R11]") {
  const auto endpoint = [](const char* a) { return tcp::endpoint(asio::ip::make_address(a), 80); };
  const std::vector<tcp::endpoint> found{endpoint("255.255.255.255"), endpoint("127.0.0.1"),
                                         endpoint("::1")};
  const auto sorted = sort_destinations(found, address_of, source_address_of);
  CHECK(sorted == std::vector{found[2], found[1], found[0]});
}
