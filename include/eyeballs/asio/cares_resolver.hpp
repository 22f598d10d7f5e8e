// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// DNS by the library c-ares: no thread, and a stop cancels the query itself. Not part of asio.hpp;
// link eyeballs::cares too.
//
//     cares_resolver dns;
//     auto v6 = co_await dns.resolve("example.com", "443", address_family::v6);

#include <ares.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../by_name/resolver.hpp"
#include "../core/as_result.hpp"
#include "../core/race.hpp"
#include "../core/sleep.hpp"
#include "../core/this_task.hpp"
#include "../core/timeout.hpp"
#include "endpoint.hpp"
#include "error.hpp"
#include "use_task.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(posix/stream_descriptor.hpp)
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A status of c-ares' as a code of Asio's.
inline error_code cares_error(int status) noexcept {
  switch (status) {
    case ARES_ENOTFOUND:
    case ARES_EBADNAME: return asio::error::host_not_found;
    case ARES_ESERVFAIL:
    case ARES_EREFUSED:
    case ARES_ETIMEOUT:
    case ARES_ECONNREFUSED: return asio::error::host_not_found_try_again;
    case ARES_ESERVICE: return asio::error::service_not_found;
    case ARES_ENOMEM: return asio::error::no_memory;
    default: return asio::error::no_recovery;
  }
}

/// One query, with a channel of its own: once destroyed, it sends and hears nothing any more.
class cares_query {
 public:
  /// What c-ares waits for at a socket.
  enum class wanted : unsigned char { read, write, read_or_write };

  struct socket {
    ares_socket_t number;
    wanted what;
  };

  cares_query() = default;
  cares_query(const cares_query&) = delete;

  ~cares_query() {
    if (channel_) ::ares_destroy(channel_);
  }

  /// `servers` as c-ares writes them; empty for the system's.
  void start(const std::string& servers, const std::string& host, const std::string& service,
             address_family family) {
    const int status = open_channel(servers);
    if (status != ARES_SUCCESS) {
      status_ = status;
      return;
    }
    ares_addrinfo_hints hints{};
    hints.ai_family = family == address_family::v6 ? AF_INET6 : AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = ARES_AI_NOSORT;
    ::ares_getaddrinfo(channel_, host.c_str(), service.c_str(), &hints, &answered, this);
  }

  /// ARES_SUCCESS or an error, once it has ended.
  const std::optional<int>& status() const noexcept { return status_; }

  /// In the order of the answer.
  std::vector<tcp::endpoint>& endpoints() noexcept { return endpoints_; }

  /// Those that c-ares waits for.
  std::vector<socket> sockets() const {
    ares_socket_t numbers[ARES_GETSOCK_MAXNUM];
    const int bits = ::ares_getsock(channel_, numbers, ARES_GETSOCK_MAXNUM);
    std::vector<socket> all;
    for (int i = 0; i < ARES_GETSOCK_MAXNUM; ++i) {
      const bool read = ARES_GETSOCK_READABLE(bits, i) != 0;
      const bool write = ARES_GETSOCK_WRITABLE(bits, i) != 0;
      if (read && write) all.push_back({numbers[i], wanted::read_or_write});
      else if (read) all.push_back({numbers[i], wanted::read});
      else if (write) all.push_back({numbers[i], wanted::write});
    }
    return all;
  }

  /// How long c-ares waits for its sockets, before it has something else to do.
  duration next_timeout() const noexcept {
    timeval left{};
    if (!::ares_timeout(channel_, nullptr, &left)) return duration::max();
    return std::chrono::seconds(left.tv_sec) + std::chrono::microseconds(left.tv_usec);
  }

  /// Does what is to be done at a socket that is ready, or (ARES_SOCKET_BAD) after `next_timeout`.
  void process(ares_socket_t ready) noexcept { ::ares_process_fd(channel_, ready, ready); }

 private:
  int open_channel(const std::string& servers) noexcept {
    ares_options none{};
    const int status = ::ares_init_options(&channel_, &none, 0);
    if (status != ARES_SUCCESS || servers.empty()) return status;
    return ::ares_set_servers_ports_csv(channel_, servers.c_str());
  }

  static void answered(void* self, int status, int, ares_addrinfo* list) {
    static_cast<cares_query*>(self)->take(status, list);
  }

  void take(int status, ares_addrinfo* list) noexcept {
    const std::unique_ptr<ares_addrinfo, decltype(&::ares_freeaddrinfo)> owner(
        list, &::ares_freeaddrinfo);
    status_ = status == ARES_ENODATA ? int(ARES_SUCCESS) : status;
    if (!list) return;
    try {
      for (const auto* node = list->nodes; node; node = node->ai_next) {
        const std::optional<tcp::endpoint> e = endpoint_in(node->ai_addr, node->ai_addrlen);
        if (e) endpoints_.push_back(*e);
      }
    } catch (...) { status_ = ARES_ENOMEM; }
  }

  ares_channel channel_ = nullptr;
  std::optional<int> status_;
  std::vector<tcp::endpoint> endpoints_;
};

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

/// Each lookup reads the system's configuration of the DNS and its hosts file, and asks one family.
class cares_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `servers`: "192.0.2.53", "192.0.2.53:5353,[2001:db8::53]:53"; if empty, the system's. If
  /// c-ares can't read it as servers, each lookup ends with `no_recovery`.
  explicit cares_resolver(std::string servers = {}) : servers_(std::move(servers)) {}

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
    while (!query.status()) {
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
