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
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/deprecated_addresses.hpp"
#include "../host/paths.hpp"
#include "../host/system_policy.hpp"
#include "connect_attempt.hpp"
#include "round_trip_times.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline policy_table policy_for(const connect_options& options) {
  return options.policy ? *options.policy : system_policy();
}

/// The transport of TCP. `options` and `ways`, what is known of the ways to its endpoints, outlive it.
class tcp_transport {
 public:
  tcp_transport(asio::any_io_executor executor, const connect_options& options, paths& ways)
      : executor_(std::move(executor)), options_(options), paths_(ways) {
    if (options.history) known_ = options.history->view(options.history_key);
  }

  template <class = void>
  task<tcp::socket> attempt(const tcp::endpoint& endpoint, std::size_t index) {
    return connect_attempt<const asio::any_io_executor&>(executor_, index,
                                                         {endpoint, paths_.translated(endpoint)},
                                                         options_, limit_of_attempt(options_));
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

    std::vector<std::optional<source_address>> sources;
    sources.reserve(list.size());
    paths_.make_room(list.size());
    for (const tcp::endpoint& e : list) sources.emplace_back(paths_.source_of(address_of(e)));
    mark_deprecated(sources);

    auto next_source = [s = sources.cbegin()](const ip_address&) mutable { return *s++; };
    list =
        sort_destinations(std::move(list), address_of, next_source, policy_for(options_), known_);
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

 protected:
  asio::any_io_executor executor_;
  const connect_options& options_;
  paths& paths_;

 private:
  history_view known_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
