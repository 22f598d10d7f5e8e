// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How patient the system is with its name servers: `options timeout:N attempts:N` of resolv.conf(5),
// and of the environment's RES_OPTIONS.

#include <chrono>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

struct resolver_patience {
  std::chrono::seconds timeout;  // for the first answer of one server
  int attempts;                  // how often each server is asked
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
