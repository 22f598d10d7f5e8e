// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The system's getaddrinfo, for one family at a time and in threads of its own: what RFC 8305,
// section 3, tells those to do whose API is synchronous.
//
//     system_resolver system;
//     auto v6 = co_await system.resolve("example.com", "443", address_family::v6);

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "lookup.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How many threads may look up for one execution context, unless it is said.
inline constexpr std::size_t default_most_threads = 64;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Each lookup has a thread, which a stop leaves behind. A resolver holds only its thread limit;
/// all resolvers of an execution context share its threads. As the threads post, an io_context that
/// was told to do without locks (ASIO_CONCURRENCY_HINT_UNSAFE) can't have it, as it can't have
/// Asio's own resolver.
class system_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `most_threads`: how many threads may look up, or hang, for one execution context; 0 is taken
  /// as 1. A further lookup waits in a queue until another is done. A stop ends that wait as any
  /// other.
  explicit system_resolver(std::size_t most_threads = detail::default_most_threads) noexcept
      : most_threads_(std::max<std::size_t>(1, most_threads)) {}

  /// Looks up the endpoints of `service` at `host` that are of `family`.
  ///
  /// * Yields them in the system's order. There are none if the system knows the host, but no such
  ///   address of it.
  /// * Ends with an error that is about family, host and service, whose code is one of Asio's:
  ///   `host_not_found` (NXDOMAIN), `host_not_found_try_again` (SERVFAIL, or no answer in time),
  ///   `no_recovery`, `service_not_found`.
  /// * Ends stopped, at once, after a stop.
  /// * Resumes on the executor of the task, whose tree must run on Asio.
  ///
  /// Lookups begin in the order in which they are asked for. A lookup of IPv4 begins a millisecond
  /// after that of IPv6 for the same host and service, if that was asked for just before it. So the
  /// AAAA query is made first and the A query next (RFC 8305, section 3) as well as threads allow:
  /// it can't be known how long getaddrinfo takes from its beginning to its query.
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    co_return co_await as_result(detail::lookup_operation(std::move(host), std::move(service),
                                                          detail::asked_of(family), most_threads_));
  }

 private:
  std::size_t most_threads_;
};

/// Looks up the endpoints of a TCP service, of both families.
///
/// * Yields them in the system's order, which is that of RFC 6724.
/// * Ends with an error that is about host and service, whose code is one of Asio's resolver codes.
/// * Ends stopped, at once, after a stop.
/// * Resumes on the executor of the task, whose tree must run on Asio.
inline auto resolve(std::string host, std::string service) {
  return detail::lookup_operation(std::move(host), std::move(service), detail::asked_family::both,
                                  detail::default_most_threads);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
