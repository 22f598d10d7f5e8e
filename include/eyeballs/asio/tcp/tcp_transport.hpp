// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How `connect` gets to a TCP endpoint: what `connect_by_name` asks of a transport.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../address/destination_order.hpp"
#include "../../address/history.hpp"
#include "../../core/as_result.hpp"
#include "../../core/timeout.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/source_address.hpp"
#include "connect_to.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Tells an observer of one attempt, whose frame it lives in: destroyed without an end, it was
/// stopped.
class observed_attempt {
 public:
  observed_attempt(const connect_options& options, std::size_t index, const tcp::endpoint& endpoint)
      : observer_(options.observer), index_(index), endpoint_(endpoint) {
    if (observer_) observer_->started(index_, endpoint_);
  }

  observed_attempt(const observed_attempt&) = delete;

  ~observed_attempt() { end(false, nullptr); }

  void end(bool connected, const error* why) noexcept {
    if (auto* observer = std::exchange(observer_, nullptr))
      observer->ended(index_, endpoint_, connected, why);
  }

 private:
  attempt_observer<tcp::endpoint>* observer_;
  std::size_t index_;
  const tcp::endpoint& endpoint_;
};

/// Opens a socket, as the options say.
inline error_code open_socket(tcp::socket& socket, const tcp::endpoint& endpoint,
                              const connect_options& options) {
  error_code code;
  socket.open(endpoint.protocol(), code);
  const bool v6 = endpoint.address().is_v6();
  if (!code && v6 && options.local_v6) socket.bind({*options.local_v6, 0}, code);
  if (!code && !v6 && options.local_v4) socket.bind({*options.local_v4, 0}, code);
  if (!code && options.prepare) code = options.prepare->prepare(socket, endpoint);
  return code;
}

inline task<tcp::socket> prepare_and_connect(asio::any_io_executor executor, tcp::endpoint endpoint,
                                             const connect_options& options) {
  tcp::socket socket(std::move(executor));
  if (const error_code code = open_socket(socket, endpoint, options))
    co_return fail(std::error_code(code), to_string(endpoint));
  auto connected = co_await as_result(tcp_connect_operation(socket, endpoint));
  if (!connected) co_return fail(connected.error().code(), to_string(endpoint));
  co_return socket;
}

/// A connection was made that took so long. Without memory it is not remembered: that is no reason
/// to lose the connection.
inline void remember(const connect_options& options, const ip_address& address,
                     duration took) noexcept try {
  if (!options.history) return;
  constexpr duration first_retransmission = std::chrono::seconds(1);  // RFC 6298, section 2.1
  if (took < first_retransmission) options.history->add_rtt(options.history_key, address, took);
  options.history->add_use(options.history_key, address);
} catch (...) {}

inline task<tcp::socket> connect_attempt(asio::any_io_executor executor, std::size_t index,
                                         tcp::endpoint endpoint, const connect_options& options) {
  observed_attempt observed(options, index, endpoint);
  const environment here = co_await current_environment();
  const time_point start = here.where->now();
  auto socket = co_await as_result(timeout(
      prepare_and_connect(std::move(executor), endpoint, options), options.attempt_timeout));
  if (!socket) {
    const error& end = socket.error();
    std::string name = to_string(endpoint);
    std::vector<error> thrown;  // by the preparer
    if (end.code() == errc::exception || (!end.about().empty() && end.about() != name))
      thrown.push_back(end);
    const error why(end.code(), std::move(name), std::move(thrown));
    observed.end(false, &why);
    co_return fail(why);
  }
  observed.end(true, nullptr);
  remember(options, address_of(endpoint), here.where->now() - start);
  co_return *std::move(socket);
}

class tcp_transport {
 public:
  tcp_transport(asio::any_io_executor executor, const connect_options& options)
      : executor_(std::move(executor)), options_(options) {
    if (options.history) known_ = options.history->view(options.history_key);
  }

  task<tcp::socket> attempt(const tcp::endpoint& endpoint, std::size_t index) {
    return connect_attempt(executor_, index, endpoint, options_);
  }

  void close(tcp::socket&& s) noexcept {
    error_code ignored;
    s.close(ignored);
  }

  address_family family_of(const tcp::endpoint& e) const noexcept {
    return e.address().is_v6() ? address_family::v6 : address_family::v4;
  }

  /// By RFC 6724; led by the preferred family if the options name one.
  std::vector<tcp::endpoint> sort(std::vector<tcp::endpoint> list) {
    list = sort_destinations(std::move(list), address_of, source_address_of, default_policy_table,
                             known_);
    const auto lead = std::find_if(list.begin(), list.end(), [&](const tcp::endpoint& e) {
      return family_of(e) == options_.preferred_family;
    });
    if (lead != list.end()) std::rotate(list.begin(), lead, lead + 1);
    return list;
  }

  /// When the second SYN would be sent, by the time that the way there and back takes: RFC 6298,
  /// section 2.2, of one measurement.
  std::optional<duration> delay_of(const tcp::endpoint& e) const noexcept {
    const auto rtt = known_.rtt(address_of(e));
    if (!rtt) return std::nullopt;
    const duration held = std::min<duration>(*rtt, duration::max() / 3);  // no overflow
    return held + 4 * (held / 2);
  }

 private:
  asio::any_io_executor executor_;
  const connect_options& options_;
  history_view known_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
