// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_ROWS_HPP
#define EYEBALLS_TESTS_BENCH_ROWS_HPP

// A program of rows: each repeats one operation.
//
//     PROGRAM              lists its rows: name, the two numbers of repetitions, parts
//     PROGRAM ROW TIMES    repeats, and tells what it holds of the heap in the end

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "heap.hpp"

namespace bench {

struct row {
  std::string name;
  std::size_t few;   ///< repetitions that warm up; their count is taken off
  std::size_t many;  ///< repetitions with those measured
  std::function<void(std::size_t times)> repeat;
  std::size_t parts = 1;  ///< of an operation, to whom its count is divided
};

/// A measurement of something that went wrong is none.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "unexpected: %s\n", what);
  std::_Exit(1);
}

inline void print_heap(const heap_use& use) {
  std::printf("{\"allocations\": %zu, \"outstanding\": %zu, \"peak\": %zu}\n", use.allocations,
              use.outstanding, use.peak);
}

inline int run_rows(const std::vector<row>& rows, int argc, char** argv) {
  if (argc != 3) {
    for (const row& r : rows)
      std::printf("%s\t%zu\t%zu\t%zu\n", r.name.c_str(), r.few, r.many, r.parts);
    return argc == 1 ? 0 : 2;
  }

  for (const row& r : rows) {
    if (r.name != std::string_view(argv[1])) continue;
    r.repeat(std::strtoul(argv[2], nullptr, 10));
    print_heap(heap_if_counted());
    return 0;
  }
  std::fprintf(stderr, "there is no row %s\n", argv[1]);
  return 2;
}

}  // namespace bench

#endif
