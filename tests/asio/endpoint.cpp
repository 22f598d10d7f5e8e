// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/tcp/connect_to.hpp"

#include "support/addresses.hpp"
#include "support/asio.hpp"

// Endpoints and addresses, between Asio and the core.

using support::ip;

TEST_CASE("to_asio and the text of endpoints") {
  CHECK(to_asio(make_error_code(errc::no_endpoints)) == asio::error::not_found);
  CHECK(to_asio(make_error_code(errc::stopped)) == asio::error::operation_aborted);
  CHECK(to_asio(std::make_error_code(std::errc::timed_out)) == asio::error::timed_out);
  CHECK(to_asio(std::error_code(asio::error::connection_refused, std::system_category())) ==
        asio::error::connection_refused);
  CHECK(!to_asio(std::error_code()));
  CHECK(to_string(tcp::endpoint(asio::ip::make_address("192.0.2.1"), 80)) == "192.0.2.1:80");
  CHECK(to_string(tcp::endpoint(asio::ip::make_address("2001:db8::1"), 80)) == "[2001:db8::1]:80");
}

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
