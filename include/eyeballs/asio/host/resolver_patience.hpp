// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How patient the system is with its name servers: `options timeout:N attempts:N` of resolv.conf(5),
// and of the environment's RES_OPTIONS.

#include <netinet/in.h>
#include <resolv.h>

#include <chrono>
#include <optional>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

struct resolver_patience {
  std::chrono::seconds timeout;  // for the first answer of one server
  int attempts;                  // how often each server is asked
};

/// What the system's configuration says now, or its defaults. None if there is no way to ask: only
/// glibc is known to have this one.
inline std::optional<resolver_patience> find_resolver_patience() noexcept {
#ifdef __GLIBC__
  struct __res_state system{};
  if (::res_ninit(&system) != 0) return std::nullopt;
  const resolver_patience found{std::chrono::seconds(system.retrans), system.retry};
  ::res_nclose(&system);
  return found;
#else
  return std::nullopt;
#endif
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
