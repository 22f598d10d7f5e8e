// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host whose addresses are to be found, or to be sorted: RFC 8305 as a whole.

#include <optional>
#include <string>
#include <utility>

#include "../../attempts/in_place.hpp"
#include "../../connect_by_name.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../dns/resolver_choice.hpp"
#include "../host/connectivity.hpp"
#include "stages.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// IPv4, if only that gets as far as the Internet; or if both get as far, and the policy table has
/// all addresses of IPv4 before those of IPv6.
inline address_family preferred_family(const connectivity& here, const policy_table& policy) {
  constexpr ip_address of_v6(ip_address::v6_bytes{0x20});
  constexpr ip_address of_v4(ip_address::v4_bytes{1});
  const bool v4_first = policy_of(of_v4, policy).precedence > policy_of(of_v6, policy).precedence;
  if (here.v4 == here.v6 && v4_first) return address_family::v4;
  return here.preferred();
}

/// The values of the options. If those prefer no family, the host tells it.
inline configurable_values values_of(const connect_options& options, const connectivity& here) {
  configurable_values v;
  v.resolution_delay = options.resolution_delay;
  v.resolution_timeout = options.resolution_timeout;
  v.first_family_count = options.first_family_count;
  v.attempt_delay = options.attempt_delay;
  v.minimum_attempt_delay = options.minimum_attempt_delay;
  v.maximum_attempt_delay = options.maximum_attempt_delay;
  v.failure_delay = options.failure_delay;
  v.max_attempts_in_flight = options.max_attempts_in_flight;
  v.max_addresses = options.max_addresses;
  v.preferred_family =
      options.preferred_family.value_or(preferred_family(here, policy_for(options)));
  v.preferred_family = only_family(options).value_or(v.preferred_family);
  return v;
}

/// What a connect to a host has beside its transport. What it is constructed with outlives it. It is
/// a template, so that nobody who does not connect compiles the resolvers.
template <class = void> struct basic_host_search {
  /// `wanted`: where the report is to be; null, if only an error needs it.
  basic_host_search(std::optional<addresses> known, const connect_options& options,
                    connect_report<tcp::endpoint>* wanted)
      : report(wanted ? *wanted : own_report),
        judge(known ? finder::caller : finder::a_query, options, ways, report),
        resolvers(std::move(known), options.resolver, here, judge),
        values(values_of(options, here)) {
    values.ask_v6 = resolvers.asks_for(address_family::v6);
    values.ask_v4 = resolvers.asks_for(address_family::v4);
  }

  basic_host_search(const basic_host_search&) = delete;

  connect_report<tcp::endpoint> own_report;
  connect_report<tcp::endpoint>& report;
  connectivity here = find_connectivity();
  paths ways;
  admission judge;
  resolver_choice resolvers;
  configurable_values values;
};

using host_search = basic_host_search<>;

/// `connect_to_host`, without a limit on its time.
template <class Stages>
auto connect_unlimited(Stages stages, asio::any_io_executor executor, std::string host,
                       std::string service, std::optional<addresses> known, connect_options options,
                       connect_report<tcp::endpoint>* wanted) -> task<typename Stages::connection> {
  host_search search(std::move(known), options, wanted);
  auto transport = stages.transport(std::move(executor), options, search.ways);
  auto connecting = connect_by_name(search.resolvers.chosen(), transport, std::move(host),
                                    std::move(service), search.values, &search.report);
  co_await until_ended(connecting);
  co_return connecting.take();
}

/// `connect_to_host`, within `options.timeout`.
template <class Stages>
auto connect_within_limit(Stages stages, asio::any_io_executor executor, std::string host,
                          std::string service, std::optional<addresses> known,
                          connect_options options) -> task<typename Stages::connection> {
  connect_report<tcp::endpoint> own_report;
  connect_report<tcp::endpoint>& report = options.report ? *options.report : own_report;
  auto unlimited = connect_unlimited(stages, std::move(executor), host, service, std::move(known),
                                     options, &report);
  // There are two results: the timeout's own, and within it how the connect ended in time.
  auto in_time = co_await as_result(timeout(as_result(std::move(unlimited)), options.timeout));
  if (!in_time) {
    connect_subject<tcp::endpoint> subject{std::move(host), std::move(service), report};
    co_return fail(time_out_error(std::move(subject), &to_string));
  }
  co_return *std::move(in_time);
}

/// `connect`, where the arguments are right. `known`: the host's `known_endpoints`.
template <class Stages>
auto connect_to_host(Stages stages, asio::any_io_executor executor, std::string host,
                     std::string service, std::optional<addresses> known,
                     const connect_options& options) -> task<typename Stages::connection> {
  if (options.timeout == duration::max())
    return connect_unlimited(stages, std::move(executor), std::move(host), std::move(service),
                             std::move(known), options, options.report);
  return connect_within_limit(stages, std::move(executor), std::move(host), std::move(service),
                              std::move(known), options);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
