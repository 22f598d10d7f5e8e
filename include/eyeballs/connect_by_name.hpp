// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by its name: RFC 8305 as a whole, for any resolver and any transport.
//
//     struct my_transport {
//       task<socket> attempt(const endpoint&, std::size_t index);
//       void close(socket&&) noexcept;                             // one that came too late
//       address_family family_of(const endpoint&) const;
//       std::vector<endpoint> sort(std::vector<endpoint>);         // RFC 6724, best first
//       std::optional<duration> delay_of(const endpoint&);         // none: attempt_delay
//     };
//     socket s = co_await connect_by_name(my_resolver, my_transport, "example.com", "443");
//
// Answers, and attempts, are the children of one race:
//
//     connect_by_name  is  the race of the query for AAAA, the query for A, and
//                          happy_eyeballs of the endpoints as they are found

#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "candidate_source.hpp"
#include "core/never.hpp"
#include "happy_eyeballs.hpp"
#include "query_errors.hpp"
#include "resolver.hpp"

namespace eyeballs {

/// How to connect to an `Endpoint`. `attempt` yields a connection; the index counts the attempts
/// from 0. `close` is that of `happy_eyeballs`. `family_of` and `sort` are those of an
/// `endpoint_list`. `delay_of` is asked when an attempt starts: the delay of its own, if there is
/// one, after which the next is due.
template <class T, class Endpoint> concept transport_of =
    requires(T t, const Endpoint& e, std::vector<Endpoint> all) {
      detail::as_operation(t.attempt(e, std::size_t()));
      { t.family_of(e) } -> std::same_as<address_family>;
      { t.sort(std::move(all)) } -> std::same_as<std::vector<Endpoint>>;
      { t.delay_of(e) } -> std::convertible_to<std::optional<duration>>;
    };

namespace detail {

template <class Endpoint, class Transport>
auto candidates_for(Transport& t, const configurable_values& values) {
  const auto family_of = [&t](const Endpoint& e) { return t.family_of(e); };
  const auto sort = [&t](std::vector<Endpoint> all) { return t.sort(std::move(all)); };
  return candidates<Endpoint, decltype(family_of), decltype(sort)>(values, family_of, sort);
}

/// One query. It ends only when it is stopped; it never fails: that is an answer, too.
template <class Search, class Endpoint>
task<> query(Search& s, resolver<Endpoint>& names, const std::string& host,
             const std::string& service, address_family asked) {
  if (s.found.asks(asked)) {
    const environment here = co_await current_environment();
    try {
      auto answer = co_await as_outcome(names.resolve(host, service, asked));
      if (answer.stopped()) {
        co_await stop_point();  // else the resolver stopped by itself
        s.found.fail(asked, error(std::make_error_code(std::errc::operation_canceled)));
      } else if (answer) {
        s.found.add(asked, *std::move(answer), here.where->now());
      } else {
        s.found.fail(asked, std::move(answer).error());
      }
    } catch (...) { s.found.fail(asked, error::current()); }
    s.changed();
  }
  co_await never();
}

}  // namespace detail

/// Yields a connection to `service` of `host` (RFC 8305). AAAA is asked for, and A immediately
/// after it; attempts start as soon as the answers allow it, and later answers are sorted in. When
/// the attempts are over, queries that are pending are stopped.
///
/// Ends with an error when all queries were answered and all attempts have failed: that of
/// `happy_eyeballs`, with the errors of queries as the last causes. If there was nothing to try,
/// the causes are those of the queries, which name the record and the host, the preferred family's
/// first, and the code is the first one's; without any it is `errc::no_endpoints`. What a resolver
/// throws is its error; one that ends stopped by itself failed with `operation_canceled`. Ends
/// stopped, and closes a winner that was not delivered, when a stop came first; that of a `timeout`
/// around it, too. `names` and `transport` outlive the task.
template <class Endpoint, transport_of<Endpoint> Transport>
auto connect_by_name(resolver<Endpoint>& names, Transport& transport, std::string host,
                     std::string service, configurable_values values = {})
    -> task<typename detail::operation_of<
        decltype(transport.attempt(std::declval<const Endpoint&>(), std::size_t()))>::value_type> {
  detail::search s(transport, detail::candidates_for<Endpoint>(transport, values), values);
  using connection = typename decltype(s)::connection;
  static_assert(noexcept(transport.close(std::declval<connection>())),
                "eyeballs: close must take a connection, and be noexcept");
  const auto close = [&transport](connection&& c) noexcept { transport.close(std::move(c)); };

  // Of what comes in one instant, the queries' answers are first: they are armed first.
  auto ended = co_await race(
      detail::query(s, names, host, service, address_family::v6),
      detail::query(s, names, host, service, address_family::v4),
      as_outcome(happy_eyeballs(detail::candidate_stagger(s), close, detail::candidate_source(s))));
  auto end = std::get<2>(std::move(ended));
  const bool stop = co_await stop_requested();
  if (stop && end) transport.close(*std::move(end));
  if (stop || end.stopped()) co_await stopped;
  if (end.has_error())
    co_return fail(detail::connect_error(end.error(), detail::query_errors(s.found, host), host));
  co_return *std::move(end);
}

}  // namespace eyeballs
