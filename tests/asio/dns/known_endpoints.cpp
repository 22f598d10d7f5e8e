// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/known_endpoints.hpp"

#include <net/if.h>
#include <netdb.h>

#include <string>
#include <vector>

#include "support/asio.hpp"
#include "support/lookups.hpp"

namespace {

std::vector<std::string> known(const std::string& host, const std::string& service = "80") {
  const auto found = known_endpoints(host, service);
  if (!found) return {to_asio(found.error().code()).message()};
  if (!*found) return {"query"};
  return texts(**found);
}

std::string message(asio::error::netdb_errors e) { return error_code(e).message(); }

const std::string host_not_found = message(asio::error::host_not_found);
using those = std::vector<std::string>;

}  // namespace

TEST_CASE("an address of either family needs no query") {
  CHECK(known("192.0.2.1") == those{"192.0.2.1:80"});
  CHECK(known("2001:db8::1", "443") == those{"[2001:db8::1]:443"});
  CHECK(known("::1", "65535") == those{"[::1]:65535"});
  CHECK(known("0.0.0.0") == those{"0.0.0.0:80"});
  CHECK(known("::ffff:192.0.2.1") == those{"[::ffff:192.0.2.1]:80"});
}

TEST_CASE("an IPv6 address may be in brackets, and nothing else") {
  CHECK(known("[2001:db8::1]") == those{"[2001:db8::1]:80"});
  for (const char* wrong : {"[192.0.2.1]", "[example.com]", "[", "[]", "[::1", "::1]", "[[::1]]"}) {
    INFO(wrong);
    CHECK(known(wrong) == those{host_not_found});
  }
}

TEST_CASE("a link-local address has a scope, by name or by number") {
  const unsigned lo = ::if_nametoindex("lo");
  REQUIRE(lo != 0);
  for (const std::string& scope : {std::string("lo"), std::to_string(lo)})
    for (const std::string& host : {"fe80::1%" + scope, "[fe80::1%" + scope + "]"}) {
      INFO(host);
      const auto found = known_endpoints(host, "80");
      REQUIRE(found.has_value());
      REQUIRE((*found).has_value());
      REQUIRE((*found)->size() == 1);
      CHECK((*found)->front().address().to_v6().scope_id() == lo);
      CHECK((*found)->front().port() == 80);
    }
}

TEST_CASE("a scope that is not there is an error, and no query") {
  CHECK(known("fe80::1%no-such-device") == those{host_not_found});
}

TEST_CASE("what has a colon is no name: an error that names it, and no query") {
  for (const char* wrong : {"example.com:80", "::1::", "2001:db8::g", "http://example.com"}) {
    INFO(wrong);
    CHECK(known(wrong) == those{host_not_found});
    CHECK(known_endpoints(wrong, "80").error().about() == std::string(wrong) + " 80");
  }
}

TEST_CASE("names need a query, and none is made here") {
  support::note_lookups();
  for (const char* host :
       {"example.com", "hangs.example", "a", "1.2.3.4.example", "xn--bcher-kva.ch", "localhost"}) {
    CHECK(known(host) == those{"query"});
    CHECK(support::begun_lookups(host).empty());
  }
}

TEST_CASE("services by name, wherever they are") {
  const std::string not_found = error_code(asio::error::service_not_found).message();
  for (const char* host : {"192.0.2.1", "::1", "localhost", "example.com"}) {
    INFO(host);
    CHECK(known(host, "no-such-service") == those{not_found});
    CHECK(known_endpoints(host, "no-such-service").error().about() ==
          std::string(host) + " no-such-service");
  }
  if (!::getservbyname("https", "tcp")) return;  // the system knows no names of services
  CHECK(known("192.0.2.1", "https") == those{"192.0.2.1:443"});
  CHECK(known("example.com", "https") == those{"query"});
}
