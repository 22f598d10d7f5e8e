// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/name_plan.hpp"

#include <string>
#include <string_view>

#include "support/asio.hpp"

namespace {

using detail::name_facts;

/// The facts of a name on a machine whose nsswitch.conf has that line.
name_facts facts(std::string_view host, std::string_view hosts_line = "files dns") {
  name_facts f;
  f.host = host;
  f.sources = detail::sources_in_nsswitch("hosts: " + std::string(hosts_line));
  f.resolver.emplace();
  f.own_name = "mybox";
  return f;
}

std::string how(const name_facts& f) {
  const detail::name_plan plan = detail::plan_for(f);
  if (plan.how == detail::name_question::whole) return plan.why;
  return plan.then_whole ? "split, then whole" : "split";
}

std::string how(std::string_view host, std::string_view hosts_line = "files dns") {
  return how(facts(host, hosts_line));
}

const std::string is_searched = "it is completed by the search list first";
const std::string has_one_label = "it has one label, which is an alias, or is searched for";
const std::string is_not_plain = "it is no plain name";
const std::string is_not_known = "a source is not known";
const std::string by_two = "two sources ask the DNS";
const std::string by_mdns = "mDNS has it";
const std::string is_this_machine = "it is this machine";

}  // namespace

TEST_CASE("a full name is split on usual machines", "[D22]") {
  for (const char* line :
       {"files dns", "dns files", "dns", "files", "files [NOTFOUND=return] dns",
        "dns [!UNAVAIL=return] files", "files mdns4_minimal [NOTFOUND=return] dns",
        "files mdns_minimal [NOTFOUND=return] dns mdns", "files dns mdns4", "files dns myhostname",
        "files myhostname resolve [!UNAVAIL=return] dns",
        "mymachines resolve [!UNAVAIL=return] files myhostname dns",
        "resolve [!UNAVAIL=return] files dns", "files systemd dns",
        "files resolve [NOTFOUND=return TRYAGAIN=return] dns"}) {
    INFO(line);
    CHECK(how("www.example.com", line) == "split");
    CHECK(how("www.example.com.", line) == "split");
  }
}

TEST_CASE("sources that may answer one family only are asked for both", "[D22]") {
  for (const char* line : {"files nis dns", "files wins dns", "ldap", "db files dns",
                           "files dns sss", "files libvirt libvirt_guest dns", "Files dns", "mdns5",
                           "files [SUCCESS=continue] dns", "files [SUCCESS=merge] dns"}) {
    INFO(line);
    CHECK(how("www.example.com", line) == is_not_known);
  }
  for (const char* line : {"files resolve dns", "resolve [NOTFOUND=return] dns", "dns dns",
                           "dns [UNAVAIL=return] resolve", "dns [TRYAGAIN=return] files resolve"}) {
    INFO(line);
    CHECK(how("www.example.com", line) == by_two);
  }
  CHECK(how("www.example.com", "files\nhosts: dns") == "nsswitch.conf is not understood");
}

TEST_CASE("a name that the search list completes first is asked for whole", "[D22]") {
  const struct {
    const char* host;
    unsigned ndots;
    bool has_search_list;
    std::string expected;
  } rows[] = {
      {"box", 1, true, has_one_label},
      {"box", 0, false, has_one_label},
      {"box.", 1, false, has_one_label},
      {"www.test", 1, true, "split, then whole"},
      {"www.test", 1, false, "split"},
      {"www.test", 2, true, is_searched},
      {"www.test", 2, false, is_searched},
      {"www.test.", 2, true, "split"},
      {"www.test.", 15, true, "split"},
      {"a.b.c.d.e", 5, true, is_searched},
      {"a.b.c.d.e.f", 5, true, "split, then whole"},
  };

  for (const auto& row : rows) {
    INFO(row.host << ", ndots:" << row.ndots);
    name_facts f = facts(row.host);
    f.resolver = {row.ndots, row.has_search_list};
    CHECK(how(f) == row.expected);
  }
}

TEST_CASE("a name that another source than the DNS has is asked for whole", "[D22]") {
  name_facts in_hosts_file = facts("www.example.com");
  in_hosts_file.is_in_hosts_file = true;
  CHECK(how(in_hosts_file) == "the hosts file has it");

  name_facts container = facts("www.example.com", "mymachines files dns");
  container.is_machine = true;
  CHECK(how(container) == "it is a container");

  name_facts own = facts("www.example.com", "files myhostname dns");
  for (const char* name : {"www.example.com", "WWW.Example.com", "www.example.com."}) {
    own.own_name = name;
    CHECK(how(own) == is_this_machine);
  }
  CHECK(how("a.localhost.localdomain", "files myhostname dns") == is_this_machine);
  CHECK(how("localhost.localdomain.") == is_this_machine);
}

TEST_CASE("names below .local are asked for whole where mDNS is asked", "[D22]") {
  for (const char* line :
       {"files mdns4_minimal [NOTFOUND=return] dns", "files resolve", "mdns dns"}) {
    INFO(line);
    CHECK(how("printer.local", line) == by_mdns);
    CHECK(how("a.printer.LOCAL.", line) == by_mdns);
    CHECK(how("printer.notlocal", line) == "split");
    CHECK(how("local.example", line) == "split");
  }
  CHECK(how("printer.local", "files dns") == "split");

  name_facts widened = facts("www.example.com", "files mdns4 dns");
  widened.mdns_is_widened = true;
  CHECK(how(widened) == is_not_known);
  widened.sources = detail::sources_in_nsswitch("hosts: files mdns4_minimal dns");
  CHECK(how(widened) == "split");
}

TEST_CASE("what somebody might take for something else is asked for as it is", "[D22]") {
  for (const std::string& host :
       {std::string("a..b"), std::string(".a.b"), std::string("."), std::string(".."),
        std::string("a b.c"), std::string("a\\.b.c"),
        std::string("b\xc3\xbc"
                    "cher.test"),
        std::string("a.b%eth0"), std::string("192.0.2.256"), std::string("a.1"),
        std::string("a/b.c"), std::string("*.test"), std::string("a.b.."),
        std::string(64, 'a') + ".test", std::string(250, 'a') + ".test"}) {
    INFO(host);
    CHECK(how(host) == is_not_plain);
  }
  CHECK(how("_https._tcp.example.com") == "split");
  CHECK(how("xn--bcher-kva.ch") == "split");
  CHECK(how("1.2.3.4.example") == "split");
  CHECK(how(std::string(63, 'a') + ".test") == "split");
}

TEST_CASE("what can't be read is a doubt", "[D22]") {
  name_facts f = facts("www.example.com");
  f.resolver.reset();
  CHECK(how(f) == "resolv.conf can't be read");
  f.sources.reset();
  CHECK(how(f) == "nsswitch.conf is not understood");
}

TEST_CASE("a split question is of the absolute name", "[D22]") {
  CHECK(detail::absolute("www.test") == "www.test.");
  CHECK(detail::absolute("www.test.") == "www.test.");
}
