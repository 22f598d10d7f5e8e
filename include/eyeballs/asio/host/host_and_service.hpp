// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What can be no host and no service, although getaddrinfo would take it: it reads white space and a
// sign before a port, counts ports modulo 65536, and has a host and a service "*", which is any.

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

// Each of these says what is wrong; `std::nullopt` if nothing is.

inline std::optional<std::string> wrong_host(const std::string& host) {
  if (host.empty()) return "host is empty";
  if (host.find('\0') != host.npos) return "host has a NUL character";
  return std::nullopt;
}

/// The number, if it is one from 1 to 65535, and nothing else.
inline std::optional<unsigned short> port_in(const std::string& digits) noexcept {
  unsigned short port = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, port);
  if (read.ec != std::errc() || read.ptr != end || port == 0) return std::nullopt;
  return port;
}

inline std::optional<std::string> wrong_service(const std::string& service) {
  if (service.empty()) return "service is empty";
  if (service.find('\0') != service.npos) return "service has a NUL character";
  if (port_in(service)) return std::nullopt;
  if (service == "*") return "service * is none to connect to";

  const bool is_number = service.find_first_not_of("0123456789") == service.npos;  // too large
  const bool may_be_taken_for_number =
      std::string_view("+- \t\n\v\f\r").find(service.front()) != std::string_view::npos;
  if (may_be_taken_for_number || is_number) return "port " + service + " is not in 1 to 65535";
  return std::nullopt;
}

/// Whether nobody can have this name: where servers listen, "*" is any address.
inline bool is_no_host(const std::string& host) { return wrong_host(host) || host == "*"; }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
