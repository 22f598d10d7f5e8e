// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/resolver_choice.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "eyeballs/testing/virtual_time.hpp"
#include "support/addresses.hpp"
#include "support/connects.hpp"

namespace {

using reach = connectivity::reach;

/// Knows one address of each family.
class two_addresses final : public resolver<tcp::endpoint> {
 public:
  task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                           address_family family) override {
    ++queries;
    co_return endpoints({family == address_family::v6 ? "2001:db8::1" : "127.0.0.1"});
  }

  int queries = 0;
};

/// The choice, and what lets everything pass.
class choice {
 public:
  choice(std::optional<std::vector<tcp::endpoint>> known, resolver<tcp::endpoint>* users,
         const connectivity& here, connect_options o = {})
      : options_(o), resolvers(std::move(known), users, here, admits_) {}

 private:
  connect_options options_;
  detail::paths ways_;
  connect_report<tcp::endpoint> told_;
  detail::admission admits_{detail::finder::a_query, options_, ways_, told_};

 public:
  detail::resolver_choice resolvers;
};

/// Whether AAAA is asked for, and A.
std::pair<bool, bool> asked_families(const choice& c) {
  return {c.resolvers.asks_for(address_family::v6), c.resolvers.asks_for(address_family::v4)};
}

std::vector<tcp::endpoint> answer_of(choice& c, address_family family) {
  return run_in_virtual_time(c.resolvers.chosen().resolve("host.test", "80", family)).value();
}

}  // namespace

TEST_CASE("both queries of a name are made, whatever connectivity there is", "[D23]") {
  for (const reach six : {reach::nowhere, reach::somewhere, reach::internet})
    for (const reach four : {reach::nowhere, reach::somewhere, reach::internet})
      CHECK(asked_families(choice(std::nullopt, nullptr, {six, four})) == std::pair(true, true));
}

TEST_CASE("a known host is asked for the families that it has, whatever connectivity there is",
          "[D23]") {
  for (const reach six : {reach::nowhere, reach::internet})
    for (const reach four : {reach::nowhere, reach::internet}) {
      const auto asks_of = [&](const char* address) {
        return asked_families(choice(endpoints({address}), nullptr, {six, four}));
      };
      CHECK(asks_of("2001:db8::1") == std::pair(true, false));
      CHECK(asks_of("192.0.2.1") == std::pair(false, true));
    }
}

TEST_CASE("a name is asked of the user's resolver, also where there is IPv6 only") {
  for (const reach four : {reach::nowhere, reach::internet}) {
    two_addresses users;
    choice c(std::nullopt, &users, {reach::internet, four});
    CHECK(answer_of(c, address_family::v6) == endpoints({"2001:db8::1"}));
    CHECK(users.queries == 1);
  }
}

TEST_CASE("a known host is asked of no resolver") {
  for (const reach four : {reach::nowhere, reach::internet}) {
    two_addresses users;
    choice c(endpoints({"::1", "127.0.0.1"}), &users, {reach::internet, four});
    CHECK(answer_of(c, address_family::v6) == endpoints({"::1"}));
    CHECK(answer_of(c, address_family::v4) == endpoints({"127.0.0.1"}));
    CHECK(users.queries == 0);
  }
}

TEST_CASE("for sockets of IPv4 nothing is translated", "[D32]") {
  scripted_resolver names;
  names.v4 = endpoints({"8.8.8.8"});
  const connectivity six{reach::internet, reach::nowhere};
  choice c(std::nullopt, &names, six, {.local_v4 = asio::ip::address_v4::loopback()});
  CHECK(answer_of(c, address_family::v4) == endpoints({"8.8.8.8"}));
  CHECK(names.queries == 1);
}
