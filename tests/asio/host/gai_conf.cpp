// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/gai_conf.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;

namespace {

/// What a text makes of an address.
struct says {
  std::string address;
  int precedence, label;

  friend bool operator==(const says&, const says&) = default;
};

says read(const std::string& text, const std::string& address) {
  const detail::owned_policy policy = detail::parse_gai_conf(text);
  const detail::policy p = detail::policy_of(ip(address), policy.table());
  return {address, p.precedence, p.label};
}

int scope(const std::string& text, const std::string& address) {
  const detail::owned_policy policy = detail::parse_gai_conf(text);
  return detail::scope_of(ip(address), policy.table().v4_scopes);
}

// Without a line of its kind, 2002::1 has precedence 30 and label 2; with one, 40 and 1.
bool has_precedences(const std::string& text) { return read(text, "2002::1").precedence != 30; }

bool has_labels(const std::string& text) { return read(text, "2002::1").label != 2; }

bool has_scopes(const std::string& text) { return scope(text, "127.0.0.1") != 2; }

}  // namespace

TEST_CASE("a text without a line that counts is the default table", "[D26]") {
  for (const std::string& text :
       {std::string(), std::string("\n\n"), std::string("# label ::/0 1\n#precedence ::/0 9\n"),
        std::string("reload yes\n"), std::string("   \t\n # scopev4\n")}) {
    INFO(text);
    const detail::owned_policy policy = detail::parse_gai_conf(text);
    for (const char* a :
         {"::1", "2001:db8::1", "192.0.2.1", "2002::1", "2001::1", "fd00::1", "::192.0.2.1",
          "fec0::1", "3ffe::1", "fe80::1", "127.0.0.1", "169.254.0.1"}) {
      INFO(a);
      const detail::policy found = detail::policy_of(ip(a), policy.table());
      const detail::policy by_default = detail::policy_of(ip(a), default_policy_table);
      CHECK(found.precedence == by_default.precedence);
      CHECK(found.label == by_default.label);
      CHECK(detail::scope_of(ip(a), policy.table().v4_scopes) == detail::scope_of(ip(a)));
    }
  }
}

TEST_CASE("a kind with any line replaces the table of that kind whole, and no other", "[D26]") {
  const std::string precedences = "precedence ::ffff:0:0/96 100\n";
  CHECK(read(precedences, "192.0.2.1") == says{"192.0.2.1", 100, 4});
  CHECK(read(precedences, "2001:db8::1") == says{"2001:db8::1", 40, 1});
  CHECK(read(precedences, "::1") == says{"::1", 40, 0});
  CHECK(read(precedences, "2002::1") == says{"2002::1", 40, 2});
  CHECK_FALSE(has_labels(precedences));
  CHECK_FALSE(has_scopes(precedences));

  const std::string labels = "label fd11::/48 14\n";
  CHECK(read(labels, "fd11::1") == says{"fd11::1", 3, 14});
  CHECK(read(labels, "fd12::1") == says{"fd12::1", 3, 1});
  CHECK(read(labels, "192.0.2.1") == says{"192.0.2.1", 35, 1});
  CHECK_FALSE(has_precedences(labels));
  CHECK_FALSE(has_scopes(labels));

  const std::string scopes = "scopev4 ::ffff:10.0.0.0/104 5\n";
  CHECK(scope(scopes, "10.1.2.3") == 5);
  CHECK(scope(scopes, "127.0.0.1") == 14);
  CHECK(scope(scopes, "169.254.0.1") == 14);
  CHECK_FALSE(has_precedences(scopes));
  CHECK_FALSE(has_labels(scopes));
}

TEST_CASE("what no line matches has precedence 40 and label 1, unless ::/0 says otherwise",
          "[D26]") {
  CHECK(read("precedence ::1/128 7\nlabel ::1/128 9\n", "2001:db8::1") ==
        says{"2001:db8::1", 40, 1});
  CHECK(read("precedence ::/0 7\nlabel ::/0 9\n", "2001:db8::1") == says{"2001:db8::1", 7, 9});
  CHECK(read("precedence ::/0 7\nlabel ::/0 9\n", "192.0.2.1") == says{"192.0.2.1", 7, 9});
  CHECK(scope("scopev4 10.0.0.0/8 5\nscopev4 0.0.0.0/0 3\n", "192.0.2.1") == 3);
}

TEST_CASE("the longest prefix decides, and of the same one the first line", "[D26]") {
  const std::string text =
      "precedence 2001:db8::/32 1\nprecedence 2001:db8:1::/48 2\n"
      "precedence 2001:db8:1::/48 3\nlabel 2001:db8:1:1::/64 8\nlabel ::/0 6\n";
  CHECK(read(text, "2001:db8:1:1::1") == says{"2001:db8:1:1::1", 2, 8});
  CHECK(read(text, "2001:db8:1::1") == says{"2001:db8:1::1", 2, 6});
  CHECK(read(text, "2001:db8::1") == says{"2001:db8::1", 1, 6});
  CHECK(scope("scopev4 10.0.0.0/8 5\nscopev4 10.1.0.0/16 2\n", "10.1.2.3") == 2);
  CHECK(scope("scopev4 10.1.0.0/16 2\nscopev4 10.0.0.0/8 5\n", "10.1.2.3") == 2);
}

TEST_CASE("forms of a line that count", "[D26]") {
  for (const char* line :
       {"precedence ::/0 7", "precedence ::/0 7\n", "precedence ::/0 7\r\n",
        " \t precedence\t\t::/0   7  ", "precedence ::/0 7 and what follows",
        "precedence ::/0 7# a comment", "precedence 2002::1 7", "precedence 2002::1/128 007",
        "precedence\v::/0\f7", "precedence 2002:ffff::/16 7", "reload yes\nprecedence ::/0 7"}) {
    INFO(line);
    CHECK(read(line, "2002::1").precedence == 7);
  }
  CHECK(read("precedence ::/0", "2002::1").precedence == 0);  // as glibc reads them:
  CHECK(read("precedence 2002::1/ 7", "2001:db8::1").precedence == 7);
  CHECK(read("precedence ::/0 2147483647", "2002::1").precedence == 2147483647);
  for (const char* line : {"scopev4 127.0.0.1 7", "scopev4 127.0.0.1/32 7", "scopev4 127.0.0.9/8 7",
                           "scopev4 0.0.0.0/0 7", "scopev4 ::ffff:127.0.0.1 7",
                           "scopev4 ::ffff:127.0.0.0/104 7", "scopev4 ::ffff:0:0/96 7"}) {
    INFO(line);
    CHECK(scope(line, "127.0.0.1") == 7);
  }
}

TEST_CASE("what is malformed is no line", "[D26]") {
  using namespace std::string_literals;
  for (const std::string& line : {"precedence"s,
                                  "precedence ::/129 7"s,
                                  "precedence ::/-1 7"s,
                                  "precedence ::/x 7"s,
                                  "precedence ::/0x10 7"s,
                                  "precedence ::/1/2 7"s,
                                  "precedence :::/0 7"s,
                                  "precedence ::%lo/0 7"s,
                                  "precedence 2002::/16 -1"s,
                                  "precedence 2002::/16 7x"s,
                                  "precedence 2002::/16 1.5"s,
                                  "precedence 2002::/16 2147483648"s,
                                  "precedence 2002::/99999999999999999999 7"s,
                                  "precedence 2002::/16 99999999999999999999"s,
                                  "precedence 0.0.0.0/0 7"s,
                                  "precedence 1.2.3.4 7"s,
                                  "Precedence ::/0 7"s,
                                  "prec ::/0 7"s,
                                  "precedences ::/0 7"s,
                                  "precedence# ::/0 7"s,
                                  "precedence=::/0 7"s,
                                  "p\0recedence ::/0 7"s,
                                  "precedence :\0:/0 7"s,
                                  "\xef\xbb\xbfprecedence ::/0 7"s,
                                  "\xff\xfe\x80"s,
                                  std::string(100'000, 'p'),
                                  "precedence "s + std::string(100'000, ':') + " 7",
                                  "precedence ::/"s + std::string(100'000, '9') + " 7",
                                  "precedence ::/0 "s + std::string(100'000, '9')}) {
    INFO(line.substr(0, 80));
    CHECK_FALSE(has_precedences(line));
    CHECK(has_precedences(line + "\nprecedence ::/0 7\n"));  // the next line counts
  }
  for (const char* line :
       {"scopev4 ::/0 7", "scopev4 ::ffff:0:0/95 7", "scopev4 127.0.0.0/33 7", "scopev4 127.1 7",
        "scopev4 2001:db8::/96 7", "scopev4 127.0.0.0/129 7"}) {
    INFO(line);
    CHECK_FALSE(has_scopes(line));
  }
}

TEST_CASE("each prefix is one row, and the longest come first", "[D26]") {
  const detail::owned_policy policy =
      detail::parse_gai_conf("precedence 2001:db8::/32 7\nlabel 2001:db8::/32 8\nlabel ::/0 1\n");
  std::vector<int> lengths;
  for (const policy_row& row : policy.rows) lengths.push_back(row.bits);
  CHECK(lengths == std::vector<int>{32, 0});
}

TEST_CASE("two tables in one say what each says by itself, of whatever address", "[D26]") {
  std::mt19937 random(26);
  const auto number = [&](unsigned most) { return int(random() % (most + 1)); };
  for (int round = 0; round < 200; ++round) {
    std::string precedences, labels;
    for (std::string* kind : {&precedences, &labels})
      for (int lines = number(6); lines > 0; --lines)
        *kind += (kind == &labels ? "label " : "precedence ") +
                 support::text(ip_address(support::any_address(random).bytes())) + '/' +
                 std::to_string(number(128)) + ' ' + std::to_string(number(50)) + '\n';
    for (int i = 0; i < 20; ++i) {
      const std::string address = support::text(support::any_address(random));
      const says both = read(precedences + labels, address);
      CHECK(both.precedence == read(precedences, address).precedence);
      CHECK(both.label == read(labels, address).label);
    }
  }
}
