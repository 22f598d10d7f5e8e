// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/resolver_choice.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "eyeballs/testing/virtual_time.hpp"
#include "support/addresses.hpp"
#include "support/asio.hpp"

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

/// Whether AAAA is asked for, and A.
std::pair<bool, bool> asked_families(const detail::resolver_choice& choice) {
  return {choice.asks_for(address_family::v6), choice.asks_for(address_family::v4)};
}

std::vector<tcp::endpoint> answer_of(detail::resolver_choice& choice, address_family family) {
  return run_in_virtual_time(choice.chosen().resolve("host.test", "80", family)).value();
}

}  // namespace

TEST_CASE("both queries of a name are made, whatever connectivity there is", "[D23]") {
  for (const reach six : {reach::nowhere, reach::somewhere, reach::internet})
    for (const reach four : {reach::nowhere, reach::somewhere, reach::internet})
      CHECK(asked_families(detail::resolver_choice(std::nullopt, nullptr, {six, four})) ==
            std::pair(true, true));
}

TEST_CASE("a known host is asked for the families that it has, whatever connectivity there is",
          "[D23]") {
  for (const reach six : {reach::nowhere, reach::internet})
    for (const reach four : {reach::nowhere, reach::internet}) {
      const auto asks_of = [&](const char* address) {
        return asked_families(detail::resolver_choice(endpoints({address}), nullptr, {six, four}));
      };
      CHECK(asks_of("2001:db8::1") == std::pair(true, false));
      CHECK(asks_of("192.0.2.1") == std::pair(false, true));
    }
}

TEST_CASE("a name is asked of the user's resolver, also where there is IPv6 only") {
  for (const reach four : {reach::nowhere, reach::internet}) {
    two_addresses users;
    detail::resolver_choice choice(std::nullopt, &users, {reach::internet, four});
    CHECK(answer_of(choice, address_family::v6) == endpoints({"2001:db8::1"}));
    CHECK(users.queries == 1);
  }
}

TEST_CASE("a known host is asked of no resolver") {
  for (const reach four : {reach::nowhere, reach::internet}) {
    two_addresses users;
    detail::resolver_choice choice(endpoints({"::1", "127.0.0.1"}), &users,
                                   {reach::internet, four});
    CHECK(answer_of(choice, address_family::v6) == endpoints({"::1"}));
    CHECK(answer_of(choice, address_family::v4) == endpoints({"127.0.0.1"}));
    CHECK(users.queries == 0);
  }
}
