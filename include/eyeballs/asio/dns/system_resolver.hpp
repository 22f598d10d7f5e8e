// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The system's getaddrinfo, for one family at a time and in threads of its own: what RFC 8305,
// section 3, tells those to do whose API is synchronous.
//
//     system_resolver system;
//     auto v6 = co_await system.resolve("example.com", "443", address_family::v6);

#include <cstddef>
#include <string>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../../core/task.hpp"
#include "../endpoint.hpp"
#include "most_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Each lookup has a thread, which a stop leaves behind. What is asked while the same is being looked
/// up waits for the same answer. What nobody waits for any more counts no longer, except as a
/// thread.
///
/// Of an execution context at most 64 names (a host and a service) are looked up at a time; and a
/// copy of the library in a process has at most 256 threads. What is asked beyond that waits: names
/// are served in the order in which they were asked for, and in turn where they wait for threads.
template <class = void> class basic_system_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `most`: a name that is asked for waits until fewer names than that are looked up for its
  /// execution context, whoever has asked for those. 0 is taken as 1, and more than 64 as 64.
  explicit basic_system_resolver(std::size_t most = most_names) noexcept : most_names_(most) {}

  /// Looks up the endpoints of `service` at `host` that are of `family`.
  ///
  /// * Yields them in the system's order. There are none if the system knows the host, but no such
  ///   address of it.
  /// * Ends with an error that is about family, host and service, whose code is one of Asio's:
  ///   `host_not_found` (NXDOMAIN), `host_not_found_try_again` (SERVFAIL, or no answer in time),
  ///   `no_recovery`, `service_not_found`.
  /// * Ends with `std::errc::operation_not_supported` in an io_context that was told to do without
  ///   locks (ASIO_CONCURRENCY_HINT_UNSAFE), as Asio's own resolver: threads may not post there.
  /// * Ends with `std::errc::resource_unavailable_try_again` if the system has no thread to give.
  /// * Ends stopped, at once, after a stop.
  /// * Resumes on the executor of the task, whose tree must run on Asio.
  ///
  /// Lookups begin in the order in which they are asked for. A lookup of IPv4 begins a millisecond
  /// after that of IPv6 for the same host and service, if that was asked for just before it. So the
  /// AAAA query is made first and the A query next (RFC 8305, section 3) as well as threads allow:
  /// it can't be known how long getaddrinfo takes from its beginning to its query.
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override;

 private:
  std::size_t most_names_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The resolver of the system: `getaddrinfo`, on threads of the library's. A default-constructed one
/// looks up at most 64 names at a time for an execution context.
///
/// * Yields the endpoints of one family in the system's order. There are none if the system knows the
///   host, but no such address of it.
/// * Ends with an error that is about family, host and service, whose code is one of Asio's:
///   `host_not_found`, `host_not_found_try_again` (no answer in time), `no_recovery` or
///   `service_not_found`; or with `std::errc::resource_unavailable_try_again`, if there is no thread.
/// * Ends stopped, at once, after a stop; the thread is left behind.
/// * Resumes on the executor of the task, whose tree must run on Asio.
using system_resolver = detail::basic_system_resolver<>;

/// Looks up the endpoints of a TCP service, of both families.
///
/// * Yields them in the system's order, which is that of RFC 6724.
/// * Ends with an error that is about host and service, whose code is one of Asio's resolver codes.
/// * Ends stopped, at once, after a stop.
/// * Resumes on the executor of the task, whose tree must run on Asio.
template <class = void>
task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_SEPARATE_COMPILATION
extern template class eyeballs::detail::basic_system_resolver<>;

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<std::vector<tcp::endpoint>> resolve<>(std::string, std::string);

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
#else
#include "../impl/system_resolver.hpp"
#endif
