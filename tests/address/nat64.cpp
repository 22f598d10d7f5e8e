// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/nat64.hpp"

#include <bit>
#include <random>
#include <string>

#include "support/addresses.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using support::ip;
using support::ips;
using support::text;

namespace {

nat64_prefix nat64(const std::string& address, int length) {
  return nat64_prefix(ip(address), length);
}

std::vector<std::string> found_in(const std::vector<std::string>& answers) {
  std::vector<std::string> all;
  for (const nat64_prefix& p : find_nat64_prefixes(ips(answers)))
    all.push_back(text(p.address()) + "/" + std::to_string(p.length()));
  return all;
}

using prefixes = std::vector<std::string>;

/// RFC 6052, section 2.4: 192.0.2.33 with prefixes of all lengths.
struct embedded {
  const char* prefix;
  int length;
  const char* address;
};

constexpr embedded rfc_6052_examples[] = {
    {"2001:db8::", 32, "2001:db8:c000:221::"},
    {"2001:db8:100::", 40, "2001:db8:1c0:2:21::"},
    {"2001:db8:122::", 48, "2001:db8:122:c000:2:2100::"},
    {"2001:db8:122:300::", 56, "2001:db8:122:3c0:0:221::"},
    {"2001:db8:122:344::", 64, "2001:db8:122:344:c0:2:2100::"},
    {"2001:db8:122:344::", 96, "2001:db8:122:344::192.0.2.33"},
    {"64:ff9b::", 96, "64:ff9b::192.0.2.33"},
};

}  // namespace

TEST_CASE("an IPv4 address in each of the formats of RFC 6052, section 2.4", "[R33]") {
  for (const embedded& e : rfc_6052_examples) {
    INFO(e.prefix << "/" << e.length);
    CHECK(synthesize(nat64(e.prefix, e.length), ip("192.0.2.33")) == ip(e.address));
  }
}

TEST_CASE("and back") {
  for (const embedded& e : rfc_6052_examples) {
    INFO(e.address);
    CHECK(extract(nat64(e.prefix, e.length), ip(e.address)) == ip("192.0.2.33"));
  }
}

TEST_CASE("any IPv4 address with any prefix, and back") {
  std::mt19937 random(6052);
  for (int round = 0; round < 2000; ++round) {
    ip_address::v6_bytes bytes;
    for (auto& b : bytes) b = std::uint8_t(random());
    bytes[8] = 0;
    ip_address::v4_bytes v4;
    for (auto& b : v4) b = std::uint8_t(random());
    for (const int length : nat64_prefix::lengths) {
      const nat64_prefix prefix(ip_address(bytes), length);
      const ip_address address = synthesize(prefix, ip_address(v4));
      REQUIRE(in_prefix(address, ip_address(bytes), length));
      REQUIRE(address.bytes()[8] == 0);
      REQUIRE(extract(prefix, address) == ip_address(v4));
      // Nothing but the two is in it.
      std::size_t bits = 0, expected = 0;
      for (const auto b : address.bytes()) bits += std::size_t(std::popcount(b));
      for (const auto b : prefix.address().bytes()) expected += std::size_t(std::popcount(b));
      for (const auto b : v4) expected += std::size_t(std::popcount(b));
      REQUIRE(bits == expected);
    }
  }
}

TEST_CASE("an address with another prefix stands for none") {
  CHECK(extract(well_known_nat64_prefix, ip("64:ff9b::192.0.2.33")) == ip("192.0.2.33"));
  CHECK(extract(well_known_nat64_prefix, ip("64:ff9b:0:0:1::192.0.2.33")) == std::nullopt);
  CHECK(extract(well_known_nat64_prefix, ip("64:ff9b:1::192.0.2.33")) == std::nullopt);
  CHECK(extract(well_known_nat64_prefix, ip("192.0.2.33")) == std::nullopt);
  CHECK(extract(nat64("2001:db8::", 32), ip("2001:db9:c000:221::")) == std::nullopt);
}

TEST_CASE("bits 64 to 71 have to be zero, the suffix does not matter") {
  const nat64_prefix prefix = nat64("2001:db8:122::", 48);
  CHECK(extract(prefix, ip("2001:db8:122:c000:102:2100::")) == std::nullopt);
  CHECK(extract(prefix, ip("2001:db8:122:c000:2:21ab:cdef:1")) == ip("192.0.2.33"));
}

TEST_CASE("a prefix has one of six lengths, is IPv6, and has zeros in bits 64 to 71") {
  for (const int length : {-1, 0, 8, 31, 33, 72, 80, 88, 95, 97, 128})
    CHECK_THROWS_AS(nat64("64:ff9b::", length), std::invalid_argument);
  CHECK_THROWS_AS(nat64("192.0.2.0", 96), std::invalid_argument);
  CHECK_THROWS_AS(nat64("2001:db8::100:0:0:0", 96), std::invalid_argument);
  CHECK(nat64("2001:db8::100:0:0:0", 64).length() == 64);
}

TEST_CASE("what follows a prefix is no part of it") {
  CHECK(nat64("2001:db8:122:344::1", 48) == nat64("2001:db8:122::", 48));
  CHECK(text(nat64("2001:db8:122:344::1", 48).address()) == "2001:db8:122::");
  CHECK(nat64("2001:db8::", 32) != nat64("2001:db8::", 40));
}

TEST_CASE("discovery: a prefix of each length, from either of the two addresses", "[R33]") {
  for (const embedded& e : rfc_6052_examples) {
    const std::string expected = std::string(e.prefix) + "/" + std::to_string(e.length);
    INFO(expected);
    std::vector<std::string> both;
    for (const char* well_known : {"192.0.0.170", "192.0.0.171"}) {
      both.push_back(text(synthesize(nat64(e.prefix, e.length), ip(well_known))));
      CHECK(found_in({both.back()}) == prefixes{expected});
    }
    CHECK(found_in(both) == prefixes{expected});
  }
}

TEST_CASE("discovery: several prefixes, in the order of the answers, each once", "[R33]") {
  CHECK(found_in({"64:ff9b::192.0.0.171", "2001:db8:122:344::192.0.0.170", "64:ff9b::192.0.0.170",
                  "2001:db8:c000:aa::"}) ==
        prefixes{"64:ff9b::/96", "2001:db8:122:344::/96", "2001:db8::/32"});
}

TEST_CASE("discovery: other answers say nothing", "[R33]") {
  CHECK(found_in({}).empty());
  CHECK(found_in({"2001:db8::1", "64:ff9b::192.0.0.172"}).empty());
  CHECK(found_in({"192.0.0.170", "::ffff:192.0.0.171"}).empty());   // mapped, not translated
  CHECK(found_in({"2001:db8:122:344:c000:aa::"}).empty());          // over bits 64 to 71
  CHECK(found_in({"2001:db8:0:c0:100:aa::"}).empty());              // these are not zero
  CHECK(found_in({"2001:db8:122:344::c0:0:aa00", "::1"}).empty());  // at no place of RFC 6052
  CHECK(found_in({"2001:db8::1", "64:ff9b::192.0.0.170"}) == prefixes{"64:ff9b::/96"});
}

TEST_CASE("discovery: an address that is there twice leaves it to the other one", "[R33]") {
  // An operator's prefix that has 192.0.0.170 in it, where a /32 would have it and where none
  // would.
  CHECK(found_in({"2001:db8:c000:aa::192.0.0.170"}).empty());
  CHECK(found_in({"c000:aa::192.0.0.170"}).empty());
  CHECK(found_in({"c000:aa::192.0.0.171"}) == prefixes{"c000:aa::/96"});
  CHECK(found_in({"c000:aa::192.0.0.170", "c000:aa::192.0.0.171"}) == prefixes{"c000:aa::/96"});
  // 192.0.0.170 twice, split by bits 64 to 71 and at the end; 192.0.0.171 once.
  CHECK(found_in({"c000:ab:c0:0:aa::192.0.0.170"}).empty());
  CHECK(found_in({"2001:db8:0:c0:0:aa:c000:aa"}).empty());
}

TEST_CASE("discovery: where each could be what was put there, nothing is guessed", "[R33]") {
  CHECK(found_in({"2001:db8:c000:aa::192.0.0.171"}).empty());
  CHECK(found_in({"2001:db8:c000:ab::192.0.0.170"}).empty());
}

TEST_CASE("what is never synthesised, with its neighbours") {
  for (const char* never : {"0.0.0.0", "0.255.255.255", "127.0.0.1", "127.255.255.255",
                            "169.254.0.0", "169.254.255.255", "255.255.255.255"}) {
    INFO(never);
    CHECK_FALSE(synthesizable(ip(never)));
    CHECK_FALSE(synthesizable(nat64("2001:db8::", 32), ip(never)));
    CHECK_FALSE(synthesizable(well_known_nat64_prefix, ip(never)));
  }
  for (const char* may : {"1.0.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
                          "169.255.0.0", "192.0.1.33"}) {
    INFO(may);
    CHECK(synthesizable(ip(may)));
    CHECK(synthesizable(well_known_nat64_prefix, ip(may)));
  }
  CHECK_FALSE(synthesizable(ip("2001:db8::1")));
}

TEST_CASE("the Well-Known Prefix stands for global addresses only, RFC 6052, section 3.1",
          "[R33]") {
  for (const char* not_global :
       {"10.1.2.3", "100.64.0.1", "100.127.255.255", "172.16.0.1", "172.31.255.255", "192.0.0.170",
        "192.0.2.33", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.254"}) {
    INFO(not_global);
    CHECK_FALSE(synthesizable(well_known_nat64_prefix, ip(not_global)));
    CHECK(synthesizable(nat64("2001:db8::", 96), ip(not_global)));
    CHECK(synthesizable(nat64("64:ff9b:1::", 96), ip(not_global)));  // RFC 8215: for local use
    CHECK(synthesizable(ip(not_global)));
  }
  for (const char* global :
       {"9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.88.98.255", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "198.51.101.0", "203.0.114.0", "223.255.255.255", "8.8.8.8"}) {
    INFO(global);
    CHECK(synthesizable(well_known_nat64_prefix, ip(global)));
  }
}

TEST_CASE("prefixes and their addresses are constants") {
  constexpr ip_address v4(ip_address::v4_bytes{198, 51, 99, 1});
  constexpr ip_address v6 = synthesize(well_known_nat64_prefix, v4);
  static_assert(extract(well_known_nat64_prefix, v6) == v4);
  static_assert(synthesizable(well_known_nat64_prefix, v4));
  CHECK(text(v6) == "64:ff9b::c633:6301");
}
