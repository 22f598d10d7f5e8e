// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// DNS by the library c-ares: no thread, and a stop cancels the query itself. Not part of asio.hpp;
// link eyeballs::cares too.
//
//     cares_resolver dns;
//     auto v6 = co_await dns.resolve("example.com", "443", address_family::v6);

#include <ares.h>

#include <string>
#include <utility>
#include <vector>

#include "../by_name/resolver.hpp"
#include "../core/as_result.hpp"
#include "../core/race.hpp"
#include "../core/sleep.hpp"
#include "../core/this_task.hpp"
#include "../core/timeout.hpp"
#include "cares/cares_query.hpp"
#include "endpoint.hpp"
#include "error.hpp"
#include "use_task.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(posix/stream_descriptor.hpp)
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A socket of c-ares', lent to Asio's reactor.
class lent_descriptor {
 public:
  lent_descriptor(const asio::any_io_executor& executor, int number)
      : descriptor_(executor, number) {}

  lent_descriptor(const lent_descriptor&) = delete;

  ~lent_descriptor() { descriptor_.release(); }

  auto ready(asio::posix::descriptor_base::wait_type how) {
    return descriptor_.async_wait(how, use_task);
  }

 private:
  asio::posix::stream_descriptor descriptor_;
};

/// Yields the socket when it is ready.
inline task<ares_socket_t> until_ready(asio::any_io_executor executor, cares_query::socket socket) {
  using how = asio::posix::descriptor_base;
  using wanted = cares_query::wanted;
  lent_descriptor lent(executor, socket.number);
  if (socket.what == wanted::read) co_await lent.ready(how::wait_read);
  else if (socket.what == wanted::write) co_await lent.ready(how::wait_write);
  else co_await race(lent.ready(how::wait_read), lent.ready(how::wait_write));
  co_return socket.number;
}

/// Yields the first socket that is ready. Without any socket it never ends.
inline task<ares_socket_t> until_first_ready(asio::any_io_executor executor,
                                             std::vector<cares_query::socket> sockets) {
  if (sockets.empty()) co_await never();
  std::vector<task<ares_socket_t>> all;
  for (const cares_query::socket& s : sockets) all.push_back(until_ready(executor, s));
  co_return co_await race(std::move(all));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Each lookup reads the system's configuration of the DNS and its hosts file. It asks one family of
/// the DNS, unless the name is in that file, or is completed by the search list: then it asks both,
/// so that what answers one family does not hide what has the other.
/// It is as patient as resolv.conf(5) says ("options timeout:N attempts:N"), except that c-ares
/// doubles the time for each further attempt.
class cares_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `servers`: "192.0.2.53", "192.0.2.53:5353,[2001:db8::53]:53"; if empty, the system's. If
  /// c-ares can't read it as servers (see `valid_servers`), each lookup ends with `no_recovery`.
  explicit cares_resolver(std::string servers = {}) : servers_(std::move(servers)) {}

  /// Whether c-ares can read this as `servers`.
  static bool valid_servers(const std::string& servers) noexcept {
    return detail::cares_query().accepts(servers);
  }

  /// Looks up the endpoints of `service` at `host` that are of `family`.
  ///
  /// * Yields them in the order of the answer. There are none if the host is known, but no such
  ///   address of it.
  /// * Ends with an error that is about family, host and service, whose code is one of Asio's, as
  ///   `system_resolver`'s.
  /// * Ends stopped after a stop, and the query with it.
  /// * Resumes on the executor of the task, whose tree must run on Asio.
  ///
  /// The query is sent before the first wait, so that queries leave in the order in which they are
  /// asked for (RFC 8305, section 3).
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    const environment here = co_await current_environment();
    detail::asio_scheduler* const scheduler = detail::asio_scheduler_of(here);
    if (!scheduler) co_return fail(detail::not_on_asio());
    co_await stop_point();

    detail::cares_query query;
    query.start(servers_, host, service, family);
    for (;;) {
      if (query.is_to_be_searched()) query.search(host, service);
      if (query.status()) break;
      auto wait = timeout(detail::until_first_ready(scheduler->executor(), query.sockets()),
                          query.next_timeout());
      auto ready = co_await as_result(std::move(wait));
      if (!ready && ready.error().code() != std::errc::timed_out)
        co_return fail(std::move(ready).error());
      query.process(ready ? *ready : ARES_SOCKET_BAD);
    }

    if (*query.status() == ARES_SUCCESS) co_return std::move(query.endpoints());
    const char* const asked = family == address_family::v6 ? "IPv6 " : "IPv4 ";
    co_return fail(from_asio(detail::cares_error(*query.status())), asked + host + ' ' + service);
  }

 private:
  std::string servers_;
};

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
