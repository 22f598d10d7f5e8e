// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The interfaces of the host, which are the zones of its link-local addresses.

#include <net/if.h>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether there is one with that number now.
inline bool is_interface(unsigned number) noexcept {
  char name[IF_NAMESIZE];
  return ::if_indextoname(number, name) != nullptr;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
