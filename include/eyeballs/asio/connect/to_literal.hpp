// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host that is an address. There is nothing to look up, to sort or to race: it is one
// attempt, of which it is told what `connect_by_name` would tell. Only an address that is behind a
// NAT64 translator is found out about as a name is.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../address/nat64.hpp"
#include "../../by_name/connect_error.hpp"
#include "../../by_name/reported.hpp"
#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
#include "../connect_options.hpp"
#include "../dns/objection.hpp"
#include "../endpoint.hpp"
#include "../host/connectivity.hpp"
#include "../host/paths.hpp"
#include "stages.hpp"
#include "to_host.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether a translator matters, if there is one: for IPv4 that has no route, and for IPv6 that may
/// stand for an address that a filter has to judge.
inline bool may_concern_nat64(const tcp::endpoint& to, const connect_options& options) noexcept {
  if (only_family(options) == address_family::v4) return false;
  if (family_of(to) == address_family::v6) return may_be_translated(to) && options.admit;
  return synthesizable(address_of(to)) && !source_address_of(address_of(to));
}

/// Whether it is to be connected to by a translator's prefix, or judged by one.
inline bool concerns_nat64(const tcp::endpoint& to, const connect_options& options) noexcept {
  return may_concern_nat64(to, options) && find_connectivity().v6_only();
}

/// Why the address is not tried; `std::nullopt` if it is.
inline std::optional<error> obstacle_to(const tcp::endpoint& to, const connect_options& options) {
  std::optional<error> why = objection_to(to, finder::caller, options, paths());
  if (!why && lacks_local_address(to, options)) why = no_local_address(to);
  return why;
}

/// How long the attempt may take: as it is the only one, that is a matter of both limits.
inline attempt_limit limit_of_only_attempt(const connect_options& options) noexcept {
  if (options.timeout <= options.attempt_timeout) return {options.timeout, time_limit::timeout};
  return limit_of_attempt(options);
}

/// The report of the connect while its attempt is under way. `found` is the address as it was given,
/// and `to` as it is tried.
inline connect_report<tcp::endpoint> literal_report(const std::string& host,
                                                    const tcp::endpoint& found,
                                                    const tcp::endpoint& to, time_point began) {
  connect_report<tcp::endpoint> report;
  report.began = began;
  report.queries.push_back(
      {host, family_of(found), report_state::done, 1, std::nullopt, began, began});
  report.attempts.push_back({to, report_state::pending, std::nullopt, began});
  return report;
}

/// The error of the connect, since `why`: the address was left out, the attempt has failed, or there
/// was no more time.
inline error literal_error(std::string host, std::string service,
                           connect_report<tcp::endpoint> report, time_point now, error why) {
  const address_family asked = report.queries.front().family;
  auto& attempt = report.attempts.front();
  report.ended = now;

  if (why.subject_as<omission_subject<tcp::endpoint>>()) {
    report.left_out.push_back({attempt.endpoint, std::move(why)});
    report.attempts.clear();
    report.queries.front().answers = 0;
    const error nothing_tried(make_error_code(errc::no_endpoints));
    return connect_error(
        nothing_tried, asked,
        connect_subject<tcp::endpoint>{std::move(host), std::move(service), std::move(report)});
  }

  if (has_reached(why, time_limit::timeout)) {
    return time_out_error(
        connect_subject<tcp::endpoint>{std::move(host), std::move(service), std::move(report)},
        &to_string);
  }

  attempt.state = report_state::failed;
  attempt.why = why;
  attempt.ended = now;
  const error one_tried(why.code(), all_attempts{1}, {why});
  return connect_error(
      one_tried, asked,
      connect_subject<tcp::endpoint>{std::move(host), std::move(service), std::move(report)});
}

/// What the caller's report of the connect has of it, if there is one.
class reported_literal {
 public:
  reported_literal(connect_report<tcp::endpoint>* r, scheduler& where, time_point began)
      : report_(r), where_(where) {
    if (!report_) return;
    connect_.emplace(*report_, where_, began);
    tell(*report_, connect_event_kind::query_asked, 0);
    tell(*report_, connect_event_kind::query_ended, 0);
  }

  void start_attempt() {
    if (report_) attempt_.emplace(*report_, where_, 0);
  }

  void connected() {
    if (!report_) return;
    attempt_->connected();
    connect_->end();
  }

  /// The connect's error, since `why`. Its report is made here, and not in the task, whose frame would have
  /// room for it all the time.
  error failed(std::string host, std::string service, const tcp::endpoint& found,
               const tcp::endpoint& to, time_point began, const error& why) {
    auto report = literal_report(host, found, to, began);
    error all =
        literal_error(std::move(host), std::move(service), std::move(report), where_.now(), why);
    if (report_) tell_of_failure(why, *report_of<tcp::endpoint>(all));
    return all;
  }

 private:
  /// `whole`: the report that the error has.
  void tell_of_failure(const error& why, const connect_report<tcp::endpoint>& whole) {
    if (attempt_ && !has_reached(why, time_limit::timeout)) attempt_->failed(why);
    attempt_.reset();
    *report_ = whole;
    if (!whole.left_out.empty()) tell(*report_, connect_event_kind::address_left_out, 0);
    report_->ended.reset();
    connect_->end();
  }

  connect_report<tcp::endpoint>* report_;
  scheduler& where_;
  std::optional<reported_connect<tcp::endpoint>> connect_;
  std::optional<reported_attempt<tcp::endpoint>> attempt_;
};

/// `connect`, where the host is an address, and the arguments are right. `found`: its endpoint.
template <class Stages>
auto connect_to_literal(Stages stages, asio::any_io_executor executor, std::string host,
                        std::string service, tcp::endpoint found, connect_options options)
    -> task<typename Stages::connection> {
  const tcp::endpoint to = without_mapping(found);
  if (concerns_nat64(to, options)) {
    auto by_nat64 = connect_to_host(stages, std::move(executor), std::move(host),
                                    std::move(service), addresses{found}, options);
    co_return co_await as_result(std::move(by_nat64));
  }

  co_await stop_point();
  const environment here = co_await current_environment();
  const time_point began = here.where->now();
  if (options.report) *options.report = literal_report(host, found, to, began);
  reported_literal reported(options.report, *here.where, began);
  std::optional<error> why = obstacle_to(to, options);
  if (!why) {
    reported.start_attempt();
    auto attempt = stages.only_attempt(std::move(executor), {to, paths().translated(to)}, options,
                                       limit_of_only_attempt(options));
    auto end = co_await as_result(std::move(attempt));
    co_await stop_point();  // what is not delivered is closed
    if (end) reported.connected();
    if (end) co_return end;
    why = std::move(end).error();
  }
  co_return fail(reported.failed(std::move(host), std::move(service), found, to, began, *why));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
