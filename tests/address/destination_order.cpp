// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/destination_order.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <string>

#include "support/addresses.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;
using support::ip;

namespace {

/// A destination, and the source that the host would use for it; "" if it has none.
struct route {
  std::string to, from;
  bool deprecated = false;
};

/// What is remembered.
struct memory {
  std::map<ip_address, std::chrono::nanoseconds> rtts;
  std::vector<ip_address> used_ones;

  std::optional<std::chrono::nanoseconds> rtt(const ip_address& a) const {
    const auto found = rtts.find(a);
    if (found == rtts.end()) return std::nullopt;
    return found->second;
  }

  bool used(const ip_address& a) const {
    return std::count(used_ones.begin(), used_ones.end(), a) > 0;
  }
};

using order = std::vector<std::string>;

template <class History = detail::no_history>
order sorted(std::vector<route> routes, const policy_table& table = default_policy_table,
             const History& history = History()) {
  const auto address_of = [](const route& r) { return ip(r.to); };
  const auto source_of = [&](const ip_address& to) -> std::optional<source_address> {
    for (const route& r : routes)
      if (ip(r.to) == to && !r.from.empty()) return source_address(ip(r.from), r.deprecated);
    return std::nullopt;
  };
  order names;
  for (const route& r : sort_destinations(routes, address_of, source_of, table, history))
    names.push_back(r.to);
  return names;
}

/// `first` before `second`, in whichever order they come.
template <class History = detail::no_history>
void check_before(const route& first, const route& second,
                  const policy_table& table = default_policy_table,
                  const History& history = History()) {
  INFO(first.to << " (from " << first.from << "), then " << second.to << " (from " << second.from
                << ")");
  CHECK(sorted({first, second}, table, history) == order{first.to, second.to});
  CHECK(sorted({second, first}, table, history) == order{first.to, second.to});
}

/// The default table with other rows for some prefixes.
std::vector<policy_row> table_with(std::vector<policy_row> rows) {
  rows.insert(rows.end(), default_policy_table.begin(), default_policy_table.end());
  return rows;
}

}  // namespace

// RFC 6724, section 10.2: the examples of the default table, with the sources that it states.

TEST_CASE("RFC 6724, 10.2: the scope of IPv4's source does not match", "[R11]") {
  check_before({"2001:db8:1::1", "2001:db8:1::2"}, {"198.51.100.121", "169.254.13.78"});
}

TEST_CASE("RFC 6724, 10.2: the scope of IPv6's source does not match", "[R11]") {
  check_before({"198.51.100.121", "198.51.100.117"}, {"2001:db8:1::1", "fe80::1"});
}

TEST_CASE("RFC 6724, 10.2: IPv6 has the higher precedence, a private IPv4 is global", "[R11]") {
  check_before({"2001:db8:1::1", "2001:db8:1::2"}, {"10.1.2.3", "10.1.2.4"});
}

TEST_CASE("RFC 6724, 10.2: the smaller scope", "[R11]") {
  check_before({"fe80::1", "fe80::2"}, {"2001:db8:1::1", "2001:db8:1::2"});
}

TEST_CASE("RFC 6724, 10.2: home addresses are not known: the smaller scope", "[R11]") {
  // With rule 4, which needs the kernel, it would be the other way round.
  check_before({"fe80::1", "fe80::2"}, {"2001:db8:1::1", "2001:db8:3::1"});
}

TEST_CASE("RFC 6724, 10.2: deprecated sources are avoided", "[R11][D26]") {
  check_before({"2001:db8:1::1", "2001:db8:1::2"}, {"fe80::1", "fe80::2", true});
}

TEST_CASE("RFC 6724: a deprecated source counts after scopes, and before labels", "[R11][D26]") {
  check_before({"2001:db8::1", "2001:db8::2", true}, {"198.51.100.121", "169.254.13.78"});
  check_before({"192.0.2.1", "198.51.100.117"}, {"2001:db8::1", "2001:db8::2", true});
  check_before({"2002:c633:6401::1", "fd00::1"}, {"2001:db8::1", "2001:db8::2", true});
  check_before({"2001:db8::1", "2001:db8::2"}, {"192.0.2.1", "198.51.100.117", true});
  check_before({"192.0.2.1", "198.51.100.117", true}, {"2001:db8::1", ""});
}

TEST_CASE("precedences may be any numbers", "[R11]") {
  constexpr int least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
  const policy_row rows[] = {{ip("2001:db8:1::"), 48, least, 1}, {ip("2001:db8:2::"), 48, most, 1}};
  check_before({"2001:db8:2::1", "2001:db8:2::2"}, {"2001:db8:1::1", "2001:db8:1::2"}, rows);
}

TEST_CASE("the scopes of IPv4 are those of the table", "[R11][D26]") {
  const v4_scope_row site[] = {{ip("10.0.0.0"), 96 + 8, detail::site_local_scope}};
  const policy_table table(default_policy_table, site);
  // By rule 8 the smaller scope, and by rule 2 that of the source.
  check_before({"10.1.2.3", "10.1.2.4"}, {"192.0.2.1", "192.0.2.2"}, table);
  check_before({"192.0.2.1", "192.0.2.2"}, {"10.1.2.3", "192.0.2.2"}, table);
  // With rows of its own nothing else is link-local.
  check_before({"2001:db8::1", "2001:db8::2"}, {"198.51.100.121", "169.254.13.78"}, table);
}

TEST_CASE("RFC 6724, 10.2: the longest matching prefix", "[R11]") {
  check_before({"2001:db8:1::1", "2001:db8:1::2"}, {"2001:db8:3ffe::1", "2001:db8:3f44::2"});
}

TEST_CASE("RFC 6724, 10.2: the label of the source matches", "[R11]") {
  check_before({"2002:c633:6401::1", "2002:c633:6401::2"}, {"2001:db8:1::1", "2002:c633:6401::2"});
}

TEST_CASE("RFC 6724, 10.2: native IPv6 has the higher precedence than 6to4", "[R11]") {
  check_before({"2001:db8:1::1", "2001:db8:1::2"}, {"2002:c633:6401::1", "2002:c633:6401::2"});
}

// Sections 10.3 to 10.7: other tables.

TEST_CASE("RFC 6724, 10.3: a table that prefers IPv4 changes the precedence only", "[R11]") {
  const auto table = table_with({{ip("0.0.0.0"), 96, 100, 4}});
  check_before({"2001:db8::1", "2001:db8::2"}, {"198.51.100.121", "169.254.13.78"}, table);
  check_before({"198.51.100.121", "198.51.100.117"}, {"2001:db8::1", "fe80::1"}, table);
  check_before({"10.1.2.3", "10.1.2.4"}, {"2001:db8::1", "2001:db8::2"}, table);
}

TEST_CASE("RFC 6724, 10.4: a table that prefers global addresses to link-local ones", "[R11]") {
  const auto table = table_with({{ip("fe80::"), 10, 33, 1}});
  check_before({"2001:db8::1", "2001:db8::2"}, {"fe80::1", "fe80::2"}, table);
}

TEST_CASE("RFC 6724, 10.5: two providers, by default by the longest matching prefix", "[R11]") {
  check_before({"2001:db8:70bb::b", "2001:db8:70aa::a"}, {"2001:db8:1bbb::b", "2001:db8:1aaa::a"});
  check_before({"2001:db8:1ccc::c", "2001:db8:1aaa::a"}, {"2001:db8:6ccc::c", "2001:db8:70aa::a"});
}

TEST_CASE("RFC 6724, 10.5: a table that prefers one provider for one site", "[R11]") {
  const auto table =
      table_with({{ip("2001:db8:1aaa::"), 48, 43, 6}, {ip("2001:db8:1bbb::"), 48, 43, 6}});
  check_before({"2001:db8:1bbb::b", "2001:db8:1aaa::a"}, {"2001:db8:70bb::b", "2001:db8:70aa::a"},
               table);
  check_before({"2001:db8:6ccc::c", "2001:db8:70aa::a"}, {"2001:db8:1ccc::c", "2001:db8:70aa::a"},
               table);
}

TEST_CASE("RFC 6724, 10.6: unique local addresses come last, those of the site first", "[R11]") {
  const route global{"2001:db8:2::2", "2001:db8:1::1"};
  const route elsewhere{"fd22:2222:2222:2::2", "fd11:1111:1111:1::1"};
  const route site{"fd11:1111:1111:2::2", "fd11:1111:1111:1::1"};
  const auto table = table_with({{ip("fd11:1111:1111::"), 48, 45, 14}});
  check_before(global, elsewhere);
  check_before(global, elsewhere, table);
  check_before(global, site);
  check_before(site, global, table);
}

TEST_CASE("RFC 6724, 10.7: translated IPv4 before 6to4, unless it is the site's own", "[R11]") {
  check_before({"203.0.113.1", "10.1.2.3"}, {"2001:db8:1::1", "2002:c633:6401::2"});
  const route native{"2002:c633:6401:2::2", "2002:c633:6401:1::1"}, v4{"203.0.113.1", "10.1.2.3"};
  check_before(v4, native);
  check_before(native, v4, table_with({{ip("2002:c633:6401::"), 48, 45, 14}}));
}

// The rules.

TEST_CASE("rule 1: a destination without a source comes last, whatever it is", "[R11]") {
  check_before({"198.51.100.121", "169.254.13.78"}, {"2001:db8:1::1", ""});
  check_before({"3ffe::1", "2001:db8::1"}, {"::1", ""});
  CHECK(sorted({{"2001:db8::1", ""},
                {"192.0.2.1", "192.0.2.9"},
                {"2001:db8::2", ""},
                {"192.0.2.2", "192.0.2.9"}}) ==
        order{"192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"});
}

TEST_CASE("the scopes of RFC 6724, sections 3.1 to 3.4", "[R11]") {
  for (const char* link_local :
       {"fe80::1", "febf::1", "::1", "127.0.0.1", "127.255.0.1", "169.254.0.1", "ff02::1"})
    CHECK(detail::scope_of(ip(link_local)) == 0x2);
  for (const char* site_local : {"fec0::1", "feff::1", "ff05::1"})
    CHECK(detail::scope_of(ip(site_local)) == 0x5);
  for (const char* global :
       {"2001:db8::1", "fd11::1", "::", "::2", "::192.0.2.1", "64:ff9b::1", "2002::1", "fe00::1",
        "ff0e::1", "10.0.0.1", "192.168.0.1", "100.64.0.1", "169.253.0.1", "192.0.2.1"})
    CHECK(detail::scope_of(ip(global)) == 0xe);
  CHECK(detail::scope_of(ip("ff01::1")) == 0x1);
  CHECK(detail::scope_of(ip("ff38::1")) == 0x8);
}

TEST_CASE("rule 9: bits past the source's prefix of 64 do not count", "[R11]") {
  const route nearer{"2001:db8:1::2", "2001:db8:1::3"},
      farther{"2001:db8:1::8000:0:0:1", "2001:db8:1::3"};
  CHECK(sorted({nearer, farther}) == order{nearer.to, farther.to});
  CHECK(sorted({farther, nearer}) == order{farther.to, nearer.to});
  check_before({"2001:db8:1:2::1", "2001:db8:1:2::9"}, {"2001:db8:1:3::1", "2001:db8:1:2::9"});
}

TEST_CASE("rule 9 leaves the order of IPv4 as the DNS gave it", "[R11]") {
  const route same_net{"192.168.1.2", "192.168.1.9"}, other{"10.1.2.3", "192.168.1.9"};
  CHECK(sorted({same_net, other}) == order{same_net.to, other.to});
  CHECK(sorted({other, same_net}) == order{other.to, same_net.to});
}

TEST_CASE("rule 10: equals keep their order, and so do the same addresses", "[R11]") {
  const std::string from = "2001:db8:ffff::1";
  CHECK(sorted({{"2001:db8:3::1", from}, {"2001:db8:1::1", from}, {"2001:db8:2::1", from}}) ==
        order{"2001:db8:3::1", "2001:db8:1::1", "2001:db8:2::1"});
  using numbered = std::pair<std::string, int>;
  const auto twice = sort_destinations(
      std::vector<numbered>{{"192.0.2.1", 1}, {"::1", 2}, {"192.0.2.1", 3}},
      [](const numbered& n) { return ip(n.first); },
      [](const ip_address& a) { return std::optional(a); });
  CHECK(twice == std::vector<numbered>{{"::1", 2}, {"192.0.2.1", 1}, {"192.0.2.1", 3}});
}

TEST_CASE("the source is asked for once for each destination", "[R11]") {
  std::vector<ip_address> asked;
  sort_destinations(
      support::ips({"192.0.2.1", "::1", "192.0.2.2"}), [](const ip_address& a) { return a; },
      [&](const ip_address& a) -> std::optional<ip_address> {
        asked.push_back(a);
        return std::nullopt;
      });
  CHECK(support::texts(asked) == std::vector<std::string>{"192.0.2.1", "::1", "192.0.2.2"});
}

TEST_CASE("an empty list, and a list of one") {
  CHECK(sorted({}).empty());
  CHECK(sorted({{"192.0.2.1", ""}}) == order{"192.0.2.1"});
}

// History.

TEST_CASE("the lower round-trip time comes first, before rule 9 and after rule 8", "[R12]") {
  const route nearer{"2001:db8:1::1", "2001:db8:1::9"},
      farther{"2001:db8:8000::1", "2001:db8:1::9"};
  check_before(nearer, farther);
  check_before(farther, nearer, default_policy_table,
               memory{{{ip(nearer.to), 20ms}, {ip(farther.to), 10ms}}, {}});
  check_before({"fe80::1", "fe80::9"}, nearer, default_policy_table,
               memory{{{ip("fe80::1"), 20ms}, {ip(nearer.to), 10ms}}, {}});
  check_before(nearer, {"192.0.2.1", "192.0.2.9"}, default_policy_table,
               memory{{{ip(nearer.to), 200ms}, {ip("192.0.2.1"), 1ms}}, {}});
}

TEST_CASE("an address whose round-trip time is not known comes after those whose is", "[R12]") {
  const std::string from = "2001:db8:1::9";
  const memory known{{{ip("2001:db8:1::2"), 3s}, {ip("2001:db8:1::4"), 10ms}}, {}};
  CHECK(sorted({{"2001:db8:1::1", from},
                {"2001:db8:1::2", from},
                {"2001:db8:1::3", from},
                {"2001:db8:1::4", from}},
               default_policy_table,
               known) == order{"2001:db8:1::4", "2001:db8:1::2", "2001:db8:1::1", "2001:db8:1::3"});
}

TEST_CASE("a used address comes before an unused one, after the round-trip time", "[R13]") {
  const route nearer{"2001:db8:1::1", "2001:db8:1::9"},
      farther{"2001:db8:8000::1", "2001:db8:1::9"};
  check_before(farther, nearer, default_policy_table, memory{{}, {ip(farther.to)}});
  check_before(nearer, farther, default_policy_table,
               memory{{{ip(nearer.to), 1s}}, {ip(farther.to)}});
}

// The order as an order.

namespace {

/// The rules of RFC 6724, section 6, and RFC 8305, section 4, as they are written: of a pair.
/// Less than 0 if `a` is preferred, 0 if no rule tells.
int by_the_rules(const ip_address& a, const std::optional<ip_address>& from_a, const ip_address& b,
                 const std::optional<ip_address>& from_b, policy_table table, const memory& known) {
  const auto prefer = [](bool preferred_a, bool preferred_b) {
    return int(preferred_b) - int(preferred_a);
  };
  if (const int r = prefer(from_a.has_value(), from_b.has_value())) return r;
  const auto label = [&](const ip_address& x) { return detail::policy_of(x, table).label; };
  if (from_a) {
    if (const int r = prefer(detail::scope_of(a) == detail::scope_of(*from_a),
                             detail::scope_of(b) == detail::scope_of(*from_b)))
      return r;
    if (const int r = prefer(label(a) == label(*from_a), label(b) == label(*from_b))) return r;
  }
  if (const int r = detail::policy_of(b, table).precedence - detail::policy_of(a, table).precedence)
    return r;
  if (const int r = detail::scope_of(a) - detail::scope_of(b)) return r;
  const auto rtt_a = known.rtt(a), rtt_b = known.rtt(b);
  if (const int r = prefer(rtt_a.has_value(), rtt_b.has_value())) return r;
  if (rtt_a && *rtt_a != *rtt_b) return *rtt_a < *rtt_b ? -1 : 1;
  if (const int r = prefer(known.used(a), known.used(b))) return r;
  if (!from_a || a.is_v4() || b.is_v4()) return 0;
  return std::min(64, common_prefix_length(b, *from_b)) -
         std::min(64, common_prefix_length(a, *from_a));
}

struct routed {
  ip_address to;
  std::optional<ip_address> from;
};

/// Few different ones, so that many are equal by the first rules.
std::vector<routed> any_routes(std::mt19937& random, std::size_t count) {
  std::vector<routed> all;
  while (all.size() < count) {
    routed r{support::any_address(random), support::any_address(random)};
    if (random() % 8 == 0) r.from.reset();
    all.push_back(r);
  }
  return all;
}

memory any_memory(std::mt19937& random, const std::vector<routed>& routes) {
  memory known;
  for (const routed& r : routes) {
    if (random() % 2 == 0) known.rtts[r.to] = std::chrono::milliseconds(random() % 3);
    if (random() % 3 == 0) known.used_ones.push_back(r.to);
  }
  return known;
}

}  // namespace

TEST_CASE("the order is a strict weak one, and that of the rules", "[R11][R12][R13]") {
  std::mt19937 random(8305);
  // A table in which both families are equal is the hard one: rule 9 is for pairs of a family.
  const std::vector<policy_row> flat{{ip("::"), 0, 1, 1}};
  std::size_t triples = 0, told = 0;
  for (int round = 0; round < 200; ++round) {
    const policy_table table = round % 2 == 0 ? policy_table(default_policy_table) : flat;
    const std::vector<routed> routes = any_routes(random, 16);
    const memory known = round % 4 < 2 ? memory() : any_memory(random, routes);
    std::vector<detail::destination_rank> ranks;
    for (const routed& r : routes) ranks.push_back(detail::rank_of(r.to, r.from, table, known));
    const auto n = routes.size();
    bool strict = true, transitive = true, by_rules = true;
    for (std::size_t a = 0; a < n; ++a) {
      strict = strict && !(ranks[a] < ranks[a]);
      for (std::size_t b = 0; b < n; ++b) {
        const bool before = ranks[a] < ranks[b], after = ranks[b] < ranks[a];
        strict = strict && !(before && after);
        const int r =
            by_the_rules(routes[a].to, routes[a].from, routes[b].to, routes[b].from, table, known);
        // Where no rule tells, only the families may: IPv6 before IPv4.
        const bool v6_first = routes[a].to.is_v6() && routes[b].to.is_v4();
        by_rules = by_rules && (r < 0 ? before : r > 0 ? after : before == v6_first);
        told += r != 0;
        for (std::size_t c = 0; c < n; ++c, ++triples) {
          const bool equal_ab = !before && !after;
          const bool equal_bc = !(ranks[b] < ranks[c]) && !(ranks[c] < ranks[b]);
          const bool equal_ac = !(ranks[a] < ranks[c]) && !(ranks[c] < ranks[a]);
          if (before && ranks[b] < ranks[c]) transitive = transitive && ranks[a] < ranks[c];
          if (equal_ab && equal_bc) transitive = transitive && equal_ac;
        }
      }
    }
    INFO("round " << round);
    REQUIRE(strict);
    REQUIRE(transitive);
    REQUIRE(by_rules);
  }
  CHECK(triples == 200 * 16 * 16 * 16);
  CHECK(told > 10000);
}

TEST_CASE("10,000 addresses are sorted by the rules, equals as they came", "[R11]") {
  std::mt19937 random(6724);
  const std::vector<routed> routes = any_routes(random, 10000);
  const memory known = any_memory(random, {routes.begin(), routes.begin() + 100});
  std::size_t asked = 0;
  std::vector<std::size_t> numbers(routes.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;

  auto expected = numbers;
  std::sort(expected.begin(), expected.end(), [&](std::size_t a, std::size_t b) {
    const int r = by_the_rules(routes[a].to, routes[a].from, routes[b].to, routes[b].from,
                               default_policy_table, known);
    const bool v6_first = routes[a].to.is_v6() && routes[b].to.is_v4();
    const bool v6_last = routes[a].to.is_v4() && routes[b].to.is_v6();
    return r != 0 ? r < 0 : v6_first || (!v6_last && a < b);
  });
  const auto found = sort_destinations(
      numbers, [&](std::size_t i) { return routes[i].to; },
      [&](const ip_address&) { return routes[asked++].from; }, default_policy_table, known);
  CHECK(asked == routes.size());
  CHECK(found == expected);
}
