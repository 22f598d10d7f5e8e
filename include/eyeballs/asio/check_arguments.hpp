// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What can be wrong with the arguments of `connect`.

#include <chrono>
#include <optional>
#include <string>

#include "../address/address_family.hpp"
#include "../core/error.hpp"
#include "connect_options.hpp"
#include "host/host_and_service.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What is wrong; `std::nullopt` if nothing is.
inline std::optional<std::string> wrong_option(const connect_options& options) {
  using namespace std::chrono_literals;
  const address_family family = options.preferred_family.value_or(address_family::v6);

  const struct {
    bool is_wrong;
    const char* about;
  } checks[] = {
      {options.attempt_delay < 10ms, "attempt_delay is under 10 ms (RFC 8305, section 5)"},
      {options.minimum_attempt_delay < 10ms,
       "minimum_attempt_delay is under 10 ms (RFC 8305, section 5)"},
      {options.maximum_attempt_delay < options.minimum_attempt_delay,
       "maximum_attempt_delay is under minimum_attempt_delay"},
      {options.failure_delay < 0ms, "failure_delay is negative"},
      {options.resolution_delay < 0ms, "resolution_delay is negative"},
      {options.resolution_timeout <= 0ms, "resolution_timeout is not positive"},
      {family != address_family::v4 && family != address_family::v6,
       "preferred_family is neither IPv4 nor IPv6"},
      {options.first_family_count < 1, "first_family_count is not positive"},
      {options.max_attempts_in_flight < 1, "max_attempts_in_flight is not positive"},
      {options.max_addresses < 1, "max_addresses is not positive"},
      {options.attempt_timeout <= 0ms, "attempt_timeout is not positive"},
      {options.timeout <= 0ms, "timeout is not positive"},
  };

  for (const auto& check : checks)
    if (check.is_wrong) return check.about;
  return std::nullopt;
}

/// `std::errc::invalid_argument`, about the first thing that is wrong with the arguments of
/// `connect`; `std::nullopt` if nothing is.
inline std::optional<error> invalid_argument(const std::string& host, const std::string& service,
                                             const connect_options& options) {
  std::optional<std::string> wrong = wrong_host(host);
  if (!wrong) wrong = wrong_service(service);
  if (!wrong) wrong = wrong_option(options);
  if (!wrong) return std::nullopt;
  return error(std::make_error_code(std::errc::invalid_argument), *std::move(wrong));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
