// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/policy_table.hpp"

#include <iterator>
#include <span>
#include <vector>

#include "support/addresses.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using support::ip;

TEST_CASE("the default policy table is that of RFC 6724, section 2.1", "[R11]") {
  struct row {
    const char* address;
    int precedence, label;
  };

  for (const row& r : std::initializer_list<row>{{"::1", 50, 0},
                                                 {"2001:db8::1", 40, 1},
                                                 {"fe80::1", 40, 1},
                                                 {"ff02::1", 40, 1},
                                                 {"64:ff9b::1", 40, 1},
                                                 {"192.0.2.1", 35, 4},
                                                 {"127.0.0.1", 35, 4},
                                                 {"2002:c633:6401::1", 30, 2},
                                                 {"2001::1", 5, 5},
                                                 {"2001:0:ffff::1", 5, 5},
                                                 {"2001:1::1", 40, 1},
                                                 {"fd11::1", 3, 13},
                                                 {"fc00::1", 3, 13},
                                                 {"::192.0.2.1", 1, 3},
                                                 {"::", 1, 3},
                                                 {"fec0::1", 1, 11},
                                                 {"3ffe::1", 1, 12}}) {
    INFO(r.address);
    const detail::policy p = detail::policy_of(ip(r.address), default_policy_table);
    CHECK(p.precedence == r.precedence);
    CHECK(p.label == r.label);
  }
}

TEST_CASE("the longest prefix decides, in whatever order the rows are", "[R11]") {
  const policy_row wide{ip("2001:db8::"), 32, 10, 1}, narrow{ip("2001:db8:1::"), 48, 20, 2};
  for (const auto& table :
       {std::vector<policy_row>{wide, narrow}, std::vector<policy_row>{narrow, wide}}) {
    CHECK(detail::policy_of(ip("2001:db8:1::1"), table).precedence == 20);
    CHECK(detail::policy_of(ip("2001:db8:1::1"), table).label == 2);
    CHECK(detail::policy_of(ip("2001:db8:2::1"), table).precedence == 10);
  }
}

TEST_CASE("of two rows for one prefix the first counts; in no row it is precedence 0", "[R11]") {
  const std::vector<policy_row> table{{ip("2001:db8::"), 32, 10, 1}, {ip("2001:db8::"), 32, 20, 2}};
  CHECK(detail::policy_of(ip("2001:db8::1"), table).precedence == 10);
  CHECK(detail::policy_of(ip("192.0.2.1"), table).precedence == 0);
  CHECK(detail::policy_of(ip("192.0.2.1"), table).label == -1);
  CHECK(detail::policy_of(ip("192.0.2.1"), {}).label == -1);
}

TEST_CASE("a table is made of any contiguous range of rows", "[R11]") {
  const policy_row rows[] = {{ip("2001:db8::"), 32, 10, 1}};
  const std::vector<policy_row> list(std::begin(rows), std::end(rows));
  for (const policy_table& table :
       {policy_table(rows), policy_table(list), policy_table(std::span<const policy_row>(rows))}) {
    CHECK(table.rows.size() == 1);
    CHECK(detail::policy_of(ip("2001:db8::1"), table).precedence == 10);
    CHECK(table.v4_scopes.size() == default_v4_scopes.size());
  }
}

TEST_CASE("the default scopes of IPv4 are those of RFC 6724, section 3.2", "[R11]") {
  for (const char* a : {"127.0.0.1", "127.255.255.255", "169.254.0.0", "169.254.255.255"})
    CHECK(detail::scope_of(ip(a)) == detail::link_local_scope);
  for (const char* a :
       {"126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "10.0.0.1", "172.16.0.1",
        "192.168.0.1", "100.64.0.1", "192.0.2.1", "0.0.0.0"})
    CHECK(detail::scope_of(ip(a)) == detail::global_scope);
}

TEST_CASE("of the scopes of IPv4 the longest prefix decides; in no row it is global", "[D26]") {
  const v4_scope_row wide{ip("10.0.0.0"), 96 + 8, 5}, narrow{ip("10.1.0.0"), 96 + 16, 2};
  for (const auto& rows : {std::vector{wide, narrow}, std::vector{narrow, wide}}) {
    CHECK(detail::scope_of(ip("10.1.2.3"), rows) == 2);
    CHECK(detail::scope_of(ip("10.2.2.3"), rows) == 5);
    CHECK(detail::scope_of(ip("127.0.0.1"), rows) == detail::global_scope);
    CHECK(detail::scope_of(ip("fe80::1"), rows) == detail::link_local_scope);
  }
}
