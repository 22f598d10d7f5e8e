// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/ip_address.hpp"

#include "support/addresses.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using support::ip;

TEST_CASE("an IPv4 address is kept as its mapped form") {
  const ip_address a(ip_address::v4_bytes{192, 0, 2, 33});
  CHECK(a.is_v4());
  CHECK_FALSE(a.is_v6());
  CHECK(a.to_v4() == ip_address::v4_bytes{192, 0, 2, 33});
  CHECK(a.bytes() == ip_address::v6_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 33});
  CHECK(a == ip("::ffff:192.0.2.33"));
}

TEST_CASE("every other address is IPv6") {
  for (const char* v6 : {"::", "::1", "::192.0.2.33", "::ffff:0:192.0.2.33", "::fffe:192.0.2.33",
                         "::feff:192.0.2.33", "1::ffff:192.0.2.33", "0:0:0:0:1:ffff:192.0.2.33",
                         "64:ff9b::192.0.2.33", "2001:db8::1", "fe80::1"}) {
    INFO(v6);
    CHECK(ip(v6).is_v6());
    CHECK_FALSE(ip(v6).is_v4());
  }
  CHECK(ip_address() == ip("::"));
}

TEST_CASE("addresses differ by their bytes, and by their interface") {
  const ip_address::v6_bytes fe80_1{0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  const ip_address one(fe80_1, 1), two(fe80_1, 2);
  CHECK(one.scope_id() == 1);
  CHECK(one != two);
  CHECK(one < two);
  CHECK(ip_address(fe80_1) == ip("fe80::1"));
  CHECK(ip_address(fe80_1).scope_id() == 0);
  CHECK(ip("2001:db8::1") < ip("2001:db8::2"));
  CHECK(ip("10.0.0.1") < ip("2001:db8::1"));
  CHECK(two < ip("fe80::2"));
}

TEST_CASE("the common prefix is counted in bits, whatever the interface") {
  CHECK(common_prefix_length(ip("2001:db8::1"), ip("2001:db8::1")) == 128);
  CHECK(common_prefix_length(ip("2001:db8::2"), ip("2001:db8::3")) == 127);
  CHECK(common_prefix_length(ip("2001:db8::1"), ip("2001:db8::2")) == 126);
  CHECK(common_prefix_length(ip("2001:db8:1::1"), ip("2001:db8:3ffe::1")) == 34);
  CHECK(common_prefix_length(ip("::"), ip("8000::")) == 0);
  CHECK(common_prefix_length(ip("10.0.0.0"), ip("10.128.0.0")) == 96 + 8);
  CHECK(common_prefix_length(ip_address(ip_address::v6_bytes{0xfe, 0x80}, 1),
                             ip_address(ip_address::v6_bytes{0xfe, 0x80}, 2)) == 128);
}

TEST_CASE("a prefix holds its first and its last address, and neither neighbour") {
  struct range {
    const char* prefix;
    int bits;
    const char *before, *first, *last, *after;
  };

  for (const range& r : std::initializer_list<range>{
           {"fe80::", 10, "fe7f:ffff::", "fe80::", "febf:ffff::", "fec0::"},
           {"fc00::", 7, "fbff::", "fc00::", "fdff::", "fe00::"},
           {"2001:db8::", 32, "2001:db7:ffff::", "2001:db8::", "2001:db8:ffff::", "2001:db9::"},
           {"::1", 128, "::", "::1", "::1", "::2"},
           {"169.254.0.0", 96 + 16, "169.253.255.255", "169.254.0.0", "169.254.255.255",
            "169.255.0.0"},
           {"172.16.0.0", 96 + 12, "172.15.255.255", "172.16.0.0", "172.31.255.255",
            "172.32.0.0"}}) {
    INFO(r.prefix << "/" << r.bits);
    CHECK_FALSE(in_prefix(ip(r.before), ip(r.prefix), r.bits));
    CHECK(in_prefix(ip(r.first), ip(r.prefix), r.bits));
    CHECK(in_prefix(ip(r.last), ip(r.prefix), r.bits));
    CHECK_FALSE(in_prefix(ip(r.after), ip(r.prefix), r.bits));
  }
  CHECK(in_prefix(ip("ffff::"), ip("::"), 0));
  CHECK(in_prefix(ip("192.0.2.1"), ip("::"), 0));
}

TEST_CASE("addresses and prefixes are constants") {
  constexpr ip_address a(ip_address::v4_bytes{127, 0, 0, 1});
  static_assert(a.is_v4() && a == ip_address(a.to_v4()) && a > ip_address());
  static_assert(in_prefix(a, ip_address(ip_address::v4_bytes{127}), 96 + 8));
  CHECK(support::text(a) == "127.0.0.1");
}
