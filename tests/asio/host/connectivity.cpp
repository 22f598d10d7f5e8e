// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/connectivity.hpp"

#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;

namespace {
constexpr connectivity::reach nowhere = connectivity::reach::nowhere,
                              somewhere = connectivity::reach::somewhere,
                              internet = connectivity::reach::internet;
}  // namespace

TEST_CASE("each family is asked for if there is connectivity of it") {
  for (const connectivity::reach some : {somewhere, internet}) {
    CHECK(connectivity{some, nowhere}.asks_for(address_family::v6));
    CHECK_FALSE(connectivity{some, nowhere}.asks_for(address_family::v4));
    CHECK(connectivity{nowhere, some}.asks_for(address_family::v4));
    CHECK_FALSE(connectivity{nowhere, some}.asks_for(address_family::v6));
    CHECK(connectivity{some, some}.asks_for(address_family::v4));
    CHECK(connectivity{some, some}.asks_for(address_family::v6));
  }
}

TEST_CASE("both are asked for if there is connectivity of neither") {
  CHECK(connectivity{}.asks_for(address_family::v4));
  CHECK(connectivity{}.asks_for(address_family::v6));
}

TEST_CASE("IPv6 is preferred, unless IPv4 alone gets further", "[D14]") {
  for (const connectivity::reach six : {nowhere, somewhere, internet})
    for (const connectivity::reach four : {nowhere, somewhere, internet})
      CHECK(connectivity{six, four}.preferred() ==
            (four > six ? address_family::v4 : address_family::v6));
}

TEST_CASE("a network with IPv6 only", "[R32]") {
  CHECK(connectivity{internet, nowhere}.v6_only());
  CHECK(connectivity{internet, somewhere}.v6_only());
  CHECK_FALSE(connectivity{internet, internet}.v6_only());
  CHECK_FALSE(connectivity{somewhere, nowhere}.v6_only());
  CHECK_FALSE(connectivity{}.v6_only());
}

TEST_CASE("neither loopback nor link-local addresses are connectivity") {
  using detail::reaches_beyond_link;
  for (const char* a : {"127.0.0.1", "::1", "169.254.1.1", "fe80::1", "0.0.0.0", "::"}) {
    INFO(a);
    CHECK_FALSE(reaches_beyond_link(ip(a)));
  }
  for (const char* a : {"192.0.2.1", "10.0.0.1", "2001:db8::1", "fd00::1", "100.64.0.1"}) {
    INFO(a);
    CHECK(reaches_beyond_link(ip(a)));
  }
}

TEST_CASE("this host's connectivity leaves no file open, and at least one family to ask for") {
  const no_file_is_left check;
  const connectivity here = find_connectivity();
  CHECK((here.asks_for(address_family::v4) || here.asks_for(address_family::v6)));
  CHECK(here.asks_for(here.preferred()));
}
