// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/name_sources.hpp"

#include <string>
#include <string_view>

#include "support/asio.hpp"

namespace {

using detail::source_action;
using detail::source_status;

/// Each source with the statuses at which nobody else is asked: "files+ dns+-" for [NOTFOUND=return]
/// at dns; "?" for a status whose action is another one.
std::string sources(std::string_view text) {
  const auto found = detail::sources_in_nsswitch(text);
  if (!found) return "doubt";
  std::string told;
  for (const detail::name_source& s : *found) {
    told += (told.empty() ? "" : " ") + s.name;
    if (s.on(source_status::success) == source_action::end) told += '+';
    if (s.on(source_status::not_found) == source_action::end) told += '-';
    if (s.on(source_status::unavailable) == source_action::end) told += '0';
    if (s.on(source_status::try_again) == source_action::end) told += '~';
    for (const source_action a : s.actions)
      if (a == source_action::something) told += '?';
  }
  return told;
}

}  // namespace

TEST_CASE("nsswitch.conf: the sources of hosts, in their order, and what ends the search",
          "[D22]") {
  const struct {
    const char* text;
    const char* expected;
  } rows[] = {
      {"hosts: files dns", "files+ dns+"},
      {"passwd: files systemd\nhosts:files\tdns # and no other\nnetworks: files\n", "files+ dns+"},
      {"hosts: files mdns4_minimal [NOTFOUND=return] dns", "files+ mdns4_minimal+- dns+"},
      {"hosts: files myhostname resolve [!UNAVAIL=return] dns",
       "files+ myhostname+ resolve+-~ dns+"},
      {"hosts: dns [!unavail=Return] files", "dns+-~ files+"},
      {"hosts: dns[NOTFOUND=return TRYAGAIN=return]files", "dns+-~ files+"},
      {"hosts: files [SUCCESS=continue] dns", "files dns+"},
      {"hosts: files [SUCCESS=merge] dns", "files? dns+"},
      {"hosts: dns [UNAVAIL=return] [NOTFOUND=return]", "dns+-0"},
      {"  hosts: dns", "dns+"},
      {"hosts: : files", ":+ files+"},
  };

  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(sources(row.text) == row.expected);
  }
}

TEST_CASE("nsswitch.conf: without a line for hosts it is the libc's default", "[D22]") {
  for (const char* text : {"", "\n", "passwd: files\n", "# hosts: dns\n", "hosts:", "host: dns"})
    CHECK(sources(text) == "files+ dns+");
}

TEST_CASE("nsswitch.conf: what is not understood is a doubt", "[D22]") {
  for (const char* text :
       {"hosts: files\nhosts: dns", "hosts files dns", "hosts : files", "hosts: [", "hosts: dns [",
        "hosts: dns [NOTFOUND=return", "hosts: [NOTFOUND=return]", "hosts: dns [NOTFOUND]",
        "hosts: dns [SOMETIMES=return] files"}) {
    INFO(text);
    CHECK(sources(text) == "doubt");
  }
  std::string many = "hosts:";
  for (int i = 0; i < 100000; ++i) many += " files";
  CHECK(sources(many) == "doubt");
  CHECK(sources("hosts: dns " + std::string(100000, '[')) == "doubt");
}
