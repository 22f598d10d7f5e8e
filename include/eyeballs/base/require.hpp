// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a caller must not do. Whoever does it all the same is told, in every build, before the
// program is aborted.
//
//     require(frame_, "a moved-from task is awaited: await the one that it was moved to");

#include <cstdio>
#include <cstdlib>

#include "compiler.hpp"

namespace eyeballs::detail {

[[noreturn]] EYEBALLS_NOINLINE inline void misused(const char* how) noexcept {
  std::fprintf(stderr, "eyeballs: Assertion failed: %s\n", how);
  std::abort();
}

/// `how` says what is wrong, and what to do instead.
inline void require(bool fulfilled, const char* how) noexcept {
  if (!fulfilled) [[unlikely]]
    misused(how);
}

}  // namespace eyeballs::detail
