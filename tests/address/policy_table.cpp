// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/policy_table.hpp"

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
