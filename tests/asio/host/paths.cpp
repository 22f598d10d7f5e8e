// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/paths.hpp"

#include <optional>

#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;

TEST_CASE("a source address is asked for once", "[D34]") {
  detail::paths known;
  CHECK(known.source_of(ip("127.0.0.2")) == ip("127.0.0.1"));
  CHECK(known.source_of(ip("127.0.0.1")) == ip("127.0.0.1"));
  CHECK(known.source_of(ip("255.255.255.255")) == std::nullopt);
  const auto again = [&](const char* address) {
    const support::no_more_files none;  // the question needs a socket
    return known.source_of(ip(address));
  };
  CHECK(again("127.0.0.1") == ip("127.0.0.1"));
  CHECK(again("127.0.0.2") == ip("127.0.0.1"));
  CHECK(again("127.0.0.3") == std::nullopt);
  CHECK(again("255.255.255.255") == std::nullopt);
}

TEST_CASE("what an IPv6 endpoint stands for, by the prefixes that are known", "[D33]") {
  detail::paths known;
  CHECK(known.translated(endpoint("64:ff9b::10.1.2.3", 443)) == endpoint("10.1.2.3", 443));
  CHECK(known.translated(endpoint("2001:db8:64::10.1.2.3")) == std::nullopt);
  CHECK(known.translated(endpoint("10.1.2.3")) == std::nullopt);
  known.set_translators(
      {nat64_prefix(ip("2001:db8:65::"), 96), nat64_prefix(ip("2001:db8:64::"), 96)});
  CHECK(known.translated(endpoint("2001:db8:64::10.1.2.3")) == endpoint("10.1.2.3"));
  CHECK(known.translated(endpoint("2001:db8:66::10.1.2.3")) == std::nullopt);
}
