// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The errors of attempts to connect by TCP.

#include <system_error>
#include <utility>
#include <vector>

#include "../../attempts/attempt_subject.hpp"
#include "../../core/error.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

using tcp_subject = attempt_subject<tcp::endpoint>;

/// Whether the endpoint's address is good for one link, and does not say for which.
inline bool lacks_zone(const tcp::endpoint& endpoint) noexcept {
  if (!endpoint.address().is_v6()) return false;
  const asio::ip::address_v6 address = endpoint.address().to_v6();
  return address.is_link_local() && address.scope_id() == 0;
}

/// The error of a socket that was not connected, by what the system says. It says EINVAL where
/// nothing is wrong with the caller's arguments: the route is a blackhole. A link-local address
/// without a zone is a mistake of the caller's, and is said to be one.
inline error socket_error(const std::error_code& code, const tcp::endpoint& endpoint) {
  const tcp_subject subject{endpoint, &to_string};
  if (code != std::errc::invalid_argument) return error(code, subject);
  if (!lacks_zone(endpoint))
    return error(std::make_error_code(std::errc::network_unreachable), subject);

  std::vector<error> causes;
  causes.emplace_back(code, "a link-local address needs a zone, as fe80::1%eth0");
  return error(code, subject, std::move(causes));
}

/// The error of an attempt that has ended with `end`. Its cause is what a preparer has thrown, if
/// that says more than a code.
inline error attempt_error(const error& end, const tcp::endpoint& endpoint) {
  if (end.subject_as<tcp_subject>()) return end;

  std::vector<error> causes;
  if (end.code() == errc::exception || !end.about().empty()) causes.push_back(end);
  const std::error_code code = from_asio(error_code(end.code()));  // it may have been thrown
  return error(code, tcp_subject{endpoint, &to_string}, std::move(causes));
}

/// The error of an attempt that TCP has connected, and whose `establish` has ended with `end`. That
/// is the cause, if it says more than a code.
inline error establish_error(const error& end, const tcp::endpoint& endpoint) {
  std::vector<error> causes;
  if (end.code() == errc::exception || !end.about().empty() || !end.causes().empty())
    causes.push_back(end);
  const std::error_code code = from_asio(error_code(end.code()));  // it may have been thrown
  const tcp_subject subject{endpoint, &to_string, time_limit::none, attempt_stage::establish};
  return error(code, subject, std::move(causes));
}

/// The error of an attempt whose time is over.
inline error late_attempt_error(const tcp::endpoint& endpoint, time_limit reached,
                                attempt_stage stage = attempt_stage::connect) {
  const tcp_subject subject{endpoint, &to_string, reached, stage};
  return error(std::make_error_code(std::errc::timed_out), subject);
}

/// Whether it is the error of an attempt that has reached this limit.
inline bool has_reached(const error& why, time_limit limit) noexcept {
  const auto* const attempt = why.subject_as<tcp_subject>();
  return attempt && attempt->reached == limit;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
