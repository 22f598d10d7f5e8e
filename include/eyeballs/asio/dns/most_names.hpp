// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A limit on lookups.

#include <cstddef>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How many names of one execution context are asked about at a time.
inline constexpr std::size_t most_names = 64;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
