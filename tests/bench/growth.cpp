// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The algorithm by itself, as the number of connectors grows: all fail, in virtual time.

#include <chrono>
#include <cstddef>
#include <eyeballs/eyeballs.hpp>
#include <ranges>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "rows.hpp"

namespace {

using namespace std::chrono_literals;
using eyeballs::task;

task<int> refused() {
  co_return eyeballs::fail(std::make_error_code(std::errc::connection_refused));
}

void all_fail(std::size_t connectors) {
  if (bench::reset_peak) bench::reset_peak();

  // A lazy range, so that only connectors that were read take memory.
  const auto connector = [](std::size_t) { return refused(); };
  auto range = std::views::transform(std::views::iota(std::size_t{0}, connectors), connector);

  eyeballs::virtual_time time;
  auto& run = time.start(eyeballs::happy_eyeballs(250ms, std::move(range)));
  time.run();
  bench::expect(run.ended() && run.end().has_error(), "how it ended");
}

bench::row row_of(std::size_t connectors, std::size_t few, std::size_t many) {
  const auto repeat = [connectors](std::size_t times) {
    for (; times > 0; --times) all_fail(connectors);
  };
  return {std::to_string(connectors) + " connectors", few, many, repeat, connectors};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<bench::row> rows{
      row_of(1, 100, 1100), row_of(10, 20, 120), row_of(100, 4, 24),
      row_of(1000, 2, 6),   row_of(10000, 1, 3),
  };
  return bench::run_rows(rows, argc, argv);
}
