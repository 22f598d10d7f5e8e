// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How to connect; what can be wrong with it.
//
//     connect_options options{.attempt_delay = 200ms, .timeout = 10s};

#include <charconv>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "../address/address_family.hpp"
#include "../address/history.hpp"
#include "../attempts/attempt_observer.hpp"
#include "../by_name/resolver.hpp"
#include "../core/scheduler.hpp"
#include "config.hpp"
#include "endpoint.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Makes each socket ready before it is connected. Outlives the connect.
class socket_preparer {
 public:
  /// The socket is open, and bound if there is a local address for its family. May set options or
  /// bind it. An error, returned or thrown, is the attempt's failure, and vetoes the endpoint.
  virtual error_code prepare(tcp::socket& socket, const tcp::endpoint& endpoint) = 0;

 protected:
  ~socket_preparer() = default;
};

/// The options of `connect`, with the defaults of RFC 8305, section 8. All durations have the
/// resolution of nanoseconds; `duration::max()` is none.
struct connect_options {
  /// Connection Attempt Delay (section 5): how long to wait for an attempt before the next one is
  /// started beside it. Not under 10 ms.
  duration attempt_delay = std::chrono::milliseconds(250);
  /// Within what (section 5) the delay follows the round-trip time of an endpoint that `history`
  /// knows: it is then when the second SYN would be sent, by RFC 6298. The minimum is not under 10
  /// ms.
  duration minimum_attempt_delay = std::chrono::milliseconds(100);
  duration maximum_attempt_delay = std::chrono::seconds(2);
  /// How long after its start an attempt that has failed holds up the next; never longer than its
  /// attempt delay would. 10 ms is section 5 to the letter.
  duration failure_delay = duration::zero();
  /// Resolution Delay (section 3): how long to wait for the answer of the preferred family, from
  /// the first addresses of the other one on.
  duration resolution_delay = std::chrono::milliseconds(50);
  /// First Address Family Count (section 4): 1, or 2 to favour the first family more.
  std::size_t first_family_count = 1;
  /// Whose answer is waited for, and whose address is tried first. By default the answer for IPv6
  /// is waited for, unless only IPv4 has a route to the Internet; and whichever address the sort
  /// puts first (RFC 6724, section 6) is tried first.
  std::optional<address_family> preferred_family = std::nullopt;
  /// How long one attempt may take; its error is then `std::errc::timed_out`.
  duration attempt_timeout = duration::max();
  /// How long it all may take, from the lookup on. The error is then `std::errc::timed_out`, and
  /// its causes tell what was tried.
  duration timeout = duration::max();
  /// With so many in flight the next attempt waits until one has ended.
  std::size_t max_attempts_in_flight = std::numeric_limits<std::size_t>::max();
  /// What to bind the sockets of a family to, and any port. Those of the other family are not
  /// bound.
  std::optional<detail::asio::ip::address_v4> local_v4 = std::nullopt;
  std::optional<detail::asio::ip::address_v6> local_v6 = std::nullopt;
  // What follows is not owned, and outlives the connect; null is none. Each connect calls it on the
  // executor of its task, one thing at a time.
  /// Whom to ask for addresses; by default the system (`system_resolver`).
  eyeballs::resolver<tcp::endpoint>* resolver = nullptr;
  /// What earlier connects have learned, and this one will, in the partition `history_key` (section
  /// 4). It has no lock: connects that share it run on one thread, or on one strand.
  eyeballs::history* history = nullptr;
  std::string_view history_key = {};
  /// Who makes each socket ready, and may veto its endpoint.
  socket_preparer* prepare = nullptr;
  /// Who is told of the attempts.
  attempt_observer<tcp::endpoint>* observer = nullptr;
};

// Compilers destroy a temporary with a destructor twice beside `co_await`.
static_assert(std::is_trivially_destructible_v<connect_options>);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

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
  if (options.minimum_attempt_delay < 10ms)
    return wrong("minimum_attempt_delay is under 10 ms (RFC 8305, section 5)");
  if (options.maximum_attempt_delay < options.minimum_attempt_delay)
    return wrong("maximum_attempt_delay is under minimum_attempt_delay");
  if (options.failure_delay < 0ms) return wrong("failure_delay is negative");
  if (options.resolution_delay < 0ms) return wrong("resolution_delay is negative");
  if (options.first_family_count < 1) return wrong("first_family_count is not positive");
  if (options.max_attempts_in_flight < 1) return wrong("max_attempts_in_flight is not positive");
  if (options.attempt_timeout <= 0ms) return wrong("attempt_timeout is not positive");
  if (options.timeout <= 0ms) return wrong("timeout is not positive");
  return std::nullopt;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
