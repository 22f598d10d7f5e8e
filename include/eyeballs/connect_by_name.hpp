// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by its name: RFC 8305, sections 3 to 5, for any resolver and any transport.
//
//     socket s = co_await connect_by_name(my_resolver, my_transport, "example.com", "443");
//
// The queries and the attempts are the children of one race:
//
//     connect_by_name  is  the race of the query for AAAA, the query for A, and
//                          happy_eyeballs of the endpoints as they are found

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "by_name/candidate_source.hpp"
#include "by_name/connect_error.hpp"
#include "by_name/connect_report.hpp"
#include "by_name/query.hpp"
#include "by_name/query_subject.hpp"
#include "by_name/reported.hpp"
#include "by_name/resolver.hpp"
#include "by_name/transport.hpp"
#include "happy_eyeballs.hpp"

namespace eyeballs {
namespace detail {

template <class Endpoint, class Transport>
auto candidates_for(Transport& t, const configurable_values& values) {
  const auto family_of = [&t](const Endpoint& e) { return t.family_of(e); };
  const auto sort = [&t](std::vector<Endpoint> all) { return t.sort(std::move(all)); };
  return candidate_queue<Endpoint, decltype(family_of), decltype(sort)>(values, family_of, sort);
}

}  // namespace detail

/// Connects to `service` of `host` (RFC 8305, sections 3 to 5). AAAA is asked for, and A
/// immediately after it. Attempts start as soon as the answers allow it, and later answers are
/// sorted in.
///
/// Parameters:
/// * `names` and `transport` outlive the task.
/// * `host` and `service` are passed to `names` as they are.
/// * `values`: the configurable values of RFC 8305, section 8.
/// * `report`: where it is noted, as it happens, what becomes of each query and of each attempt; its
///   `observer` is told then. It is emptied first. It outlives the task, and is there also when a
///   `timeout` has stopped that. Whoever leaves an address out, as a resolver, may note it there, too.
///   Null: nobody asks, unless it fails.
///
/// Yields the first connection that is made, once all other attempts, and the queries that are
/// pending, were stopped and have ended. Resumes in the tree of the task.
///
/// Ends with an error when all queries were answered and all attempts have failed. Its causes are
/// the errors of the attempts, in the order of the starts; then those of the addresses that were
/// left out; and then those of the queries, the preferred family's first. Its code is that of the
/// first cause. Without any cause it is `errc::no_endpoints`. `report_of` tells what became of all
/// of them. The error of a query has a `query_subject`, and says what the resolver's says it is
/// about, or names the record and the host. Whatever a resolver throws is its error; a resolver
/// that ends stopped by itself has failed with `operation_canceled`, and one that takes longer than
/// `values.resolution_timeout` with `timed_out`.
///
/// Ends stopped, and closes a winner that was not delivered, when a stop came first. The stop of a
/// `timeout` around it is one.
template <class Endpoint, transport_of<Endpoint> Transport>
auto connect_by_name(resolver<Endpoint>& names, Transport& transport, std::string host,
                     std::string service, configurable_values values = {},
                     connect_report<Endpoint>* report = nullptr)
    -> task<detail::connection_by<Transport, Endpoint>> {
  connect_report<Endpoint> own;
  if (report) *report = {};
  detail::connect_state s(transport, detail::candidates_for<Endpoint>(transport, values), values,
                          report ? *report : own);
  using connection = typename decltype(s)::connection;
  static_assert(noexcept(transport.close(std::declval<connection>())),
                "eyeballs: close must take a connection, and be noexcept");
  const auto close = [&transport](connection&& c) noexcept { transport.close(std::move(c)); };

  const environment here = co_await current_environment();
  detail::note_queries(s, host);
  detail::reported_connect reported(s.report, *here.where, here.where->now());
  // The queries are armed first, so of all that happens in one instant their answers come first.
  auto ended = co_await race(
      detail::query(s, names, host, service, address_family::v6, values.resolution_timeout),
      detail::query(s, names, host, service, address_family::v4, values.resolution_timeout),
      as_outcome(happy_eyeballs(detail::candidate_stagger(s), close, detail::candidate_source(s))));
  auto& end = std::get<2>(ended);
  reported.end();

  const bool stop = here.stop.stop_requested();
  if (stop && end) {
    transport.close(*std::move(end));
    co_await stopped;
  } else if (stop || end.stopped()) {
    co_await stopped;
  } else if (end.has_error()) {
    co_return fail(detail::connect_error(
        end.error(), s.found.preferred_family(),
        connect_subject<Endpoint>{std::move(host), std::move(service), s.report}));
  }
  co_return *std::move(end);  // NOLINT(bugprone-use-after-move): `stopped` does not resume
}

}  // namespace eyeballs
