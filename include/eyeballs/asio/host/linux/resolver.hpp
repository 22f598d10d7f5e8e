// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The resolver's settings on Linux: those that glibc tells, or else those of the files.

#include <netinet/in.h>
#include <resolv.h>

#include <chrono>
#include <optional>

#include "../read_file.hpp"
#include "../system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef __GLIBC__

inline std::optional<name_sources> read_name_sources() {
  const auto text = read_file_if_any("/etc/nsswitch.conf");
  if (!text) return std::nullopt;
  return sources_in_nsswitch(*text);
}

/// With what the environment's `RES_OPTIONS` and `LOCALDOMAIN` say.
inline std::optional<resolver_configuration> read_resolver_configuration() {
  struct __res_state state{};
  if (::res_ninit(&state) != 0) return std::nullopt;
  const resolver_configuration found{state.ndots, state.dnsrch[0] != nullptr};
  ::res_nclose(&state);
  return found;
}

inline std::optional<resolver_patience> find_resolver_patience() noexcept {
  struct __res_state state{};
  if (::res_ninit(&state) != 0) return std::nullopt;
  const resolver_patience found{std::chrono::seconds(state.retrans), state.retry};
  ::res_nclose(&state);
  return found;
}

#else

/// Others, as musl, have no nsswitch.conf by design.
inline std::optional<name_sources> read_name_sources() { return default_name_sources(); }

inline std::optional<resolver_configuration> read_resolver_configuration() {
  const auto text = read_file_if_any("/etc/resolv.conf");
  if (!text) return std::nullopt;
  return configuration_in_resolv_conf(*text);
}

inline std::optional<resolver_patience> find_resolver_patience() noexcept { return std::nullopt; }

#endif

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
