// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_CONFORMANCE_CASES_HPP
#define EYEBALLS_TESTS_CONFORMANCE_CASES_HPP

// The scenario tables, and the check that none of their cases is forgotten.

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
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

}  // namespace conformance

#endif
