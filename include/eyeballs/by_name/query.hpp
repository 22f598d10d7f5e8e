// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One query of a connect by name: it asks the resolver for one family, and hands in the answer.

#include <cstddef>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../core/as_result.hpp"
#include "../core/this_task.hpp"
#include "../core/timeout.hpp"
#include "connect_error.hpp"
#include "resolver.hpp"

namespace eyeballs::detail {

/// Notes that there will be a query for each family that is asked for. Then no memory is needed to
/// note how they end.
template <class State> void note_queries(State& s, const std::string& host) {
  s.report.queries.reserve(2);
  for (const address_family f : {address_family::v6, address_family::v4})
    if (s.found.asks(f)) s.report.queries.push_back({host, f});
}

/// The query for the family, in the report.
template <class State> auto& noted_query(State& s, address_family asked) noexcept {
  auto noted = s.report.queries.begin();
  while (noted->family != asked) ++noted;
  return *noted;
}

template <class State, class Query>
void tell_of_query(State& s, const Query& noted, connect_event_kind what) {
  tell(s.report, what, std::size_t(&noted - s.report.queries.data()));
}

/// That of `query_error`; where memory is lacking, the resolver's own.
inline error query_error_if_possible(const std::string& host, address_family asked,
                                     const error& why) noexcept {
  try {
    return query_error(host, asked, why);
  } catch (...) { return why; }
}

/// The query has failed.
template <class State>
void note_failure(State& s, address_family asked, const error& why, time_point now) {
  auto& noted = noted_query(s, asked);
  noted.ended = now;
  const bool was_made = !why.subject_as<query_not_made>();
  noted.why = was_made ? query_error_if_possible(noted.host, asked, why) : why;
  noted.state = was_made ? report_state::failed : report_state::left_out;
  s.found.fail(asked, *noted.why);
  tell_of_query(s, noted, connect_event_kind::query_ended);
}

/// The query has ended, without a stop from above.
template <class State, class Endpoint> void note_answer(State& s, address_family asked,
                                                        outcome<std::vector<Endpoint>>&& answer,
                                                        time_point now) {
  if (answer.has_error()) return note_failure(s, asked, answer.error(), now);
  if (answer.stopped())
    return note_failure(s, asked, error(make_error_code(std::errc::operation_canceled)), now);

  auto& noted = noted_query(s, asked);
  noted.ended = now;
  noted.answers = answer->size();
  noted.state = report_state::done;
  const std::size_t beyond = s.found.list().beyond_the_limit();
  s.found.add(asked, *std::move(answer), now);
  s.report.beyond_the_limit += s.found.list().beyond_the_limit() - beyond;
  tell_of_query(s, noted, connect_event_kind::query_ended);
}

/// The error of a query that has taken too long.
inline error late_error(const std::string& host, address_family asked) {
  query_subject late{host, asked, {}, time_limit::resolution_timeout};
  return error(std::make_error_code(std::errc::timed_out), std::move(late));
}

/// Asks the resolver. What takes longer than `patience` has timed out.
template <class Endpoint>
task<std::vector<Endpoint>> resolve_in_time(resolver<Endpoint>& names, const std::string& host,
                                            const std::string& service, address_family asked,
                                            duration patience) {
  auto unlimited = as_outcome(names.resolve(host, service, asked));
  // There are two ends: the timeout's own, and within it how the query ended in time.
  auto in_time = co_await as_result(timeout(std::move(unlimited), patience));
  if (!in_time) co_return fail(late_error(host, asked));
  if (in_time->stopped()) co_await stopped;
  co_return (*std::move(in_time)).as_result();
}

/// Asks, if the family is asked for, and notes the answer. A failure is an answer, too. In the end it
/// fails, so that it does not win the race that it is in, and nothing of it is kept.
template <class State, class Endpoint>
task<> query(State& s, resolver<Endpoint>& names, const std::string& host,
             const std::string& service, address_family asked, duration patience) {
  if (s.found.asks(asked)) {
    const environment here = co_await current_environment();
    auto& noted = noted_query(s, asked);
    noted.asked = here.where->now();
    tell_of_query(s, noted, connect_event_kind::query_asked);
    try {
      auto asking = patience == duration::max()
                        ? names.resolve(host, service, asked)
                        : resolve_in_time(names, host, service, asked, patience);
      auto answer = co_await as_outcome(std::move(asking));
      if (answer.stopped()) co_await stop_point();  // else it has stopped by itself
      note_answer(s, asked, std::move(answer), here.where->now());
    } catch (...) { note_failure(s, asked, error::current(), here.where->now()); }
    s.changed();
  }
  co_await fail(make_error_code(errc::stopped));
}

}  // namespace eyeballs::detail
