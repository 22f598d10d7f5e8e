// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The names of protocols that a client offers in its first message (ALPN, RFC 7301).

#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include "../../core/result.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Names with commas between them, as they are sent: each behind its length.
inline result<std::string> alpn_as_sent(std::string_view names) {
  constexpr std::size_t longest_name = 255;
  constexpr std::size_t longest_list = 65535;
  std::string sent;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    const bool is_last = name.size() == names.size();
    const bool ends_by_comma = name.size() + 1 == names.size();
    const bool is_too_long =
        name.size() > longest_name || sent.size() + name.size() >= longest_list;
    if (name.empty() || ends_by_comma || is_too_long)
      return error(std::make_error_code(std::errc::invalid_argument),
                   "alpn is no list of names of protocols, as h2,http/1.1");
    sent += static_cast<char>(name.size());
    sent += name;
    names.remove_prefix(is_last ? name.size() : name.size() + 1);
  }
  return sent;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
