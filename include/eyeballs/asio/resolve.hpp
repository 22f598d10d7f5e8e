// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Looks up a host and a service by the system's getaddrinfo, both families at once.
//
//     std::vector<tcp::endpoint> list = co_await resolve("example.com", "443");

#include <sys/socket.h>

#include <string>
#include <utility>

#include "connector.hpp"
#include "lookup.hpp"

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {

/// Yields the endpoints of a TCP service, in the system's order, which is that of RFC 6724. The
/// error names host and service, its code is one of Asio's resolver codes. A stop ends it at once.
inline auto resolve(std::string host, std::string service) {
  return asio_detail::lookup_operation(std::move(host), std::move(service), AF_UNSPEC, 64);
}

}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
