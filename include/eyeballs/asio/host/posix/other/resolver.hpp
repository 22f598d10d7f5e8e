// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The resolver's settings on macOS, the BSDs and others: those of the files.

#include <optional>

#include "../../read_file.hpp"
#include "../../system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// macOS's daemon asks mDNS, too, as `resolve` does. Without an nsswitch.conf it is the hosts file
/// and then the DNS.
inline std::optional<name_sources> read_name_sources() {
#ifdef __APPLE__
  return name_sources{{"files"}, {"resolve"}};
#else
  const auto text = read_file_if_any("/etc/nsswitch.conf");
  if (!text) return std::nullopt;
  return sources_in_nsswitch(*text);
#endif
}

inline std::optional<resolver_configuration> read_resolver_configuration() {
  const auto text = read_file_if_any("/etc/resolv.conf");
  if (!text) return std::nullopt;
  return configuration_in_resolv_conf(*text);
}

inline std::optional<resolver_patience> find_resolver_patience() noexcept { return std::nullopt; }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
