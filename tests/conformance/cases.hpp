// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_CONFORMANCE_CASES_HPP
#define EYEBALLS_TESTS_CONFORMANCE_CASES_HPP

// The scenario tables: each scenario is played as its data says, or has a test of its own and none
// is forgotten.

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <span>
#include <string>

#include "support/catch.hpp"

namespace conformance {

using json = nlohmann::json;

inline std::string text_of(const std::string& file) {
  std::ifstream in(std::string(EYEBALLS_CONFORMANCE_DIR) + "/" + file);
  INFO(file);
  REQUIRE(in);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

/// Each id of a table is either tested, by a TEST_CASE("id: ...") in `source`, or listed as not
/// runnable with the reason; nothing is both, and nothing is tested that is not in the table.
inline void check_no_case_is_forgotten(const std::string& table, const std::string& source,
                                       const std::map<std::string, std::string>& not_runnable) {
  std::set<std::string> ids, tested;
  const json cases = json::parse(text_of(table)).at("cases");
  for (const json& c : cases) ids.insert(c.at("id").get<std::string>());
  CHECK(ids.size() == cases.size());

  const std::string text = text_of(source);
  const std::regex name(R"re(TEST_CASE\(\s*"([a-z0-9-]+): )re");
  for (std::sregex_iterator i(text.begin(), text.end(), name), end; i != end; ++i)
    tested.insert((*i)[1]);

  for (const std::string& id : ids) {
    INFO(id);
    CHECK(tested.count(id) + not_runnable.count(id) == 1);
  }
  for (const std::string& id : tested) {
    INFO(id);
    CHECK(ids.count(id) == 1);
  }
  for (const auto& [id, reason] : not_runnable) {
    INFO(id);
    CHECK(ids.count(id) == 1);
    CHECK_FALSE(reason.empty());
  }
}

/// A scenario has no other keys than these: they would be dropped silently.
inline void check_keys(const json& scenario, const std::set<std::string>& known) {
  for (const auto& item : scenario.items()) {
    INFO(item.key());
    CHECK(known.count(item.key()) == 1);
  }
}

/// Where a decision of this project differs from a table: it is merged over the scenario.
struct decision {
  const char* id;
  const char* why;
  const char* differs;
};

/// `play(scenario)`, for each of a table, of which there are so many.
template <class Play> void play_each(const std::string& table, std::size_t count,
                                     std::span<const decision> decisions, Play play) {
  const json scenarios = json::parse(text_of(table)).at("scenarios");
  REQUIRE(scenarios.size() == count);
  std::set<std::string> ids;
  for (json scenario : scenarios) {
    const std::string id = scenario.at("id");
    ids.insert(id);
    INFO(id);
    for (const decision& d : decisions) {
      if (id == d.id) {
        UNSCOPED_INFO(d.why);
        scenario.merge_patch(json::parse(d.differs));
      }
    }
    play(scenario);
  }
  CHECK(ids.size() == scenarios.size());
  for (const decision& d : decisions) CHECK(ids.count(d.id) == 1);
}

}  // namespace conformance

#endif
