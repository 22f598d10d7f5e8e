// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/by_name/candidate_queue.hpp"

#include "support/hosts.hpp"

using namespace eyeballs;
using namespace support;
using namespace std::chrono_literals;

static auto candidates_as_they_come() {
  auto family = &family_by_name;
  auto sort = [](names all) { return all; };
  return detail::candidate_queue<std::string, decltype(family), decltype(sort)>(
      configurable_values(), family, sort);
}

TEST_CASE("candidates: a negative answer starts no resolution delay", "[D3]") {
  auto found = candidates_as_they_come();
  const time_point now(7ms);
  found.add(address_family::v4, {}, now);
  found.add(address_family::v4, {"4a"}, now + 30ms);
  CHECK(found.due() == now + 80ms);
}

TEST_CASE("candidates: what is removed is no candidate", "[R30]") {
  auto found = candidates_as_they_come();
  const time_point now(7ms);
  CHECK(found.due() == time_point::max());
  found.add(address_family::v4, {"4a", "4b"}, now);
  CHECK(found.due() == now + 50ms);
  found.add(address_family::v4, {"4c"}, now + 10ms);
  CHECK(found.due() == now + 50ms);
  found.list().remove({"4a", "4b", "4c"});
  CHECK(found.due() == time_point::max());
  CHECK_FALSE(found.exhausted());
  found.add(address_family::v6, {}, now);
  CHECK(found.exhausted());
  found.add(address_family::v4, {"4d"}, now);
  CHECK(found.due() == time_point::min());
  CHECK_FALSE(found.exhausted());
  CHECK(found.next() == "4d");
}
