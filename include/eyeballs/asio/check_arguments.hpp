// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What can be wrong with the arguments of `connect`.

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "../core/error.hpp"
#include "connect_options.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

// Each of these says what is wrong; `std::nullopt` if nothing is.

inline std::optional<std::string> wrong_host(const std::string& host) {
  if (host.empty()) return "host is empty";
  if (host.find('\0') != host.npos) return "host has a NUL character";
  return std::nullopt;
}

inline bool is_port(const std::string& digits) {
  unsigned port = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return read.ec == std::errc() && port >= 1 && port <= 65535;
}

inline std::optional<std::string> wrong_service(const std::string& service) {
  if (service.empty()) return "service is empty";
  if (service.find('\0') != service.npos) return "service has a NUL character";

  const bool is_number = service.find_first_not_of("0123456789") == service.npos;
  // The system would read white space and a sign before a number, and take it modulo 65536.
  const bool may_be_taken_for_number =
      std::string_view("+- \t\n\v\f\r").find(service.front()) != std::string_view::npos;
  if (may_be_taken_for_number || (is_number && !is_port(service)))
    return "port " + service + " is not in 1 to 65535";
  return std::nullopt;
}

inline std::optional<std::string> wrong_option(const connect_options& options) {
  using namespace std::chrono_literals;

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
