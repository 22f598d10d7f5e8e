// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How a socket of the caller's is connected.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../connect_by_name.hpp"
#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/this_task.hpp"
#include "../../core/timeout.hpp"
#include "../async_connect/callers_transport.hpp"
#include "../async_connect/connect_callers_socket.hpp"
#include "../async_connect/given_up.hpp"
#include "../check_arguments.hpp"
#include "../connect/to_host.hpp"
#include "../connect_options.hpp"
#include "../dns/known_endpoints.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What can be known of a target without a query; or what is wrong with it, or with the options.
inline result<std::optional<addresses>> known_of(const target& to, const connect_options& options) {
  if (!to.listed.empty()) {
    if (auto wrong = wrong_option(options))
      return error(std::make_error_code(std::errc::invalid_argument), *std::move(wrong));
    return std::optional<addresses>(to.listed);
  }
  if (auto wrong = invalid_argument(to.host, to.service, options)) return *std::move(wrong);
  return known_endpoints(to.host, to.service);
}

/// As `connect_unlimited`. All arguments outlive the task.
template <class = void> task<reached_peer> reach_peer(callers_tcp_socket& caller, const target& to,
                                                      std::optional<addresses> known,
                                                      const connect_options& options) {
  host_search search(std::move(known), options, options.report);
  if (!to.listed.empty())
    search.values.preferred_family = family_of(without_mapping(to.listed.front()));

  callers_transport transport(caller, options, search.ways, to.listed);
  co_return co_await as_result(connect_by_name(search.resolvers.chosen(), transport, to.host,
                                               to.service, search.values, &search.report));
}

/// The same, within `options.timeout`.
template <class = void> task<reached_peer> reach_peer_in_time(callers_tcp_socket& caller,
                                                              const target& to,
                                                              const connect_options& options) {
  auto known = known_of(to, options);
  if (!known) co_return fail(std::move(known).error());
  auto unlimited = as_result(reach_peer(caller, to, *std::move(known), options));
  auto in_time = co_await as_result(timeout(std::move(unlimited), options.timeout));
  if (!in_time) co_return fail(std::move(in_time).error());
  co_return *std::move(in_time);
}

template <class> task<tcp::endpoint> connect_callers_socket(callers_tcp_socket& caller,
                                                            const target& to,
                                                            const connect_options& options) {
  const environment here = co_await current_environment();
  dataflow_variable<> lost;
  caller.report_to(lost);
  auto reached =
      co_await as_outcome(unless_given_up(reach_peer_in_time(caller, to, options), lost));
  if (has_context_died(here)) co_await stopped;
  if (caller.is_lost() || lost.has_value()) co_return fail(given_up());

  result<void> delivered;
  if (reached && reached->socket())
    delivered = caller.become(*std::move(reached->socket()), reached->peer().protocol());
  if (reached && delivered) co_return reached->peer();

  caller.close();
  if (reached.stopped()) co_await stopped;
  co_return fail(reached ? delivered.error() : reached.error());
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
