// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How to connect; what can be wrong with it.
//
//     connect_options options{.attempt_delay = 200ms, .timeout = 10s};

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "../core/scheduler.hpp"
#include "../trace.hpp"
#include "config.hpp"
#include "connector.hpp"

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {

/// The options of `connect`. All durations have the resolution of nanoseconds; `duration::max()` is
/// none.
struct connect_options {
  /// Connection Attempt Delay (RFC 8305, sections 5 and 8): how long to wait for an attempt before
  /// the next one is started beside it. Not under 10 ms.
  duration attempt_delay = std::chrono::milliseconds(250);
  /// How long one attempt may take.
  duration attempt_timeout = duration::max();
  /// How long it all may take, from the lookup on.
  duration timeout = duration::max();
  /// Who is told of the attempts; outlives the connect. Null is nobody.
  attempt_observer<tcp::endpoint>* observer = nullptr;
};
// Compilers destroy a temporary with a destructor twice beside `co_await`.
static_assert(std::is_trivially_destructible_v<connect_options>);

namespace asio_detail {

/// What is wrong with the arguments of `connect`, if anything.
inline std::optional<error> invalid(const std::string& host, const std::string& service,
                                    const connect_options& options) {
  using namespace std::chrono_literals;
  const auto wrong = [](std::string about) {
    return error(std::make_error_code(std::errc::invalid_argument), std::move(about));
  };
  if (host.empty()) return wrong("host is empty");
  if (host.find('\0') != host.npos) return wrong("host has a NUL character");
  if (service.empty()) return wrong("service is empty");
  if (service.find('\0') != service.npos) return wrong("service has a NUL character");
  if (service.find_first_not_of("0123456789") == service.npos) {
    unsigned port = 0;
    const auto read = std::from_chars(service.data(), service.data() + service.size(), port);
    if (read.ec != std::errc() || port < 1 || port > 65535)
      return wrong("port " + service + " is not in 1 to 65535");
  }
  // The system would read a sign and white space before a number, and take it modulo 65536.
  if (std::string_view("+- \t\n\v\f\r").find(service.front()) != std::string_view::npos)
    return wrong("port " + service + " is not in 1 to 65535");
  if (options.attempt_delay < 10ms)
    return wrong("attempt_delay is under 10 ms (RFC 8305, section 5)");
  if (options.attempt_timeout <= 0ms) return wrong("attempt_timeout is not positive");
  if (options.timeout <= 0ms) return wrong("timeout is not positive");
  return std::nullopt;
}

}  // namespace asio_detail
}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
