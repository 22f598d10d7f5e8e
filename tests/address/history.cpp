// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/history.hpp"

#include <string>
#include <vector>

#include "eyeballs/address/destination_order.hpp"
#include "support/addresses.hpp"
#include "support/catch.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;
using support::ip;

namespace {

const ip_address address_a = ip("2001:db8::a"), address_b = ip("2001:db8::b");

/// The numbers, from 1, of the views among the first `count` that are empty.
std::vector<int> empty_views(history& past, const std::string& key, int count) {
  std::vector<int> empty;
  for (int i = 1; i <= count; ++i)
    if (!past.view(key).used(address_a)) empty.push_back(i);
  return empty;
}

}  // namespace

TEST_CASE("the first round-trip time is kept as it is, each later one adds an eighth", "[R12]") {
  history past;
  CHECK(past.view("net").rtt(address_a) == std::nullopt);
  past.add_rtt("net", address_a, 80ms);
  CHECK(past.view("net").rtt(address_a) == 80ms);
  past.add_rtt("net", address_a, 160ms);
  CHECK(past.view("net").rtt(address_a) == 90ms);
  past.add_rtt("net", address_a, 10ms);
  CHECK(past.view("net").rtt(address_a) == 80ms);
  CHECK(past.view("net").rtt(address_b) == std::nullopt);
}

TEST_CASE("a round-trip time of 0 is known", "[R12]") {
  history past;
  past.add_rtt("net", address_a, 0ms);
  past.add_rtt("net", address_a, 8ms);
  CHECK(past.view("net").rtt(address_a) == 1ms);
}

TEST_CASE("round-trip times that no network has do not overflow", "[R12]") {
  using std::chrono::nanoseconds;
  history past;
  past.add_rtt("net", address_a, -8ms);
  CHECK(past.view("net").rtt(address_a) == 0ms);
  past.add_rtt("net", address_a, nanoseconds::max());
  CHECK(past.view("net").rtt(address_a) == nanoseconds::max() / 8);
  past.add_rtt("net", address_b, nanoseconds::max());
  past.add_rtt("net", address_b, nanoseconds::min());
  CHECK(past.view("net").rtt(address_b) > nanoseconds::max() / 2);
}

TEST_CASE("an address was used, whether or not its time is known, and the other way round",
          "[R13]") {
  history past;
  past.add_use("net", address_a);
  past.add_rtt("net", address_b, 1ms);
  const history_view view = past.view("net");
  CHECK(view.used(address_a));
  CHECK(view.rtt(address_a) == std::nullopt);
  CHECK_FALSE(view.used(address_b));
  past.add_rtt("net", address_a, 2ms);
  past.add_use("net", address_b);
  CHECK(view.used(address_a));
  CHECK(view.rtt(address_a) == 2ms);
  CHECK(view.used(address_b));
  CHECK(view.rtt(address_b) == 1ms);
}

TEST_CASE("partitions learn nothing of one another", "[R14]") {
  history past;
  past.add_rtt("eth0", address_a, 1ms);
  past.add_use("eth0", address_a);
  past.add_rtt("wlan0", address_a, 9ms);
  CHECK(past.view("eth0").rtt(address_a) == 1ms);
  CHECK(past.view("wlan0").rtt(address_a) == 9ms);
  CHECK_FALSE(past.view("wlan0").used(address_a));
  CHECK(past.view("eth").rtt(address_a) == std::nullopt);
  CHECK(past.view("").rtt(address_a) == std::nullopt);
  CHECK(past.size() == 2);
}

TEST_CASE("one partition is flushed, or all; views that are there see it", "[R14]") {
  history past;
  for (const char* key : {"eth0", "wlan0"}) {
    past.add_use(key, address_a);
    past.add_use(key, address_b);
  }
  const history_view eth0 = past.view("eth0"), wlan0 = past.view("wlan0");
  past.flush("eth0");
  past.flush("eth1");
  CHECK(past.size() == 2);
  CHECK_FALSE(eth0.used(address_a));
  CHECK(wlan0.used(address_a));
  past.add_use("eth0", address_b);
  CHECK(eth0.used(address_b));
  past.flush();
  CHECK(past.size() == 0);
  CHECK_FALSE(eth0.used(address_b));
  CHECK_FALSE(wlan0.used(address_b));
}

TEST_CASE("the same link-local address on two interfaces is two") {
  const ip_address::v6_bytes fe80_1{0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  history past;
  past.add_use("net", ip_address(fe80_1, 1));
  CHECK(past.view("net").used(ip_address(fe80_1, 1)));
  CHECK_FALSE(past.view("net").used(ip_address(fe80_1, 2)));
}

TEST_CASE("every 16th view of a partition is empty, whatever other partitions do") {
  history past;
  past.add_use("net", address_a);
  past.add_use("other", address_a);
  CHECK(empty_views(past, "net", 48) == std::vector<int>{16, 32, 48});
  past.view("other");
  CHECK(empty_views(past, "net", 16) == std::vector<int>{16});
  CHECK(empty_views(past, "other", 16) == std::vector<int>{15});
}

TEST_CASE("every nth, each, or none") {
  history third(8, 3), each(8, 1), none(8, 0);
  for (history* past : {&third, &each, &none}) past->add_use("net", address_a);
  CHECK(empty_views(third, "net", 7) == std::vector<int>{3, 6});
  CHECK(empty_views(each, "net", 2) == std::vector<int>{1, 2});
  CHECK(empty_views(none, "net", 40).empty());
}

TEST_CASE("an empty view stays empty") {
  history past(8, 1);
  past.add_use("net", address_a);
  const history_view view = past.view("net");
  past.add_use("net", address_b);
  CHECK_FALSE(view.used(address_a));
  CHECK_FALSE(view.used(address_b));
  CHECK(view.rtt(address_b) == std::nullopt);
  CHECK_FALSE(history_view().used(address_a));
}

TEST_CASE("a view sees what is learned later, in a partition that was not there either") {
  history past;
  const history_view view = past.view("net");
  past.add_rtt("net", address_a, 5ms);
  CHECK(view.rtt(address_a) == 5ms);
}

TEST_CASE("beyond its capacity it forgets the address that it has not heard of for longest") {
  history past(2, 0);
  past.add_use("net", address_a);
  past.add_use("net", address_b);
  past.add_rtt("net", address_a, 1ms);
  past.add_use("other", address_b);
  CHECK(past.size() == 2);
  CHECK(past.view("net").used(address_a));
  CHECK_FALSE(past.view("net").used(address_b));
  CHECK(past.view("other").used(address_b));
}

TEST_CASE("it stays within its capacity, its partitions too; with none it remembers nothing") {
  history past(3, 1), nothing(0);
  for (int i = 0; i < 1000; ++i) past.add_use("net" + std::to_string(i), address_a);
  CHECK(past.size() == 3);
  // A partition that is still there has each view empty; one that is not there has none.
  past.flush("net999");
  const history_view gone = past.view("net1"), there = past.view("net998");
  past.add_use("net1", address_b);
  past.add_use("net998", address_b);
  CHECK(gone.used(address_b));
  CHECK_FALSE(there.used(address_b));
  nothing.add_use("net", address_a);
  nothing.add_rtt("net", address_a, 1ms);
  CHECK(nothing.size() == 0);
  CHECK_FALSE(nothing.view("net").used(address_a));
}

TEST_CASE("it remembers 1,024 addresses, unless told otherwise") {
  history past;
  for (int i = 0; i < 2000; ++i)
    past.add_use("net", ip_address(ip_address::v4_bytes{10, 0, std::uint8_t(i / 256),
                                                        std::uint8_t(i % 256)}));
  CHECK(past.size() == 1024);
  CHECK_FALSE(past.view("net").used(ip("10.0.3.207")));  // 975
  CHECK(past.view("net").used(ip("10.0.3.208")));        // 976, the first of the last 1,024
}

TEST_CASE("a sort by a view, and by an empty one", "[R12][R13]") {
  history past(8, 2);
  const auto sorted = [&] {
    return support::texts(sort_destinations(
        support::ips({"2001:db8::a", "2001:db8::b", "2001:db8::c"}),
        [](const ip_address& a) { return a; },
        [](const ip_address&) { return std::optional(ip("2001:db8::1")); }, default_policy_table,
        past.view("net")));
  };
  past.add_use("net", ip("2001:db8::b"));
  past.add_rtt("net", ip("2001:db8::c"), 10ms);
  CHECK(sorted() == std::vector<std::string>{"2001:db8::c", "2001:db8::b", "2001:db8::a"});
  CHECK(sorted() == std::vector<std::string>{"2001:db8::a", "2001:db8::b", "2001:db8::c"});
  past.flush("net");
  CHECK(sorted() == std::vector<std::string>{"2001:db8::a", "2001:db8::b", "2001:db8::c"});
}
