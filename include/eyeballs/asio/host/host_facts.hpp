// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What this machine's sources of names know besides the hosts file and the DNS. Blocks.

#include <unistd.h>

#include <array>
#include <optional>
#include <string>

#include "name_sources.hpp"
#include "read_file.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The machine's own name, which `myhostname` and `resolve` know; empty if it can't be told.
inline std::string own_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

/// Whether a container of that name runs, whose addresses `mymachines` knows.
inline bool is_machine(const std::string& name) {
  const bool may_be_name = !name.empty() && name.find('/') == name.npos;
  return may_be_name && ::access(("/run/systemd/machines/" + name).c_str(), F_OK) == 0;
}

/// Whether `mdns4` and its like answer for other names than those below .local.
inline bool mdns_is_widened() noexcept { return ::access("/etc/mdns.allow", F_OK) == 0; }

/// Whom this system asks for hosts. Without an nsswitch.conf, and where there is none by design, as
/// with musl, it is the hosts file and then the DNS; macOS's daemon asks mDNS, too, as `resolve`
/// does. `std::nullopt` if the file can't be read or understood.
inline std::optional<name_sources> read_name_sources() {
#if defined(__APPLE__)
  return name_sources{{"files"}, {"resolve"}};
#elif defined(__linux__) && !defined(__GLIBC__)
  return default_name_sources();
#else
  const auto text = read_file_if_any("/etc/nsswitch.conf");
  if (!text) return std::nullopt;
  return sources_in_nsswitch(*text);
#endif
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
