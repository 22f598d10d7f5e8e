// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system's DNS resolver does to a name before it asks (resolv.conf(5)).

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

#include "fields.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

struct resolver_configuration {
  /// A name with so many dots is asked for as it is first.
  unsigned ndots = 1;

  /// Whether a name is completed by domains, if it is not found as it is.
  bool has_search_list = false;

  friend bool operator==(const resolver_configuration&, const resolver_configuration&) = default;
};

/// What a resolv.conf says: for systems whose C library has no call that tells it.
inline resolver_configuration configuration_in_resolv_conf(std::string_view text) noexcept {
  constexpr std::string_view ndots = "ndots:";
  constexpr unsigned most_dots = 15;
  resolver_configuration found;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    const std::string_view key = take_field(line);
    for (std::string_view word = take_field(line); !word.empty(); word = take_field(line)) {
      if (key == "search" || key == "domain") found.has_search_list = true;
      if (key != "options" || !word.starts_with(ndots)) continue;

      unsigned dots = most_dots;
      word.remove_prefix(ndots.size());
      const auto read = std::from_chars(word.data(), word.data() + word.size(), dots);
      if (read.ec != std::errc::invalid_argument) found.ndots = std::min(dots, most_dots);
    }
  }
  return found;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
