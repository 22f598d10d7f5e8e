// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_THROWS_HPP
#define EYEBALLS_TESTS_SUPPORT_THROWS_HPP

// Counts what the whole program throws and rethrows: each pass through the unwinder.

#include <cstddef>

namespace support {

/// How often something was thrown or rethrown since the program began.
std::size_t throws_so_far() noexcept;

}  // namespace support

#endif
