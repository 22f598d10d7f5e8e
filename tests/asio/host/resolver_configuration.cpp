// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/resolver_configuration.hpp"

#include <string>
#include <string_view>

#include "support/asio.hpp"

using configuration = detail::resolver_configuration;

TEST_CASE("resolv.conf: ndots, and whether there is a search list", "[D22]") {
  const struct {
    const char* text;
    configuration expected;
  } rows[] = {
      {"", {1, false}},
      {"nameserver 192.0.2.53\n", {1, false}},
      {"search a.test b.test\noptions timeout:3 ndots:5 attempts:1\n", {5, true}},
      {"domain a.test\n", {1, true}},
      {"search\n", {1, false}},
      {"# search a.test\n; options ndots:5\n", {1, false}},
      {"options ndots:0", {0, false}},
      {"options ndots:99", {15, false}},
      {"options ndots:99999999999999999999", {15, false}},
      {"options ndots:many ndots:", {1, false}},
      {"research a.test\n", {1, false}},
  };

  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(detail::configuration_in_resolv_conf(row.text) == row.expected);
  }
}
