// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Looks up a host and a service by the system's getaddrinfo.
//
//     std::vector<tcp::endpoint> list = co_await resolve("example.com", "443");
//
// getaddrinfo can't be interrupted, and Asio's resolver waits for it. Here each lookup has a
// detached thread that shares only a counted result with us: a hung one holds up nobody, neither a
// stop, nor another lookup, nor the death of the io_context, nor the program's exit.

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "config.hpp"
#include "connector.hpp"
#include "mailbox.hpp"

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {
namespace asio_detail {

/// getaddrinfo's verdict in Asio's codes.
inline error_code addrinfo_error(int code) noexcept {
  switch (code) {
    case EAI_AGAIN: return asio::error::host_not_found_try_again;
    case EAI_BADFLAGS: return asio::error::invalid_argument;
    case EAI_FAIL: return asio::error::no_recovery;
    case EAI_FAMILY: return asio::error::address_family_not_supported;
    case EAI_MEMORY: return asio::error::no_memory;
    case EAI_SERVICE: return asio::error::service_not_found;
    case EAI_SOCKTYPE: return asio::error::socket_type_not_supported;
    case EAI_SYSTEM: return {errno, asio::error::get_system_category()};
    default: return asio::error::host_not_found;
  }
}

/// Blocks.
inline result<std::vector<tcp::endpoint>> get_addresses(const std::string& host,
                                                        const std::string& service) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  if (const int failed = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &list))
    return error(std::error_code(addrinfo_error(failed)), host + ' ' + service);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
  std::vector<tcp::endpoint> endpoints;
  for (; list; list = list->ai_next) {
    tcp::endpoint e;
    if (list->ai_addrlen > e.capacity()) continue;
    std::memcpy(e.data(), list->ai_addr, list->ai_addrlen);
    e.resize(list->ai_addrlen);
    endpoints.push_back(e);
  }
  return endpoints;
}

class [[nodiscard]] resolve_operation
    : public mailbox_wait<resolve_operation, std::vector<tcp::endpoint>> {
 public:
  resolve_operation(std::string host, std::string service)
      : host_(std::move(host)), service_(std::move(service)) {}
 private:
  using box = mailbox<value_type>;
  friend mailbox_wait;

  std::shared_ptr<box> make_box() { return box_ = std::make_shared<box>(); }
  void launch() {
    std::thread([box = box_, host = host_, service = service_] {
      try {
        box->put(get_addresses(host, service));
      } catch (...) { box->put(error::current()); }
    }).detach();
  }
  bool retract() noexcept { return true; }

  std::string host_, service_;
  std::shared_ptr<box> box_;
};

}  // namespace asio_detail

/// Yields the endpoints of a TCP service, in the system's order, which is that of RFC 6724. The
/// error names host and service, its code is one of Asio's resolver codes. A stop ends it at once.
inline auto resolve(std::string host, std::string service) {
  return asio_detail::resolve_operation(std::move(host), std::move(service));
}

}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
