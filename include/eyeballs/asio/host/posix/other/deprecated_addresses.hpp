// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which addresses are deprecated POSIX does not tell.

#include <vector>

#include "../../system_addresses.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline std::vector<ip_address> deprecated_addresses() { return {}; }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
