// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_HEAP_HPP
#define EYEBALLS_TESTS_BENCH_HEAP_HPP

// What a program has asked malloc for. It knows only if `counting_malloc.cpp` is linked into it:
// callgrind counts the instructions of one without.

#include <cstddef>

namespace bench {

struct heap_use {
  std::size_t allocations = 0;  ///< calls of malloc, calloc, realloc and their like
  std::size_t outstanding = 0;  ///< bytes, as malloc_usable_size has them
  std::size_t peak = 0;  ///< the most bytes outstanding since `reset_peak`, beyond those of then
};

[[gnu::weak]] heap_use heap_now() noexcept;
[[gnu::weak]] void reset_peak() noexcept;

inline heap_use heap_if_counted() noexcept { return heap_now ? heap_now() : heap_use(); }

}  // namespace bench

#endif
