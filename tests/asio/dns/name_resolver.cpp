// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/name_resolver.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "eyeballs/asio/dns/system_resolver.hpp"
#include "eyeballs/testing/virtual_time.hpp"
#include "support/addresses.hpp"
#include "support/asio.hpp"
#include "support/lookups.hpp"

using support::use_names;

namespace {

using reach = connectivity::reach;
using found_endpoints = std::vector<tcp::endpoint>;
using those = std::vector<std::string>;

constexpr connectivity both{reach::internet, reach::internet};
constexpr connectivity v4_only{reach::nowhere, reach::internet};
constexpr connectivity v6_local{reach::somewhere, reach::nowhere};
constexpr connectivity v6_internet{reach::internet, reach::nowhere};

/// How the queries of one connect have ended, and what the system was asked for them.
struct answers {
  result<found_endpoints> v6 = found_endpoints();
  result<found_endpoints> v4 = found_endpoints();
  those questions;
};

/// Asks as `connect` does: AAAA, and A at once.
task<> ask_both(detail::name_resolver& names, std::string host, answers& told) {
  auto six = [](detail::name_resolver& n, std::string h, answers& t) -> task<> {
    t.v6 = co_await as_result(n.resolve(h, "80", address_family::v6));
  };
  auto four = [](detail::name_resolver& n, std::string h, answers& t) -> task<> {
    t.v4 = co_await as_result(n.resolve(h, "80", address_family::v4));
  };
  co_await join(six(names, host, told), four(names, host, told));
}

/// The system's answers where the network has none for ipv4only.arpa.
answers system_answers(const std::string& host, const connectivity& here = both) {
  class nothing final : public resolver<tcp::endpoint> {
    task<found_endpoints> resolve(std::string, std::string, address_family) override {
      co_return found_endpoints();
    }
  } no_prefix;

  support::note_lookups();
  answers told;
  detail::name_resolver names(nullptr, no_prefix, here);
  run_in_context(ask_both(names, host, told));
  told.questions = support::begun_questions();
  return told;
}

found_endpoints at_80(const std::vector<std::string>& all) { return endpoints(all); }

}  // namespace

TEST_CASE("a full name is asked for apart, absolute, AAAA first", "[D22][R1]") {
  answers told = system_answers("both.test");
  CHECK(told.questions == those{"both.test. AAAA", "both.test. A"});
  CHECK(told.v6.value() == at_80({"::1"}));
  CHECK(told.v4.value() == at_80({"127.0.0.1", "127.0.0.2"}));
}

TEST_CASE("a name of the hosts file is asked for once, for both families", "[D22]") {
  const use_names pin({.hosts = "127.0.0.2 four-pinned.test\n127.0.0.2 pinned.test\n"});
  answers one = system_answers("four-pinned.test");
  CHECK(one.questions == those{"four-pinned.test both"});
  CHECK(one.v6.value().empty());
  CHECK(one.v4.value() == at_80({"127.0.0.2"}));

  answers two = system_answers("Pinned.test");
  CHECK(two.questions == those{"Pinned.test both"});
}

TEST_CASE("a name with a dot at its end in the hosts file is one of the hosts file", "[D22]") {
  const use_names pin({.hosts = "127.0.0.2 pinned.test.\n"});
  CHECK(system_answers("pinned.test").questions == those{"pinned.test both"});
}

TEST_CASE("a name that the search list completes is asked for once", "[D22]") {
  CHECK(system_answers("box").questions == those{"box both"});
  const use_names many_dots({.ndots = 2, .has_search_list = true});
  answers told = system_answers("searched.test");
  CHECK(told.questions == those{"searched.test both"});
  CHECK(told.v6.value() == at_80({"::1"}));
  CHECK(told.v4.value() == at_80({"127.0.0.1"}));
}

TEST_CASE("the search list comes last: if neither family has an address", "[D22]") {
  const use_names searched({.has_search_list = true});
  answers told = system_answers("searched.test");
  CHECK(told.questions == those{"searched.test. AAAA", "searched.test. A", "searched.test both"});
  CHECK(told.v6.value() == at_80({"::1"}));
  CHECK(told.v4.value() == at_80({"127.0.0.1"}));

  answers v4_alone = system_answers("two.test");
  CHECK(v4_alone.questions == those{"two.test. AAAA", "two.test. A"});
  CHECK(v4_alone.v6.value().empty());
  CHECK(v4_alone.v4.value().size() == 2);
  CHECK(system_answers("searched.test.").questions ==
        those{"searched.test. AAAA", "searched.test. A"});
}

TEST_CASE("without a search list nobody searches", "[D22]") {
  answers told = system_answers("searched.test");
  CHECK(told.questions == those{"searched.test. AAAA", "searched.test. A"});
  CHECK(told.v6.has_error());
  CHECK(told.v4.has_error());
}

TEST_CASE("an unknown source is asked for both families", "[D22]") {
  const use_names wins({.nsswitch = "hosts: files wins dns"});
  CHECK(system_answers("both.test").questions == those{"both.test both"});
}

TEST_CASE("a link-local address has its scope, which only the whole question tells", "[D22]") {
  answers told = system_answers("scoped.test");
  CHECK(std::count(told.questions.begin(), told.questions.end(), "scoped.test both") == 1);
  REQUIRE(told.v6.value().size() == 1);
  CHECK(told.v6.value().front().address().to_v6().scope_id() == 1);
}

TEST_CASE("errors are about the name as it was written, and the family", "[D22]") {
  answers apart = system_answers("unknown.test");
  CHECK(apart.v6.error().about() == "IPv6 unknown.test 80");
  CHECK(apart.v4.error().about() == "IPv4 unknown.test 80");
  const use_names pin({.hosts = "127.0.0.2 unknown.test"});
  answers whole = system_answers("unknown.test");
  CHECK(whole.v6.error().about() == "IPv6 unknown.test 80");
  CHECK(whole.v4.error().about() == "IPv4 unknown.test 80");
}

TEST_CASE("a family without connectivity is not asked of the DNS if the other one has an address",
          "[D23]") {
  answers by_v4 = system_answers("both.test", v4_only);
  CHECK(by_v4.questions == those{"both.test. A"});
  CHECK(by_v4.v6.error().subject_as<detail::query_not_made>());
  CHECK(by_v4.v4.value().size() == 2);

  for (const connectivity& v6_only : {v6_local, v6_internet}) {
    answers by_v6 = system_answers("both.test", v6_only);
    CHECK(by_v6.questions == those{"both.test. AAAA"});
    CHECK(by_v6.v4.error().subject_as<detail::query_not_made>());
  }
}

TEST_CASE("a family without connectivity is asked for before nothing is found", "[D23]") {
  answers by_v4 = system_answers("six.test", v4_only);
  CHECK(by_v4.questions == those{"six.test. A", "six.test. AAAA"});
  CHECK(by_v4.v6.value() == at_80({"::1"}));

  for (const connectivity& v6_only : {v6_local, v6_internet}) {
    answers by_v6 = system_answers("two.test", v6_only);
    CHECK(by_v6.questions == those{"two.test. AAAA", "two.test. A"});
    CHECK(by_v6.v4.value().size() == 2);
  }
  CHECK(system_answers("unknown.test", v4_only).questions ==
        those{"unknown.test. A", "unknown.test. AAAA"});
  CHECK(system_answers("again.test", v4_only).questions ==
        those{"again.test. A", "again.test. AAAA"});
}

TEST_CASE("what needs no DNS is used, whatever its family", "[D23]") {
  const use_names pin({.hosts = "127.0.0.2 pinned.test\n::1 pinned.test"});
  for (const connectivity& here : {both, v4_only, v6_local, v6_internet, connectivity()}) {
    answers told = system_answers("pinned.test", here);
    CHECK(told.v6.value() == at_80({"::1"}));
    CHECK(told.v4.value() == at_80({"127.0.0.2"}));
  }
}

TEST_CASE("A is asked for at once where a translator may reach it", "[D23][R32]") {
  class prefix final : public resolver<tcp::endpoint> {
    task<found_endpoints> resolve(std::string, std::string, address_family) override {
      co_return endpoints({"2001:db8:64::192.0.0.170"});
    }
  } dns;

  support::note_lookups();
  answers told;
  detail::name_resolver names(nullptr, dns, v6_internet);
  run_in_context(ask_both(names, "both.test", told));
  CHECK(support::begun_questions() == those{"both.test. AAAA", "both.test. A"});
  CHECK(told.v4.value().size() == 2);
}

TEST_CASE("localhost, and what is below it: the hosts file has the first word", "[D25]") {
  const use_names pin({.hosts = "127.0.0.9 app.localhost\nfe80::1%lo b.localhost\n"
                                "::1 c.LOCALHOST\n127.0.0.1 c.localhost\nnonsense localhost\n"});

  const struct {
    const char* host;
    those v6, v4;
  } rows[] = {
      {"app.localhost", {}, {"127.0.0.9"}},       {"APP.localhost", {}, {"127.0.0.9"}},
      {"app.localhost.", {"::1"}, {"127.0.0.1"}}, {"b.localhost", {"::1"}, {"127.0.0.1"}},
      {"c.localhost", {"::1"}, {"127.0.0.1"}},    {"localhost", {"::1"}, {"127.0.0.1"}},
      {"localhost.", {"::1"}, {"127.0.0.1"}},     {"a.b.LocalHost", {"::1"}, {"127.0.0.1"}},
  };

  for (const connectivity& here : {both, v4_only, v6_internet})
    for (const auto& row : rows) {
      INFO(row.host);
      answers told = system_answers(row.host, here);
      CHECK(told.questions.empty());
      CHECK(told.v6.value() == at_80(row.v6));
      CHECK(told.v4.value() == at_80(row.v4));
    }
}

TEST_CASE("localhost of a hosts file that has one family is that one", "[D25]") {
  const use_names v4_alone({.hosts = "127.0.0.1 localhost\n"});
  answers told = system_answers("localhost");
  CHECK(told.v6.value().empty());
  CHECK(told.v4.value() == at_80({"127.0.0.1"}));
}

TEST_CASE("what only looks like localhost is not it", "[D25]") {
  for (const char* host : {"localhost", "LocalHost", "localhost.", "a.localhost", "a.b.LOCALHOST."})
    CHECK(detail::is_localhost(host));
  for (const char* host : {"notlocalhost", "localhost.test", "localhost.localdomain", ".localhost",
                           "localhos", "localhost1", "",
                           "l\x0f"
                           "calhost"}) {
    INFO(host);
    CHECK_FALSE(detail::is_localhost(host));
  }
}

namespace {

/// Knows what it is told, after 30 ms.
class scripted final : public resolver<tcp::endpoint> {
 public:
  task<found_endpoints> resolve(std::string, std::string, address_family family) override {
    asked.push_back(family == address_family::v6 ? "AAAA" : "A");
    co_await sleep(30ms);
    if (stops) co_await stopped;
    if (fails) throw 1;
    co_return endpoints(family == address_family::v6 ? v6 : v4);
  }

  those v6, v4, asked;
  bool stops = false;
  bool fails = false;
};

/// What both queries yield: in how long, and "6", "4" for addresses.
std::pair<duration, std::string> ask_users(scripted& users, const connectivity& here) {
  answers told;
  detail::name_resolver names(&users, users, here);
  virtual_time time;
  auto& root = time.start(ask_both(names, "host.test", told));
  time.run();
  std::string families;
  if (!root.end().stopped()) {
    if (told.v6 && !told.v6->empty()) families += '6';
    if (told.v4 && !told.v4->empty()) families += '4';
  }
  return {time.elapsed(), families};
}

}  // namespace

TEST_CASE("a resolver of the user's is spared a family, too, and asked before nothing is found",
          "[D23]") {
  scripted users;
  users.v6 = {"2001:db8::1"};
  users.v4 = {"192.0.2.1"};
  CHECK(ask_users(users, v4_only) == std::pair<duration, std::string>(30ms, "4"));
  CHECK(users.asked == those{"A"});

  users.v4 = {};
  users.asked = {};
  CHECK(ask_users(users, v4_only) == std::pair<duration, std::string>(60ms, "6"));
  CHECK(users.asked == those{"A", "AAAA"});

  users.asked = {};
  CHECK(ask_users(users, both) == std::pair<duration, std::string>(30ms, "6"));
  CHECK(users.asked == those{"AAAA", "A"});
}

TEST_CASE(
    "a resolver that throws, or stops by itself, has found nothing, and nobody waits for ever",
    "[D23]") {
  scripted throws;
  throws.fails = true;
  CHECK(ask_users(throws, v4_only) == std::pair<duration, std::string>(60ms, ""));
  CHECK(throws.asked == those{"A", "AAAA"});

  scripted stops;
  stops.stops = true;
  CHECK(ask_users(stops, v4_only).first <= duration(60ms));
}
