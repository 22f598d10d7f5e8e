// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/nat64_resolver.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eyeballs/testing/virtual_time.hpp"
#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;

namespace {

/// Answers after 30 ms.
class scripted_names final : public resolver<tcp::endpoint> {
 public:
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string,
                                           address_family family) override {
    asked.push_back(host + (family == address_family::v6 ? " AAAA" : " A"));
    co_await sleep(30ms);
    if (!answer) co_return fail(std::error_code(error_code(asio::error::host_not_found)), host);
    co_return *answer;
  }

  std::optional<std::vector<tcp::endpoint>> answer;
  std::vector<std::string> asked;
};

/// What lets everything pass, and the resolver behind it.
struct behind_nat64 {
  behind_nat64(scripted_names& names, scripted_names& dns, connect_options o = {})
      : options(o), resolver(names, dns, admits) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) {
    return resolver.resolve(std::move(host), std::move(service), family);
  }

  connect_options options;
  detail::paths ways;
  connect_report<tcp::endpoint> told;
  detail::admission admits{detail::finder::a_query, options, ways, told};
  detail::nat64_resolver resolver;
};

const nat64_prefix own(ip("2001:db8:64::"), 96);
using prefixes = std::vector<nat64_prefix>;

/// The answer to A where no address has a route. It is asked for twice: UBSan opens a pipe to look
/// at the first object of a type.
std::vector<tcp::endpoint> a_without_routes(scripted_names& names, scripted_names& dns) {
  behind_nat64 rehearsal(names, dns);
  (void)run_in_virtual_time(rehearsal.resolve("host.test", "80", address_family::v4));
  names.asked.clear();
  dns.asked.clear();
  behind_nat64 by_v6_only(names, dns);
  const support::no_more_files no_route;  // the question needs a socket
  return run_in_virtual_time(by_v6_only.resolve("host.test", "80", address_family::v4)).value();
}

}  // namespace

TEST_CASE("the prefix is found by one query for ipv4only.arpa", "[R33]") {
  scripted_names dns;
  dns.answer =
      endpoints({"64:ff9b::192.0.0.170", "64:ff9b::192.0.0.171", "2001:db8:64::192.0.0.170"});
  virtual_time time;
  auto& root = time.start(discover_nat64(dns));
  time.run();
  CHECK(*root.end() == prefixes{well_known_nat64_prefix, own});
  CHECK(dns.asked == std::vector<std::string>{"ipv4only.arpa AAAA"});
  CHECK(time.elapsed() == 30ms);
}

TEST_CASE("no answer, or one that says nothing, is no prefix", "[R33]") {
  scripted_names dns;
  dns.answer.emplace();
  CHECK(run_in_virtual_time(discover_nat64(dns)).value().empty());
  dns.answer = endpoints({"2001:db8::1"});
  CHECK(run_in_virtual_time(discover_nat64(dns)).value().empty());
}

TEST_CASE("an error of the resolver is no prefix", "[R33]") {
  scripted_names dns;
  CHECK(run_in_virtual_time(discover_nat64(dns)).value().empty());
}

TEST_CASE("the discovery ends when it is stopped", "[R33]") {
  scripted_names dns;
  virtual_time time;
  auto& root = time.start(discover_nat64(dns));
  root.stop_at(10ms);
  time.run();
  CHECK(root.end().stopped());
  CHECK(time.elapsed() == 10ms);
}

TEST_CASE("endpoints are synthesised in their order, each with all prefixes", "[R33]") {
  CHECK(synthesize({own, well_known_nat64_prefix},
                   {endpoint("8.8.8.8", 443), endpoint("9.9.9.9", 80)}) ==
        std::vector{endpoint("2001:db8:64::8.8.8.8", 443), endpoint("64:ff9b::8.8.8.8", 443),
                    endpoint("2001:db8:64::9.9.9.9"), endpoint("64:ff9b::9.9.9.9")});
}

TEST_CASE("what may not be translated is left out, with all prefixes or with one") {
  const auto v4 = endpoints({"0.1.2.3", "127.0.0.1", "169.254.1.1", "255.255.255.255", "10.0.0.1"});
  CHECK(synthesize({well_known_nat64_prefix}, v4).empty());
  CHECK(synthesize({own, well_known_nat64_prefix}, v4) == endpoints({"2001:db8:64::10.0.0.1"}));
  CHECK(synthesize({own}, endpoints({"2001:db8::1"})).empty());
}

TEST_CASE("without a prefix nothing is synthesised", "[R33]") {
  CHECK(synthesize({}, endpoints({"8.8.8.8"})).empty());
}

TEST_CASE("an answer to A that has no route goes by the network's prefixes", "[R33]") {
  scripted_names names, dns;
  names.answer = endpoints({"8.8.8.8", "9.9.9.9"});
  dns.answer = endpoints({"2001:db8:64::192.0.0.170", "64:ff9b::192.0.0.170"});
  CHECK(a_without_routes(names, dns) == endpoints({"2001:db8:64::8.8.8.8", "64:ff9b::8.8.8.8",
                                                   "2001:db8:64::9.9.9.9", "64:ff9b::9.9.9.9"}));
}

TEST_CASE("one that has a route stays as it is", "[R32]") {
  scripted_names names, dns;
  names.answer = endpoints({"127.0.0.1"});
  dns.answer = endpoints({"2001:db8:64::192.0.0.170"});
  behind_nat64 by_v6_only(names, dns);
  CHECK(run_in_virtual_time(by_v6_only.resolve("host.test", "80", address_family::v4)).value() ==
        endpoints({"127.0.0.1"}));
}

TEST_CASE("without a prefix an answer to A stays as it is", "[R32]") {
  scripted_names names, dns;
  names.answer = endpoints({"8.8.8.8"});
  const auto found = a_without_routes(names, dns);
  CHECK(dns.asked == std::vector<std::string>{"ipv4only.arpa AAAA"});
  CHECK(names.asked == std::vector<std::string>{"host.test A"});
  CHECK(found == endpoints({"8.8.8.8"}));
}

TEST_CASE("AAAA is asked for as ever, and no prefix is looked for", "[R33]") {
  scripted_names names, dns;
  names.answer = endpoints({"2001:db8::1"});
  behind_nat64 by_v6_only(names, dns);
  CHECK(run_in_virtual_time(by_v6_only.resolve("host.test", "80", address_family::v6)).value() ==
        endpoints({"2001:db8::1"}));
  CHECK(names.asked == std::vector<std::string>{"host.test AAAA"});
  CHECK(dns.asked.empty());
}

TEST_CASE("what IPv4 reaches, or no translator does, waits for no prefix", "[R33]") {
  for (const char* address : {"127.0.0.1", "0.1.2.3", "255.255.255.255"}) {
    scripted_names names, dns;
    names.answer = endpoints({address});
    behind_nat64 resolver(names, dns);
    virtual_time time;
    auto& root = time.start(resolver.resolve("localhost", "80", address_family::v4));
    time.run();
    CHECK(*root.end() == endpoints({address}));
    CHECK(dns.asked.empty());
    CHECK(time.elapsed() == 30ms);
  }
}

TEST_CASE("where there are IPv4 addresses, A is asked for at once, and then for the prefix",
          "[R1]") {
  scripted_names names, dns;
  names.answer.emplace();
  behind_nat64 resolver(names, dns);
  virtual_time time;
  auto& root = time.start(resolver.resolve("two.test", "80", address_family::v4));
  root.stop_at(10ms);
  time.run();
  CHECK(names.asked == std::vector<std::string>{"two.test A"});
  CHECK(dns.asked.empty());
}

TEST_CASE("what no translator may translate is left out, and told", "[D30][D33]") {
  scripted_names names, dns;
  names.answer = endpoints({"10.1.2.3", "8.8.8.8"});
  dns.answer = endpoints({"64:ff9b::192.0.0.170"});
  behind_nat64 by_v6_only(names, dns);
  const auto found = [&] {
    const support::no_more_files no_route;
    return run_in_virtual_time(by_v6_only.resolve("host.test", "80", address_family::v4)).value();
  }();
  CHECK(found == endpoints({"64:ff9b::8.8.8.8"}));
  REQUIRE(by_v6_only.told.left_out.size() == 1);
  CHECK(by_v6_only.told.left_out[0].endpoint == endpoint("10.1.2.3"));
  CHECK(by_v6_only.told.left_out[0].why.code() == std::errc::network_unreachable);
}

TEST_CASE("an IPv4-mapped address in an answer to AAAA is translated, too", "[D24]") {
  scripted_names names, dns;
  names.answer = endpoints({"::ffff:8.8.8.8", "2001:db8::1"});
  dns.answer = endpoints({"64:ff9b::192.0.0.170"});
  behind_nat64 by_v6_only(names, dns);
  const auto found = [&] {
    const support::no_more_files no_route;
    return run_in_virtual_time(by_v6_only.resolve("host.test", "80", address_family::v6)).value();
  }();
  CHECK(found == endpoints({"64:ff9b::8.8.8.8", "2001:db8::1"}));
}

TEST_CASE("a filter judges what was found before it is translated", "[D33]") {
  struct : address_filter {
    error_code admit(const tcp::endpoint& found) override {
      asked.push_back(to_string(found));
      const bool is_private = found.address() == asio::ip::make_address("10.1.2.3");
      return is_private ? error_code(asio::error::access_denied) : error_code();
    }

    std::vector<std::string> asked;
  } no_private;

  scripted_names names, dns;
  names.answer = endpoints({"10.1.2.3"});
  dns.answer = endpoints({"2001:db8:64::192.0.0.170"});
  behind_nat64 by_a(names, dns, {.admit = &no_private});
  CHECK(run_in_virtual_time(by_a.resolve("host.test", "80", address_family::v4)).value().empty());
  CHECK(no_private.asked == std::vector<std::string>{"10.1.2.3:80"});
  CHECK(dns.asked.empty());

  // As a name server might answer that knows the prefix.
  no_private.asked.clear();
  names.answer = endpoints({"2001:db8:64::10.1.2.3"});
  behind_nat64 by_aaaa(names, dns, {.admit = &no_private});
  CHECK(
      run_in_virtual_time(by_aaaa.resolve("host.test", "80", address_family::v6)).value().empty());
  CHECK(no_private.asked == std::vector<std::string>{"[2001:db8:64::a01:203]:80", "10.1.2.3:80"});
  CHECK(by_aaaa.told.left_out.size() == 1);
}

TEST_CASE("no more prefixes are believed than a network may have", "[D34]") {
  scripted_names dns;
  dns.answer.emplace();
  for (int i = 0; i < 1000; ++i)
    dns.answer->push_back(endpoint("2001:db8:" + std::to_string(i) + "::192.0.0.170"));
  CHECK(run_in_virtual_time(discover_nat64(dns)).value().size() == detail::most_prefix_answers);
}
