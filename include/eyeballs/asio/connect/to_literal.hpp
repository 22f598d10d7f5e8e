// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host that is an address. There is nothing to look up, to sort or to race: it is one
// attempt, of which it is told what `connect_by_name` would tell. Only an address that is behind a
// NAT64 translator is found out about as a name is.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../address/nat64.hpp"
#include "../../attempts/in_place.hpp"
#include "../../by_name/connect_error.hpp"
#include "../../by_name/reported.hpp"
#include "../../core/this_task.hpp"
#include "../connect_options.hpp"
#include "../dns/objection.hpp"
#include "../endpoint.hpp"
#include "../host/connectivity.hpp"
#include "../host/paths.hpp"
#include "failed_connect.hpp"
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

/// The report of the connect while its attempt is under way. `found` is the address as it was given.
inline connect_report<tcp::endpoint> literal_report(const std::string& host,
                                                    const tcp::endpoint& found, time_point began) {
  connect_report<tcp::endpoint> report;
  report.began = began;
  report.queries.push_back(
      {host, family_of(found), report_state::done, 1, std::nullopt, began, began});
  report.attempts.push_back({without_mapping(found), report_state::pending, std::nullopt, began});
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
  /// The connect begins. `r`, where its report is to be, may be null.
  reported_literal(connect_report<tcp::endpoint>* r, scheduler& where, const std::string& host,
                   const tcp::endpoint& found)
      : where_(where), began_(where.now()) {
    if (!r) return;
    told_ = std::make_unique<told>(*r);
    *r = literal_report(host, found, began_);
    told_->connect.emplace(*r, where_, began_);
    tell(*r, connect_event_kind::query_asked, 0);
    tell(*r, connect_event_kind::query_ended, 0);
  }

  void start_attempt() {
    if (told_) told_->attempt.emplace(told_->report, where_, 0);
  }

  void connected() {
    if (!told_) return;
    told_->attempt->connected();
    told_->connect->end();
  }

  /// The connect's error, since `why`. Its report is made here, and not in the task, whose frame would have
  /// room for it all the time.
  error failed(std::string host, std::string service, const tcp::endpoint& found,
               const error& why) {
    auto report = literal_report(host, found, began_);
    error all =
        literal_error(std::move(host), std::move(service), std::move(report), where_.now(), why);
    if (told_) tell_of_failure(why, *report_of<tcp::endpoint>(all));
    return all;
  }

 private:
  /// Where it is told. Most connects have none.
  struct told {
    explicit told(connect_report<tcp::endpoint>& r) noexcept : report(r) {}

    connect_report<tcp::endpoint>& report;
    std::optional<reported_connect<tcp::endpoint>> connect;
    std::optional<reported_attempt<tcp::endpoint>> attempt;
  };

  /// `whole`: the report that the error has.
  void tell_of_failure(const error& why, const connect_report<tcp::endpoint>& whole) {
    auto& [report, connect, attempt] = *told_;
    if (attempt && !has_reached(why, time_limit::timeout)) attempt->failed(why);
    attempt.reset();
    report = whole;
    if (!whole.left_out.empty()) tell(report, connect_event_kind::address_left_out, 0);
    report.ended.reset();
    connect->end();
  }

  scheduler& where_;
  time_point began_;
  std::unique_ptr<told> told_;
};

/// The only attempt, unless the address is not to be tried. `executor` and `options` outlive the task.
template <class Stages>
auto attempt_literal(Stages stages, const asio::any_io_executor& executor, const tcp::endpoint& to,
                     const connect_options& options, reported_literal& reported)
    -> task<typename Stages::connection> {
  if (auto why = obstacle_to(to, options))
    return failed_connect<typename Stages::connection>(*std::move(why));
  reported.start_attempt();
  return stages.only_attempt(executor, {to, paths().translated(to)}, options,
                             limit_of_only_attempt(options));
}

/// The error of a task that has failed, and is destroyed here.
template <class T> error error_of(task<T>&& failed) {
  task<T> ended = std::move(failed);
  return std::move(ended.how()).error();
}

/// `connect`, where the host is an address, and the arguments are right. `found`: its endpoint. The one
/// task or the other is awaited in one place, so that the frame, which many may have, has room for one.
template <class Stages>
auto connect_to_literal(Stages stages, asio::any_io_executor executor, std::string host,
                        std::string service, tcp::endpoint found, connect_options options)
    -> task<typename Stages::connection> {
  const environment here = co_await current_environment();
  const bool as_a_name = concerns_nat64(without_mapping(found), options);
  if (!as_a_name) co_await stop_point();

  reported_literal reported(as_a_name ? nullptr : options.report, *here.where, host, found);
  auto connecting =
      as_a_name ? connect_to_host(stages, executor, host, service, addresses{found}, options)
                : attempt_literal(stages, executor, without_mapping(found), options, reported);
  co_await until_ended(connecting);

  // What is not delivered is closed.
  if (!as_a_name && here.stop.stop_requested()) co_await stopped;

  if (connecting.how()) {
    reported.connected();
    co_return *std::move(connecting.how());
  }
  if (as_a_name) co_return fail(error_of(std::move(connecting)));
  co_return fail(
      reported.failed(std::move(host), std::move(service), found, error_of(std::move(connecting))));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
