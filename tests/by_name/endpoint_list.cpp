// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/endpoint_list.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

#include "eyeballs/address/interleave.hpp"
#include "support/catch.hpp"
#include "support/families.hpp"

using namespace eyeballs;
using support::family_by_name;

namespace {

using endpoint_names = std::vector<std::string>;
constexpr auto ipv4 = address_family::v4, ipv6 = address_family::v6;

/// As received.
constexpr auto as_received = [](endpoint_names all) { return all; };
/// IPv6 first, as the default policy of RFC 6724 does, then by name.
constexpr auto v6_first = [](endpoint_names all) {
  std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
    return std::pair(a.front() != '6', a) < std::pair(b.front() != '6', b);
  });
  return all;
};

template <class Sort = decltype(v6_first)>
auto list_of_names(std::size_t first_family_count = 1, Sort sort = v6_first) {
  return endpoint_list<std::string, decltype(&family_by_name), Sort>(&family_by_name, sort,
                                                                     first_family_count);
}

/// The next ones, as many as there are, or as asked for.
template <class List> endpoint_names take(List& list, std::size_t most = 1000) {
  endpoint_names taken;
  while (taken.size() < most) {
    const bool more = list.has_next();
    std::optional<std::string> e = list.next();
    CHECK(more == e.has_value());
    if (!e) break;
    taken.push_back(*std::move(e));
  }
  return taken;
}

error resolver_error(std::errc code) { return error(make_error_code(code)); }

}  // namespace

TEST_CASE("both answers known: the families take turns, in the order of the sort", "[D10]") {
  auto list = list_of_names();
  list.add(ipv4, {"4b", "4a"});
  list.add(ipv6, {"6c", "6a", "6b"});
  CHECK(take(list) == endpoint_names{"6a", "4a", "6b", "4b", "6c"});
  CHECK(take(list).empty());
}

TEST_CASE("without late answers the turns are those of interleave()", "[R15]") {
  std::mt19937 random(15);
  for (int round = 0; round < 300; ++round) {
    endpoint_names names;
    for (std::size_t i = random() % 12; i > 0; --i)
      names.push_back((random() % 2 ? "6" : "4") + std::to_string(i));
    const std::size_t lead = random() % 4;
    auto list = list_of_names(lead, as_received);
    list.add(ipv6, names);
    CHECK(take(list) == interleave(names, &family_by_name, lead));
  }
}

TEST_CASE("IPv6 in flight, late IPv4: it is next", "[R8]") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list, 1) == endpoint_names{"6a"});
  list.add(ipv4, {"4a", "4b"});
  CHECK(take(list) == endpoint_names{"4a", "6b", "4b"});
}

TEST_CASE("IPv4 in flight, late IPv6: it is next, and the families take turns from there",
          "[R8][R31]") {
  auto list = list_of_names();
  list.add(ipv4, {"4a", "4b", "4c"});
  CHECK(take(list, 1) == endpoint_names{"4a"});
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list) == endpoint_names{"6a", "4b", "6b", "4c"});
}

TEST_CASE("a better address that comes late is the next of its family", "[R31]") {
  auto list = list_of_names();
  list.add(ipv6, {"6b", "6d"});
  list.add(ipv4, {"4b"});
  CHECK(take(list, 2) == endpoint_names{"6b", "4b"});
  list.add(ipv6, {"6a", "6c"});
  CHECK(take(list) == endpoint_names{"6a", "6c", "6d"});
}

TEST_CASE("a family that has run out leaves the turns to the other, and may come back", "[D10]") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b", "6c"});
  list.add(ipv4, {"4a"});
  CHECK(take(list, 3) == endpoint_names{"6a", "4a", "6b"});
  list.add(ipv4, {"4b"});
  CHECK(take(list) == endpoint_names{"4b", "6c"});
}

TEST_CASE("the first two are of the family that leads the list", "[R16]") {
  auto list = list_of_names(2);
  list.add(ipv6, {"6a", "6b", "6c"});
  list.add(ipv4, {"4a", "4b"});
  CHECK(take(list) == endpoint_names{"6a", "6b", "4a", "6c", "4b"});
}

TEST_CASE("a lead of two: with one started, a late answer that leads the list has the other",
          "[R16]") {
  auto list = list_of_names(2);
  list.add(ipv4, {"4a", "4b", "4c"});
  CHECK(take(list, 1) == endpoint_names{"4a"});
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list) == endpoint_names{"6a", "4b", "6b", "4c"});
}

TEST_CASE("a lead of none is a lead of one, and one of more than there are takes them all",
          "[R16]") {
  for (const auto& [lead, expected] : std::initializer_list<std::pair<std::size_t, endpoint_names>>{
           {0, {"6a", "4a", "6b"}}, {1, {"6a", "4a", "6b"}}, {3, {"6a", "6b", "4a"}}}) {
    auto list = list_of_names(lead);
    list.add(ipv6, {"6a", "6b"});
    list.add(ipv4, {"4a"});
    CHECK(take(list) == expected);
  }
}

TEST_CASE("the family that the sort puts first leads, IPv4 as well") {
  auto list = list_of_names(1, as_received);
  list.add(ipv4, {"4a", "4b"});
  list.add(ipv6, {"6a"});
  CHECK(take(list) == endpoint_names{"4a", "6a", "4b"});
}

TEST_CASE("removed before its start: it is not tried", "[R30]") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b", "6c"});
  CHECK(take(list, 1) == endpoint_names{"6a"});
  list.remove({"6b", "6x"});
  CHECK(list.sorted() == endpoint_names{"6a", "6c"});
  CHECK(take(list) == endpoint_names{"6c"});
}

TEST_CASE("removed after its start: it stays, and is not tried again when it is back", "[R29]") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list, 1) == endpoint_names{"6a"});
  list.remove({"6a"});
  CHECK(list.sorted() == endpoint_names{"6a", "6b"});
  list.add(ipv6, {"6a"});
  CHECK(take(list) == endpoint_names{"6b"});
}

TEST_CASE("removed before its start, and back: it is tried, once") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b"});
  list.remove({"6a"});
  CHECK_FALSE(list.sorted().empty());
  list.add(ipv6, {"6a"});
  CHECK(take(list) == endpoint_names{"6a", "6b"});
}

TEST_CASE("an answer that replaces hints: what it does not have goes, unless it was started") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6b", "6c"});
  list.add(ipv4, {"4a"});
  CHECK(take(list, 1) == endpoint_names{"6a"});
  list.replace(ipv6, {"6c", "6d"});
  CHECK(list.sorted() == endpoint_names{"6a", "6c", "6d", "4a"});
  CHECK(take(list) == endpoint_names{"4a", "6c", "6d"});
}

TEST_CASE("an answer replaces that of its query only, whatever the family of the endpoints") {
  auto list = list_of_names();
  list.add(ipv4, {"64:ff9b::a", "4a"});  // one of them synthesised
  list.add(ipv6, {"6a"});
  list.replace(ipv6, {});
  CHECK(list.sorted() == endpoint_names{"64:ff9b::a", "4a"});
  list.replace(ipv4, {"4b"});
  CHECK(list.sorted() == endpoint_names{"4b"});
}

TEST_CASE("an endpoint that two answers name goes with the later one") {
  auto list = list_of_names();
  list.add(ipv4, {"6a"});
  list.add(ipv6, {"6a"});
  list.replace(ipv4, {});
  CHECK(list.sorted() == endpoint_names{"6a"});
  list.replace(ipv6, {});
  CHECK(list.sorted().empty());
}

TEST_CASE("an address that comes twice is tried once") {
  auto list = list_of_names();
  list.add(ipv6, {"6a", "6a", "6b"});
  list.add(ipv4, {"4a"});
  list.add(ipv4, {"4a"});
  list.add(ipv6, {"6b"});
  CHECK(take(list) == endpoint_names{"6a", "4a", "6b"});
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list).empty());
}

TEST_CASE("the sort is given all, those that were started, too, as they came") {
  std::vector<endpoint_names> given;
  auto list = list_of_names(1, [&](endpoint_names all) {
    given.push_back(all);
    return all;
  });
  list.add(ipv4, {"4b", "4a"});
  CHECK(take(list, 1) == endpoint_names{"4b"});
  list.add(ipv6, {"6a"});
  CHECK(take(list, 1) == endpoint_names{"6a"});
  CHECK(given == std::vector<endpoint_names>{{"4b", "4a"}, {"4b", "4a", "6a"}});
}

TEST_CASE("what the sort leaves out is not tried") {
  auto list = list_of_names(1, [](endpoint_names all) {
    std::erase(all, "6a");
    return all;
  });
  list.add(ipv6, {"6a", "6b"});
  CHECK(take(list) == endpoint_names{"6b"});
  CHECK_FALSE(list.has_next());
}

TEST_CASE("it is sorted when something has changed, and only then") {
  int sorts = 0;
  auto list = list_of_names(1, [&](endpoint_names all) {
    ++sorts;
    return all;
  });
  CHECK_FALSE(list.has_next());
  CHECK(sorts == 0);
  list.add(ipv6, {"6a", "6b"});
  list.add(ipv4, {"4a"});
  CHECK(take(list) == endpoint_names{"6a", "4a", "6b"});
  CHECK(sorts == 1);
  list.add(ipv4, {"4a"});
  list.replace(ipv6, {"6a"});
  list.remove({"4a", "4x"});
  list.fail(ipv4, resolver_error(std::errc::timed_out));
  CHECK_FALSE(list.has_next());
  CHECK(sorts == 1);
  list.add(ipv6, {"6c"});
  list.remove({"6c"});
  CHECK_FALSE(list.has_next());
  CHECK(sorts == 2);
}

TEST_CASE("a sort that throws is tried again, and nothing is lost") {
  bool broken = true;
  auto list = list_of_names(1, [&](endpoint_names all) {
    if (broken) throw std::runtime_error("no memory");
    return all;
  });
  list.add(ipv6, {"6a"});
  CHECK_THROWS_AS(list.next(), std::runtime_error);
  broken = false;
  CHECK(take(list) == endpoint_names{"6a"});
}

TEST_CASE("whether a family has one to try") {
  auto list = list_of_names();
  CHECK_FALSE(list.has_next(ipv6));
  list.add(ipv4, {"4a"});
  CHECK(list.has_next(ipv4));
  CHECK_FALSE(list.has_next(ipv6));
  CHECK(take(list) == endpoint_names{"4a"});
  CHECK_FALSE(list.has_next(ipv4));
}

TEST_CASE("negative answers: no addresses, or an error, which is kept for each query", "[D15]") {
  auto list = list_of_names();
  CHECK_FALSE(list.answered(ipv6));
  list.add(ipv6, {});
  CHECK(list.answered(ipv6));
  CHECK(list.error_of(ipv6) == nullptr);
  CHECK_FALSE(list.answered(ipv4));
  list.fail(ipv4, resolver_error(std::errc::timed_out));
  CHECK(list.answered(ipv4));
  REQUIRE(list.error_of(ipv4) != nullptr);
  CHECK(list.error_of(ipv4)->code() == std::errc::timed_out);
  CHECK(list.error_of(ipv6) == nullptr);
  CHECK(list.sorted().empty());
  CHECK(take(list).empty());
}

TEST_CASE("a query that fails takes no address away, and an answer takes the error away") {
  auto list = list_of_names();
  list.add(ipv6, {"6a"});
  list.fail(ipv6, resolver_error(std::errc::timed_out));
  CHECK(list.error_of(ipv6) != nullptr);
  CHECK(take(list) == endpoint_names{"6a"});
  list.add(ipv6, {"6b"});
  CHECK(list.error_of(ipv6) == nullptr);
  CHECK(take(list) == endpoint_names{"6b"});
}

TEST_CASE("10,000 addresses: one sort for each change, and all in turn") {
  int sorts = 0;
  const auto family = [](int e) { return e % 2 ? ipv6 : ipv4; };
  const auto sort = [&](std::vector<int> all) {
    ++sorts;
    std::sort(all.begin(), all.end());
    return all;
  };
  endpoint_list<int, decltype(family), decltype(sort)> list(family, sort);
  std::vector<int> odd, even;
  for (int i = 10000; i > 0; --i) (i % 2 ? odd : even).push_back(i);
  list.add(ipv6, odd);
  CHECK(list.next() == 1);
  list.add(ipv4, even);
  list.add(ipv4, even);
  list.remove(std::vector<int>(even.begin(), even.begin() + 1000));  // 10000 to 8002
  int last = 1, turns = 0, count = 1;
  while (const auto e = list.next()) {
    turns += *e % 2 != last % 2;
    last = *e;
    ++count;
  }
  CHECK(sorts == 2);
  CHECK(count == 9000);
  CHECK(turns == 8000);  // 4,000 of IPv4, each between two of IPv6
}

TEST_CASE("any answers and removals: each is tried once, by turns, or is gone", "[D10][R29][R30]") {
  std::mt19937 random(10);
  for (int round = 0; round < 500; ++round) {
    auto list = list_of_names();
    endpoint_names waiting, started;
    char last = 0;
    const auto any_names = [&] {
      endpoint_names names;
      for (std::size_t i = random() % 4; i > 0; --i)
        names.push_back((random() % 2 ? "6" : "4") + std::string(1, char('a' + random() % 8)));
      return names;
    };
    const auto has = [](const endpoint_names& in, const std::string& e) {
      return std::count(in.begin(), in.end(), e) > 0;
    };
    for (int step = 0; step < 30; ++step) {
      const endpoint_names names = any_names();
      if (const auto what = random() % 4; what == 0) {
        list.add(random() % 2 ? ipv6 : ipv4, names);
        for (const auto& e : names)
          if (!has(waiting, e) && !has(started, e)) waiting.push_back(e);
      } else if (what == 1) {
        list.remove(names);
        for (const auto& e : names) std::erase(waiting, e);
      } else {
        const auto e = list.next();
        REQUIRE(e.has_value() == !waiting.empty());
        if (!e) continue;
        REQUIRE(has(waiting, *e));
        waiting = v6_first(waiting);
        const auto other = std::find_if(waiting.begin(), waiting.end(),
                                        [&](const std::string& w) { return w[0] != last; });
        // The very first is of the family that leads the list, which is that of the best waiting.
        REQUIRE(*e == (last == 0 || other == waiting.end() ? waiting.front() : *other));
        last = e->front();
        std::erase(waiting, *e);
        started.push_back(*e);
      }
    }
  }
}

namespace {

/// "6000", "6001", ...
endpoint_names many(char family, std::size_t count) {
  endpoint_names all;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(family + std::to_string(1000 + i).substr(1));
  return all;
}

auto list_of_at_most(std::size_t most) {
  return endpoint_list<std::string, decltype(&family_by_name), decltype(v6_first)>(
      &family_by_name, v6_first, 1, most);
}

}  // namespace

TEST_CASE("of too many endpoints the first ones are tried, and the others counted", "[D34]") {
  auto list = list_of_at_most(4);
  list.add(ipv6, many('6', 10));
  CHECK(list.beyond_the_limit() == 6);
  CHECK(take(list) == many('6', 4));
}

TEST_CASE("each query has half of the endpoints, while both have more", "[D34]") {
  auto list = list_of_at_most(4);
  list.add(ipv6, many('6', 10));
  list.add(ipv4, many('4', 10));
  CHECK(list.sorted() == endpoint_names{"6000", "6001", "4000", "4001"});
  CHECK(list.beyond_the_limit() == 16);
}

TEST_CASE("what one query does not need of its half the other may have", "[D34]") {
  auto list = list_of_at_most(4);
  list.add(ipv4, {"4000"});
  list.add(ipv6, many('6', 10));
  CHECK(list.sorted() == endpoint_names{"6000", "6001", "6002", "4000"});
  CHECK(list.beyond_the_limit() == 7);
}

TEST_CASE("what was started before the other answer came counts, too", "[D34]") {
  auto list = list_of_at_most(4);
  list.add(ipv6, many('6', 10));
  CHECK(take(list, 3) == many('6', 3));
  list.add(ipv4, many('4', 10));
  CHECK(take(list) == endpoint_names{"4000"});
}

TEST_CASE("an endpoint that is named again takes no room", "[D34]") {
  auto list = list_of_at_most(2);
  list.add(ipv6, {"6000", "6000", "6001", "6000", "6002"});
  CHECK(list.beyond_the_limit() == 1);
  CHECK(take(list) == many('6', 2));
}

TEST_CASE("an endpoint that is removed leaves its room to what comes later", "[D34]") {
  auto list = list_of_at_most(2);
  list.add(ipv6, many('6', 2));
  list.remove({"6000"});
  list.add(ipv6, {"6005"});
  CHECK(take(list) == endpoint_names{"6001", "6005"});
}
