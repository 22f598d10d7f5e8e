// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/address/interleave.hpp"
#include "eyeballs/by_name/endpoint_list.hpp"

#include "cases.hpp"
#include "support/families.hpp"

// order.json: each scenario is a list, already sorted, and the order in which it is tried: that of
// interleave(), and that in which an endpoint_list that knows all of it from the start gives it.

using namespace eyeballs;
using conformance::json;
using support::family_by_name;

namespace {

using order_names = std::vector<std::string>;

order_names tried(const order_names& sorted, std::size_t first_family_count) {
  const auto as_it_is = [](order_names all) { return all; };
  endpoint_list<std::string, decltype(&family_by_name), decltype(as_it_is)> list(
      &family_by_name, as_it_is, first_family_count);
  list.add(address_family::v6, sorted);
  order_names names;
  while (auto name = list.next()) names.push_back(*std::move(name));
  return names;
}

}  // namespace

TEST_CASE("order.json: each scenario", "[R15][R16]") {
  conformance::play_each("order.json", 10, {}, [](const json& scenario) {
    conformance::check_keys(scenario,
                            {"id", "source", "kind", "input", "first_family_count", "expect"});
    CHECK(scenario.at("kind") == "order");
    CHECK(scenario.at("expect").size() == 1);

    const order_names input = scenario.at("input");
    const std::size_t first_family_count = scenario.at("first_family_count");
    const order_names expected = scenario.at("expect").at("order");
    CHECK(interleave(input, &family_by_name, first_family_count) == expected);
    CHECK(tried(input, first_family_count) == expected);
  });
}
