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
const std::string service_not_found = error_code(asio::error::service_not_found).message();
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

TEST_CASE("the % of a scope may be %25, as in a URI, unless a scope begins so", "[D25]") {
  const unsigned lo = ::if_nametoindex("lo");
  REQUIRE(lo != 0);
  const std::string number = std::to_string(lo);
  const std::string unused = "999999";  // begins no interface's number

  struct row {
    std::string host;
    unsigned scope;
  };

  for (const row& r :
       {row{"[fe80::1%25lo]", lo}, row{"fe80::1%25lo", lo}, row{"[fe80::1%25" + number + ']', lo},
        row{"fe80::1%lo", lo}, row{"[fe80::1%25" + unused + ']', 999999}, row{"fe80::1%25", 25}}) {
    INFO(r.host);
    const auto found = known_endpoints(r.host, "80");
    REQUIRE(found.has_value());
    REQUIRE((*found).has_value());
    REQUIRE((*found)->size() == 1);
    CHECK((*found)->front().address().to_v6().scope_id() == r.scope);
  }
  for (const char* wrong : {"[fe80::1%25]x", "[fe80::1%25no-such-device]", "[fe80::1%2525lo]",
                            "[2001:db8::1%25lo]", "[fe80::1%%25lo]", "[fe80::1%25", "[%25lo]"}) {
    INFO(wrong);
    CHECK(known(wrong) == those{host_not_found});
  }
}

TEST_CASE("* is neither a host nor a service", "[D25]") {
  CHECK(known("*") == those{host_not_found});
  CHECK(known("*", "443") == those{host_not_found});
  CHECK(known("[*]") == those{host_not_found});
  CHECK(known("127.0.0.1", "*") == those{service_not_found});
  CHECK(known("*", "*") == those{service_not_found});
}

TEST_CASE("what is neither a name nor a port is no service, at any host", "[D25]") {
  using namespace std::string_literals;
  for (const std::string& wrong : {""s,
                                   "0"s,
                                   "000"s,
                                   "65536"s,
                                   "65616"s,
                                   "99999999999"s,
                                   std::string(10'000, '9'),
                                   "-1"s,
                                   "-80"s,
                                   "+80"s,
                                   " 80"s,
                                   "\t80"s,
                                   "\n80"s,
                                   "80 "s,
                                   "80;"s,
                                   "http;"s,
                                   " http"s,
                                   "0x50"s,
                                   "8 0"s,
                                   "80.0"s,
                                   "80\0"s,
                                   "80\0 1"s,
                                   "*"s,
                                   "\xef\xbc\x98\xef\xbc\x90"s,
                                   std::string(10'000, 'h')}) {
    INFO(wrong.substr(0, 40));
    for (const char* host : {"127.0.0.1", "::1", "localhost", "name.test"})
      CHECK(known(host, wrong) == those{service_not_found});
  }
  CHECK(known("127.0.0.1", "080") == those{"127.0.0.1:80"});
  CHECK(known("127.0.0.1", std::string(10'000, '0') + "80") == those{"127.0.0.1:80"});
}

TEST_CASE("what is no address and no name is an error; whatever else may be a name", "[D25]") {
  using namespace std::string_literals;
  for (const std::string& wrong :
       {""s, "127.0.0.1\0"s, "127.0.0.1\0.test"s, "\0"s, "a\0b"s, "[]"s, "[ ::1]"s, "::1 "s,
        " ::1"s, "00000::1"s, "::1%lo"s, "fe80::1%"s, ":"s, "[127.0.0.1]"s, "[v1.x]"s,
        "//host"s + ":1", std::string(10'000, ':'), std::string(10'000, '[')}) {
    INFO(wrong.substr(0, 40));
    CHECK(known(wrong) == those{host_not_found});
  }
  for (const std::string& name : {"127.0.0.1 "s,
                                  " 127.0.0.1"s,
                                  "127.0.0.1\n"s,
                                  "127.0.0.1."s,
                                  "256.1.1.1"s,
                                  "1.2.3.4.5"s,
                                  "127.0.0.1%lo"s,
                                  "4294967296"s,
                                  "0x"s,
                                  "08"s,
                                  "."s,
                                  ".."s,
                                  "a..b"s,
                                  ".a"s,
                                  "a."s,
                                  "-"s,
                                  "a b"s,
                                  "*."s,
                                  "*.test"s,
                                  "**"s,
                                  "%"s,
                                  "a/b"s,
                                  "user@host"s,
                                  "\x7f"s,
                                  "\x80\xff"s,
                                  "b\xc3\xbc"
                                  "cher.test"s,
                                  std::string(64, 'a') + ".test",
                                  std::string(254, 'a'),
                                  std::string(10'000, 'a')}) {
    INFO(name.substr(0, 40));
    CHECK(known(name) == those{"query"});
  }
}

TEST_CASE("what inet_aton reads is an address, as it is to the system", "[D25]") {
  struct row {
    const char* host;
    const char* is;
  };

  for (const row& r :
       {row{"1", "0.0.0.1:80"}, row{"0", "0.0.0.0:80"}, row{"127.1", "127.0.0.1:80"},
        row{"127.0.1", "127.0.0.1:80"}, row{"0x7f.1", "127.0.0.1:80"},
        row{"0X7F000001", "127.0.0.1:80"}, row{"0177.0.0.1", "127.0.0.1:80"},
        row{"2130706433", "127.0.0.1:80"}, row{"4294967295", "255.255.255.255:80"}}) {
    INFO(r.host);
    CHECK(known(r.host) == those{r.is});
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
  for (const char* host : {"192.0.2.1", "::1", "localhost", "example.com"}) {
    INFO(host);
    CHECK(known(host, "no-such-service") == those{service_not_found});
    CHECK(known_endpoints(host, "no-such-service").error().about() ==
          std::string(host) + " no-such-service");
  }
  if (!::getservbyname("https", "tcp")) return;  // the system knows no names of services
  CHECK(known("192.0.2.1", "https") == those{"192.0.2.1:443"});
  CHECK(known("example.com", "https") == those{"query"});
}
