// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The errors that a report of a connect is made into.

#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../attempts/attempt_subject.hpp"
#include "../core/result.hpp"
#include "connect_report.hpp"
#include "query_subject.hpp"

namespace eyeballs::detail {

/// The resolver's error, as one of a query. What the resolver has thrown, or was told of as an
/// exception, is its cause.
inline error query_error(const std::string& host, address_family asked, const error& why) {
  if (why.subject_as<query_subject>()) return why;

  const bool thrown = why.code() == errc::exception;
  query_subject subject{host, asked, thrown ? std::string() : why.about()};
  std::vector<error> causes = thrown ? std::vector<error>{why} : why.causes();
  return error(why.code(), std::move(subject), std::move(causes));
}

/// The error of an address that was left out.
template <class Omission> error omission_error(const Omission& left_out) {
  using subject = omission_subject<decltype(left_out.endpoint)>;
  if (left_out.why.template subject_as<subject>()) return left_out.why;
  return error(left_out.why.code(), subject{left_out.endpoint, left_out.why.about()},
               left_out.why.causes());
}

/// The errors of the addresses that were left out, and then those of the queries that failed: those
/// for `first` come first.
template <class Endpoint> void append_lookup_errors(std::vector<error>& causes,
                                                    const connect_report<Endpoint>& report,
                                                    address_family first) {
  for (const auto& o : report.left_out) causes.push_back(omission_error(o));
  for (const address_family family : {first, other(first)})
    for (const auto& q : report.queries)
      if (q.state == report_state::failed && q.family == family) causes.push_back(*q.why);
}

/// What was under way is told as stopped.
template <class Subject> error pending_error(Subject subject) {
  return error(make_error_code(errc::stopped), std::move(subject));
}

/// The error of a connect whose `attempts` have failed, or that had nothing to try: then all of its
/// queries were answered. Its code is that of the first cause; without any, that of `attempts`.
template <class Endpoint> error connect_error(const error& attempts, address_family preferred,
                                              connect_subject<Endpoint> subject) {
  std::vector<error> causes = attempts.causes();
  append_lookup_errors(causes, subject.report, preferred);
  const std::error_code code = causes.empty() ? attempts.code() : causes.front().code();
  return error(code, std::move(subject), std::move(causes));
}

/// The error of a connect that had no more time. Its causes are the errors of the attempts, or
/// `errc::stopped` if they were in flight; and those of what was looked up, or the same.
template <class Endpoint>
error time_out_error(connect_subject<Endpoint> subject, std::string (*text_of)(const Endpoint&)) {
  const connect_report<Endpoint>& report = subject.report;
  std::vector<error> causes;
  for (const auto& a : report.attempts) {
    if (a.why) causes.push_back(*a.why);
    if (a.state == report_state::pending)
      causes.push_back(pending_error(attempt_subject<Endpoint>{a.endpoint, text_of}));
  }
  append_lookup_errors(causes, report, address_family::v6);
  for (const auto& q : report.queries)
    if (q.state == report_state::pending)
      causes.push_back(pending_error(query_subject{q.host, q.family}));

  subject.reached = time_limit::timeout;
  return error(std::make_error_code(std::errc::timed_out), std::move(subject), std::move(causes));
}

}  // namespace eyeballs::detail
