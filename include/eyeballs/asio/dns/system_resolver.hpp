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

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Each lookup has a thread, which a stop leaves behind. Of its own it has nothing but a number, so
/// one is as good as another. As its threads post, an io_context that was told to do without locks
/// (ASIO_CONCURRENCY_HINT_UNSAFE) can't have it, as it can't have Asio's own.
class system_resolver final : public resolver<tcp::endpoint> {
 public:
  /// How many threads may look up, or hang, for one execution context before a lookup waits until
  /// another is done; 0 is taken as 1. It waits at the end of a queue, and a stop ends that wait as
  /// any other.
  explicit system_resolver(std::size_t most_threads = 64) noexcept
      : most_threads_(std::max<std::size_t>(1, most_threads)) {}

  /// Yields the endpoints in the system's order. There are none, if the system knows the host but
  /// no such address of it. The error names family, host and service; its code is one of Asio's:
  /// `host_not_found` (NXDOMAIN), `host_not_found_try_again` (SERVFAIL, or no answer in time),
  /// `no_recovery`, `service_not_found`. A stop ends it at once. The tree must run on Asio.
  ///
  /// Lookups begin in the order in which they are asked for, and that of IPv4 a millisecond after
  /// that of IPv6 for the same host and service, if that was asked for just before it. So the AAAA
  /// query is made first, and the A query next, as well as threads allow (RFC 8305, section 3): how
  /// long getaddrinfo takes from its beginning to its query nobody can know.
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    co_return co_await as_result(detail::lookup_operation(std::move(host), std::move(service),
                                                          detail::asked_of(family), most_threads_));
  }

 private:
  std::size_t most_threads_;
};

/// Yields the endpoints of a TCP service, in the system's order, which is that of RFC 6724. The
/// error names host and service, its code is one of Asio's resolver codes. A stop ends it at once.
inline auto resolve(std::string host, std::string service) {
  return detail::lookup_operation(std::move(host), std::move(service), detail::asked_family::both,
                                  64);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
