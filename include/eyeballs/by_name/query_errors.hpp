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

/// The resolver's error, if it says what it is about. Otherwise its code, about "AAAA of
/// example.com".
inline error query_error(address_family asked, const std::string& host, const error& why) {
  const bool thrown = why.code() == errc::exception;
  if (!why.about().empty() && !thrown) return why;

  const std::string record = asked == address_family::v6 ? "AAAA" : "A";
  std::vector<error> causes;
  if (!why.causes().empty() || thrown) causes.push_back(why);
  return error(why.code(), record + " of " + host, std::move(causes));
}

/// The errors of the queries that failed, the preferred family's first.
template <class Candidates>
std::vector<error> query_errors(Candidates& found, const std::string& host) {
  const address_family preferred = found.preferred_family();
  std::vector<error> errors;
  for (const address_family asked : {preferred, other(preferred)}) {
    const error* const why = found.list().error_of(asked);
    if (why) errors.push_back(query_error(asked, host, *why));
  }
  return errors;
}

/// The report of a connect to a host whose `attempts` failed: the errors of the attempts, and then
/// those of the queries. The code is that of the first attempt. If there was nothing to try, it is
/// that of the first query that failed; if none did, `errc::no_endpoints`.
inline error connect_error(const error& attempts, std::vector<error> queries,
                           const std::string& host) {
  const bool nothing_to_try = attempts.causes().empty();
  if (nothing_to_try) {
    const std::error_code code = queries.empty() ? attempts.code() : queries.front().code();
    return error(code, "no address of " + host, std::move(queries));
  }

  std::vector<error> causes = attempts.causes();
  for (error& query : queries) causes.push_back(std::move(query));
  return error(attempts.code(), attempts.about(), std::move(causes));
}

}  // namespace eyeballs::detail
