// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by Happy Eyeballs: from a name to a socket.
//
//     tcp::socket s = co_await connect(executor, "example.com", "443");
//
// That is for a task. `async_connect` is the same for everything else.

#include <string>
#include <utility>
#include <vector>

#include "../connect_by_name.hpp"
#include "../core/timeout.hpp"
#include "check_arguments.hpp"
#include "connect_options.hpp"
#include "dns/known_endpoints.hpp"
#include "dns/resolver_choice.hpp"
#include "host/connectivity.hpp"
#include "tcp/tcp_transport.hpp"

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

/// `connect`, without a limit on its time. It is a template, as `connect` is: GCC compiles other
/// inline coroutines without optimisation wherever they are included, called or not.
template <class = void> task<tcp::socket> connect_unlimited(asio::any_io_executor executor,
                                                            std::string host, std::string service,
                                                            const connect_options& options,
                                                            connect_report<tcp::endpoint>& report) {
  auto known = known_endpoints(host, service);
  if (!known) co_return fail(std::move(known).error());

  const connectivity here = find_connectivity();
  const finder by = known->has_value() ? finder::caller : finder::a_query;
  paths ways;
  admission judge(by, options, ways, report);
  resolver_choice resolvers(*std::move(known), options.resolver, here, judge);
  configurable_values values = values_of(options, here);
  values.ask_v6 = resolvers.asks_for(address_family::v6);
  values.ask_v4 = resolvers.asks_for(address_family::v4);

  tcp_transport transport(std::move(executor), options, ways);
  co_return co_await as_result(connect_by_name(resolvers.chosen(), transport, std::move(host),
                                               std::move(service), values, &report));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects to a host by its name: a client of RFC 8305. AAAA and A are asked for apart, where that
/// can't change what the system says of the name; and a family without connectivity is asked for
/// only if the other one has no address. Attempts begin as soon as the answers allow it, in the
/// order of RFC 6724, the families in turn, by `happy_eyeballs`; later answers are sorted in. On a
/// network with IPv6 only, IPv4 goes by NAT64 (section 7).
///
/// Parameters:
/// * `executor`: the socket's. Its context outlives the task.
/// * `host`: a name or an address.
/// * `service`: a name or a port.
/// * `options`: see `connect_options`.
///
/// Yields the connected socket. Resumes on the executor of the task, whose tree must run on Asio.
///
/// Ends with one of these errors:
/// * If all attempts have failed, the code is that of the most preferred endpoint. The causes are
///   the errors of all endpoints; then those of the addresses that were left out; and then those of
///   the queries that failed.
/// * If there was no address to try, the code is that of the first one that was left out; if there
///   was none, that of the preferred family's query; if that did not fail, of the other one; and if
///   none did, `errc::no_endpoints`.
/// * `std::errc::timed_out`, about host and service, when `options.timeout` is over, in which the
///   lookup counts. The causes are the same, and `errc::stopped` for each attempt and each query
///   that was pending.
/// * `std::errc::invalid_argument`, if something is wrong with the arguments: `about()` says what;
///   or if an address has no zone and needs one: the causes say which.
///
/// What the system says, and what a limit says, is a `std::errc`, with either Asio: a refusal is
/// `std::errc::connection_refused`. Codes of the DNS are Asio's, for which `to_asio(code)` compares
/// equal to `asio::error::host_not_found`. `report_of(error)` tells what became of each query, each
/// attempt, and each address that was left out.
///
/// Ends stopped, at once, after a stop, and closes everything. A lookup that hangs is left behind.
template <class = void> task<tcp::socket> connect(detail::asio::any_io_executor executor,
                                                  std::string host, std::string service,
                                                  connect_options options = {}) {
  if (auto wrong = detail::invalid_argument(host, service, options))
    co_return fail(*std::move(wrong));

  connect_report<tcp::endpoint> report;
  auto unlimited = detail::connect_unlimited(std::move(executor), host, service, options, report);
  // There are two results: the timeout's own, and within it how the connect ended in time.
  auto in_time = co_await as_result(timeout(as_result(std::move(unlimited)), options.timeout));
  if (!in_time) {
    connect_subject<tcp::endpoint> subject{std::move(host), std::move(service), std::move(report)};
    co_return fail(detail::time_out_error(std::move(subject), &to_string));
  }
  co_return *std::move(in_time);
}

/// What became of the `connect` that has ended with this error. Null, if its arguments were wrong,
/// or it is another error. It lives as long as the error, or a copy of it, does.
inline const connect_report<tcp::endpoint>* report_of(const error& why) noexcept {
  return report_of<tcp::endpoint>(why);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
