// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The transport of a connect by name that connects a socket of the caller's.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "../../core/as_result.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/paths.hpp"
#include "../tcp/connect_attempt.hpp"
#include "../tcp/tcp_transport.hpp"
#include "callers_tcp_socket.hpp"
#include "first_attempt.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Where somebody has connected, and by which socket: the caller's own, if there is none here.
class reached_peer {
 public:
  explicit reached_peer(const tcp::endpoint& peer) : peer_(peer) {}

  reached_peer(const tcp::endpoint& peer, tcp::socket&& s) : peer_(peer), socket_(std::move(s)) {}

  const tcp::endpoint& peer() const noexcept { return peer_; }

  std::optional<tcp::socket>& socket() noexcept { return socket_; }

 private:
  tcp::endpoint peer_;
  std::optional<tcp::socket> socket_;
};

/// What it is constructed with outlives it.
class callers_transport {
 public:
  /// `order`: the endpoints that the caller has listed, in their order. If there are none, a name was
  /// looked up.
  callers_transport(callers_tcp_socket& caller, const connect_options& options, paths& ways,
                    const std::vector<tcp::endpoint>& order)
      : caller_(caller),
        options_(options),
        paths_(ways),
        order_(order),
        tcp_(caller.executor(), options, ways) {}

  template <class = void> task<reached_peer> attempt(const tcp::endpoint& to, std::size_t index) {
    if (index == 0) return attempt_in_callers(to);
    return attempt_in_another(to, index);
  }

  /// One that is not the caller's; the caller's own is closed or replaced in the end.
  void close(reached_peer&& late) noexcept {
    if (late.socket()) tcp_.close(*std::move(late.socket()));
  }

  address_family family_of(const tcp::endpoint& e) const noexcept { return tcp_.family_of(e); }

  std::optional<duration> delay_of(const tcp::endpoint& e) const noexcept {
    return tcp_.delay_of(e);
  }

  /// What the caller has listed is in the caller's order, also what NAT64 has made of it.
  std::vector<tcp::endpoint> sort(std::vector<tcp::endpoint> all) {
    if (order_.empty()) return tcp_.sort(std::move(all));
    std::vector<std::pair<std::size_t, std::size_t>> places;  // the caller's, and that in `all`
    places.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) places.emplace_back(place_of(all[i]), i);
    std::sort(places.begin(), places.end());

    std::vector<tcp::endpoint> sorted;
    sorted.reserve(all.size());
    for (const auto& [place, i] : places) sorted.push_back(all[i]);
    return sorted;
  }

 private:
  std::size_t place_of(const tcp::endpoint& e) const {
    const tcp::endpoint listed = paths_.translated(e).value_or(e);
    const auto at = std::find_if(order_.begin(), order_.end(), [&](const tcp::endpoint& one) {
      return one == e || without_mapping(one) == e || without_mapping(one) == listed;
    });
    return std::size_t(at - order_.begin());
  }

  template <class = void> task<reached_peer> attempt_in_callers(tcp::endpoint to) {
    auto end = co_await as_result(first_attempt(caller_, {to, paths_.translated(to)}, options_));
    if (!end) co_return fail(std::move(end).error());
    co_return reached_peer(to);
  }

  template <class = void>
  task<reached_peer> attempt_in_another(tcp::endpoint to, std::size_t index) {
    if (caller_.is_lost()) co_return fail(caller_.give_up());
    auto attempt = connect_attempt(caller_.executor(), index, {to, paths_.translated(to)}, options_,
                                   limit_of_attempt(options_));
    auto end = co_await as_result(std::move(attempt));
    if (caller_.is_lost()) co_return fail(caller_.give_up());
    if (!end) co_return fail(std::move(end).error());
    co_return reached_peer(to, *std::move(end));
  }

  callers_tcp_socket& caller_;
  const connect_options& options_;
  paths& paths_;
  const std::vector<tcp::endpoint>& order_;
  tcp_transport tcp_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
