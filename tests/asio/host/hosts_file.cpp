// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/hosts_file.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/asio.hpp"

namespace {

using addresses_as_text = std::vector<std::string_view>;

addresses_as_text addresses(std::string_view text, std::string_view name) {
  return detail::addresses_in_hosts(text, name);
}

}  // namespace

TEST_CASE("hosts file: each line that has the name, as the first one or as an alias", "[D22]") {
  constexpr std::string_view text =
      "127.0.0.1 localhost\n"
      "192.0.2.1\twww.example.com  www\r\n"
      "2001:db8::1 web WWW # the same\n"
      "192.0.2.2 other";
  CHECK(addresses(text, "www") == addresses_as_text{"192.0.2.1", "2001:db8::1"});
  CHECK(addresses(text, "www.Example.COM") == addresses_as_text{"192.0.2.1"});
  CHECK(addresses(text, "other") == addresses_as_text{"192.0.2.2"});
  CHECK(addresses(text, "localhost") == addresses_as_text{"127.0.0.1"});
}

TEST_CASE("hosts file: neither parts of names, nor addresses, nor comments are names", "[D22]") {
  constexpr std::string_view text =
      "192.0.2.1 www.example.com#www.example.net\n"
      "# 192.0.2.2 commented\n"
      "  \n"
      "192.0.2.3\n";
  for (const char* name : {"www", "example.com", "com", "www.example.co", "www.example.com.",
                           "192.0.2.1", "192.0.2.3", "commented", "www.example.net", ""}) {
    INFO(name);
    CHECK(addresses(text, name).empty());
  }
}

TEST_CASE("hosts file: a name twice on a line is one address", "[D22]") {
  CHECK(addresses("192.0.2.1 a b a", "a") == addresses_as_text{"192.0.2.1"});
}

TEST_CASE("hosts file: a line that is not understood names its hosts, too", "[D22]") {
  CHECK(addresses("nonsense www\n", "www") == addresses_as_text{"nonsense"});
}

TEST_CASE("hosts file: what is no text", "[D22]") {
  CHECK(addresses("", "a").empty());
  CHECK(addresses("\n\n#\n", "a").empty());
  CHECK(addresses(std::string_view("1 a\0b\n", 6), "a") == addresses_as_text{"1"});
  CHECK(addresses(std::string(100000, '\xff'), "a").empty());
  CHECK(addresses("1 " + std::string(100000, 'a'), "a").empty());
  CHECK(addresses(std::string(100000, '#') + "\n1 a", "a") == addresses_as_text{"1"});
}
