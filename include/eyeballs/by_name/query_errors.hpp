// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why queries failed, in the report of a connect that failed.

#include <string>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../core/result.hpp"

namespace eyeballs::detail {

/// The resolver's error, if that says what it was about; else "AAAA of example.com".
inline error query_error(address_family asked, const std::string& host, const error& why) {
  const bool thrown = why.code() == errc::exception;
  if (!why.about().empty() && !thrown) return why;
  std::string about = (asked == address_family::v6 ? "AAAA of " : "A of ") + host;
  std::vector<error> causes;
  if (!why.causes().empty() || thrown) causes.push_back(why);
  return error(why.code(), std::move(about), std::move(causes));
}

/// The errors of the queries that failed, the preferred family's first.
template <class Candidates>
std::vector<error> query_errors(Candidates& found, const std::string& host) {
  std::vector<error> errors;
  const auto note = [&](address_family asked) {
    if (const error* why = found.list().error_of(asked))
      errors.push_back(query_error(asked, host, *why));
  };
  const bool v6_first = found.preferred_family() == address_family::v6;
  note(v6_first ? address_family::v6 : address_family::v4);
  note(v6_first ? address_family::v4 : address_family::v6);
  return errors;
}

/// The report of a connect to a host whose `attempts` failed: the errors of the attempts and then
/// of the queries; the code is the first one's. If there was nothing to try, and no query had
/// failed, it is `errc::no_endpoints`.
inline error connect_error(const error& attempts, std::vector<error> queries,
                           const std::string& host) {
  if (attempts.causes().empty()) {
    const std::error_code code = queries.empty() ? attempts.code() : queries.front().code();
    return error(code, "no address of " + host, std::move(queries));
  }
  std::vector<error> causes = attempts.causes();
  for (error& query : queries) causes.push_back(std::move(query));
  return error(attempts.code(), attempts.about(), std::move(causes));
}

}  // namespace eyeballs::detail
