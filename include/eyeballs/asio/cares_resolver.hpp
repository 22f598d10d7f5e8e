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
#include <cstring>
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
#include "use_task.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(posix/stream_descriptor.hpp)
// clang-format on

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// c-ares' verdict in Asio's codes.
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

/// One query, with a channel of its own: destroyed, it sends and hears nothing any more.
class cares_query {
 public:
  cares_query() = default;
  cares_query(const cares_query&) = delete;

  ~cares_query() {
    if (channel_) ::ares_destroy(channel_);
  }

  /// `servers` as c-ares writes them; empty for the system's.
  void start(const std::string& servers, const std::string& host, const std::string& service,
             int family) {
    ares_options none{};
    int status = ::ares_init_options(&channel_, &none, 0);
    if (status == ARES_SUCCESS && !servers.empty())
      status = ::ares_set_servers_ports_csv(channel_, servers.c_str());
    if (status != ARES_SUCCESS) return end(status);
    ares_addrinfo_hints hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = ARES_AI_NOSORT;
    ::ares_getaddrinfo(channel_, host.c_str(), service.c_str(), &hints, &answered, this);
  }

  /// ARES_SUCCESS or an error, once it has ended.
  const std::optional<int>& status() const noexcept { return status_; }

  std::vector<tcp::endpoint>& endpoints() noexcept { return endpoints_; }

  struct socket {
    ares_socket_t number;
    bool readable, writable;  // which of them it waits for
  };

  std::vector<socket> sockets() const {
    ares_socket_t numbers[ARES_GETSOCK_MAXNUM];
    const int kinds = ::ares_getsock(channel_, numbers, ARES_GETSOCK_MAXNUM);
    std::vector<socket> all;
    for (int i = 0; i < ARES_GETSOCK_MAXNUM; ++i) {
      const bool readable = ARES_GETSOCK_READABLE(kinds, i) != 0;
      const bool writable = ARES_GETSOCK_WRITABLE(kinds, i) != 0;
      if (readable || writable) all.push_back({numbers[i], readable, writable});
    }
    return all;
  }

  /// When it wants to be called though no socket is ready.
  duration next_timeout() const noexcept {
    timeval at{};
    if (!::ares_timeout(channel_, nullptr, &at)) return duration::max();
    return std::chrono::seconds(at.tv_sec) + std::chrono::microseconds(at.tv_usec);
  }

  /// Goes on: a socket is ready, or (ARES_SOCKET_BAD) the time has come.
  void go_on(ares_socket_t ready) noexcept { ::ares_process_fd(channel_, ready, ready); }

 private:
  static void answered(void* self, int status, int, ares_addrinfo* list) {
    static_cast<cares_query*>(self)->take(status, list);
  }

  void take(int status, ares_addrinfo* list) noexcept try {
    const std::unique_ptr<ares_addrinfo, decltype(&::ares_freeaddrinfo)> owner(
        list, &::ares_freeaddrinfo);
    for (auto* node = list ? list->nodes : nullptr; node; node = node->ai_next) {
      tcp::endpoint e;
      if (node->ai_addrlen > e.capacity()) continue;
      std::memcpy(e.data(), node->ai_addr, node->ai_addrlen);
      e.resize(node->ai_addrlen);
      endpoints_.push_back(e);
    }
    end(status == ARES_ENODATA ? int(ARES_SUCCESS) : status);
  } catch (...) { end(ARES_ENOMEM); }

  void end(int status) noexcept { status_ = status; }

  ares_channel channel_ = nullptr;
  std::optional<int> status_;
  std::vector<tcp::endpoint> endpoints_;
};

/// A socket of c-ares' in Asio's reactor, for a while.
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
  lent_descriptor lent(executor, socket.number);
  if (!socket.writable) co_await lent.ready(how::wait_read);
  else if (!socket.readable) co_await lent.ready(how::wait_write);
  else co_await race(lent.ready(how::wait_read), lent.ready(how::wait_write));
  co_return socket.number;
}

/// Yields the first that is ready, or none when the time has come.
inline task<ares_socket_t> until_first_ready(asio::any_io_executor executor,
                                             std::vector<cares_query::socket> sockets) {
  if (sockets.empty()) co_await sleep(duration::max());
  std::vector<task<ares_socket_t>> all;
  for (const cares_query::socket& s : sockets) all.push_back(until_ready(executor, s));
  co_return co_await race(std::move(all));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Each lookup reads the system's configuration of the DNS and its hosts file, and asks one family.
class cares_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `servers`: "192.0.2.53", "192.0.2.53:5353,[2001:db8::53]:53"; if empty, the system's. With
  /// what c-ares can't read as such, each lookup ends with `no_recovery`.
  explicit cares_resolver(std::string servers = {}) : servers_(std::move(servers)) {}

  /// Yields the endpoints in the order of the answer; there are none, if the host is known but no
  /// such address of it. The error names family, host and service; its code is one of Asio's, as
  /// `system_resolver`'s. The query is sent before the first wait, so that queries leave in the
  /// order in which they are asked for (RFC 8305, section 3). A stop ends it, and the query. The
  /// tree must run on Asio.
  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    const environment here = co_await current_environment();
    detail::asio_scheduler* const scheduler = detail::asio_scheduler_of(here);
    if (!scheduler) co_return fail(detail::not_on_asio());
    co_await stop_point();
    detail::cares_query query;
    query.start(servers_, host, service, family == address_family::v6 ? AF_INET6 : AF_INET);
    while (!query.status()) {
      auto wait = timeout(detail::until_first_ready(scheduler->executor(), query.sockets()),
                          query.next_timeout());
      auto ready = co_await as_result(std::move(wait));
      if (!ready && ready.error().code() != std::errc::timed_out)
        co_return fail(std::move(ready).error());
      query.go_on(ready ? *ready : ARES_SOCKET_BAD);
    }
    if (*query.status() == ARES_SUCCESS) co_return std::move(query.endpoints());
    co_return fail(std::error_code(detail::cares_error(*query.status())),
                   (family == address_family::v6 ? "IPv6 " : "IPv4 ") + host + ' ' + service);
  }

 private:
  std::string servers_;
};

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
