// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How `connect` gets to a TCP endpoint: what `connect_by_name` asks of a transport.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "../../address/destination_order.hpp"
#include "../../address/history.hpp"
#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/paths.hpp"
#include "attempt_error.hpp"
#include "connect_to.hpp"
#include "observed_attempt.hpp"
#include "round_trip_times.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// One attempt, within its time, which is observed, and remembered if it has connected. `options`
/// outlive the task.
inline task<tcp::socket> connect_attempt(asio::any_io_executor executor, std::size_t index,
                                         destination to, const connect_options& options) {
  observed_attempt observed(options.observer, index, to.endpoint);
  const environment here = co_await current_environment();
  const time_point start = here.where->now();
  auto unlimited = as_result(open_and_connect(std::move(executor), to, options));
  // There are two results: the timeout's own, and within it how the attempt ended in time.
  auto in_time = co_await as_result(timeout(std::move(unlimited), options.attempt_timeout));

  if (!in_time || !*in_time) {
    const error why =
        in_time ? attempt_error(in_time->error(), to.endpoint) : time_out_error(to.endpoint);
    observed.failed(why);
    co_return fail(why);
  }
  observed.connected();
  remember(options, address_of(to.endpoint), here.where->now() - start);
  co_return *std::move(in_time);
}

/// The transport of TCP. `options` and `ways`, what is known of the ways to its endpoints, outlive it.
class tcp_transport {
 public:
  tcp_transport(asio::any_io_executor executor, const connect_options& options, paths& ways)
      : executor_(std::move(executor)), options_(options), paths_(ways) {
    if (options.history) known_ = options.history->view(options.history_key);
  }

  task<tcp::socket> attempt(const tcp::endpoint& endpoint, std::size_t index) {
    return connect_attempt(executor_, index, {endpoint, paths_.translated(endpoint)}, options_);
  }

  void close(tcp::socket&& s) noexcept {
    error_code ignored;
    s.close(ignored);
  }

  address_family family_of(const tcp::endpoint& e) const noexcept { return detail::family_of(e); }

  /// By RFC 6724. If the options prefer a family, the best address of that is moved to the front.
  /// One alone needs no source address.
  std::vector<tcp::endpoint> sort(std::vector<tcp::endpoint> list) {
    if (list.size() < 2) return list;
    const auto source_of = [this](const ip_address& a) { return paths_.source_of(a); };
    list = sort_destinations(std::move(list), address_of, source_of, default_policy_table, known_);
    const auto lead = std::find_if(list.begin(), list.end(), [this](const tcp::endpoint& e) {
      return detail::family_of(e) == options_.preferred_family;
    });
    if (lead != list.end()) std::rotate(list.begin(), lead, lead + 1);
    return list;
  }

  /// Until the second SYN would be sent, if the round-trip time is known (section 5).
  std::optional<duration> delay_of(const tcp::endpoint& e) const noexcept {
    const std::optional<duration> rtt = known_.rtt(address_of(e));
    if (!rtt) return std::nullopt;
    return retransmission_after(*rtt);
  }

 private:
  asio::any_io_executor executor_;
  const connect_options& options_;
  paths& paths_;
  history_view known_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
