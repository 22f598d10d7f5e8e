// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Opens the socket of an attempt.

#include <optional>
#include <system_error>

#include "../../core/result.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/stream_socket.hpp"
#include "attempt_error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Where an attempt goes.
struct destination {
  tcp::endpoint endpoint;
  std::optional<tcp::endpoint> stands_for = std::nullopt;  // IPv4, behind a NAT64 translator
};

/// Binds the socket, if the options have a local address for its family.
inline error_code bind_socket(tcp::socket& socket, address_family family,
                              const connect_options& options) {
  if (family == address_family::v6 && options.local_v6)
    return bind_to_address(socket, *options.local_v6);
  if (family == address_family::v4 && options.local_v4)
    return bind_to_address(socket, *options.local_v4);
  return {};
}

/// Asks the preparer of the options, if there is one.
inline error_code prepare_socket(tcp::socket& socket, const destination& to,
                                 const connect_options& options) {
  if (!options.prepare) return {};
  if (to.stands_for)
    return options.prepare->prepare_translated(socket, to.endpoint, *to.stands_for);
  return options.prepare->prepare(socket, to.endpoint);
}

/// Opens, binds and prepares a socket, as the options say.
inline result<void> open_socket(tcp::socket& socket, const destination& to,
                                const connect_options& options) {
  error_code code = open_stream_socket(socket, to.endpoint.protocol());
  if (!code) code = bind_socket(socket, family_of(to.endpoint), options);
  if (!code) code = prepare_socket(socket, to, options);
  if (code) return error(from_asio(code), tcp_subject{to.endpoint, &to_string});
  if (socket.is_open()) return {};
  return error(std::make_error_code(std::errc::bad_file_descriptor),
               "the preparer has closed the socket");
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
