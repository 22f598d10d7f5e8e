// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One query by the library c-ares, for somebody who waits for its sockets and its time.

#include <ares.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../address/address_family.hpp"
#include "../../core/scheduler.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/system_names.hpp"

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

  /// Whether c-ares can read `servers`. Nothing is sent.
  bool accepts(const std::string& servers) noexcept {
    return open_channel(servers) == ARES_SUCCESS;
  }

  /// `servers` as c-ares writes them; empty for the system's.
  void start(const std::string& servers, const std::string& host, const std::string& service,
             address_family family) {
    const int status = open_channel(servers);
    if (status != ARES_SUCCESS) {
      status_ = status;
      return;
    }
    family_ = family;
    const name_form form = form_of(host);
    if (form.is_whole) return ask(host, service, AF_UNSPEC);
    is_searched_last_ = form.is_searched_last;
    ask(host.ends_with('.') ? host : host + '.', service, to_af(family));
  }

  /// Whether it has found nothing, and there is a search list: then the host, as it was written, is
  /// to be asked for.
  bool is_to_be_searched() const noexcept {
    return status_ && *status_ != ARES_EDESTRUCTION && endpoints_.empty() && is_searched_last_;
  }

  /// Goes on with the search list.
  void search(const std::string& host, const std::string& service) {
    is_searched_last_ = false;
    status_.reset();
    ask(host, service, AF_UNSPEC);
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
  struct name_form {
    bool is_whole;          // both families are to be asked for by one question
    bool is_searched_last;  // if it is not found as it is
  };

  static int to_af(address_family f) noexcept {
    return f == address_family::v6 ? AF_INET6 : AF_INET;
  }

  /// One family of a host might come from the hosts file, or from one search domain, and the other
  /// one from elsewhere. So both are asked for where that could be, and otherwise the absolute name.
  name_form form_of(const std::string& host) const {
    ares_options system{};
    int which = 0;
    if (::ares_save_options(channel_, &system, &which) != ARES_SUCCESS) return {true, false};
    const auto dots = std::count(host.begin(), host.end(), '.');
    const bool is_absolute = host.ends_with('.');
    const bool is_completed_first = !is_absolute && (dots == 0 || dots < system.ndots);
    const bool is_searched_last = !is_absolute && system.ndomains > 0;
    ::ares_destroy_options(&system);

    const std::string stem = is_absolute ? host.substr(0, host.size() - 1) : host;
    return {is_completed_first || hosts_file_has(stem) || hosts_file_has(stem + '.'),
            is_searched_last};
  }

  /// Of any family. c-ares reads that file in each lookup.
  bool hosts_file_has(const std::string& host) const noexcept {
    for (const int family : {AF_INET6, AF_INET}) {
      hostent* found = nullptr;
      const int status = ::ares_gethostbyname_file(channel_, host.c_str(), family, &found);
      if (found) ::ares_free_hostent(found);
      if (status == ARES_SUCCESS) return true;
    }
    return false;
  }

  void ask(const std::string& host, const std::string& service, int family) {
    ares_addrinfo_hints hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = ARES_AI_NOSORT;
    ::ares_getaddrinfo(channel_, host.c_str(), service.c_str(), &hints, &answered, this);
  }

  /// c-ares before 1.23 reads nothing of how patient the system is, and asks for more than a minute.
  int open_channel(const std::string& servers) noexcept {
    ares_options options{};
    int which = 0;
    if (const auto system = find_resolver_patience()) {
      options.timeout = static_cast<int>(std::chrono::milliseconds(system->timeout).count());
      options.tries = system->attempts;
      which = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES;
    }
    const int status = ::ares_init_options(&channel_, &options, which);
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
        if (e && family_of(*e) == family_) endpoints_.push_back(*e);
      }
    } catch (...) { status_ = ARES_ENOMEM; }
  }

  ares_channel channel_ = nullptr;
  address_family family_{};
  bool is_searched_last_ = false;
  std::optional<int> status_;
  std::vector<tcp::endpoint> endpoints_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
