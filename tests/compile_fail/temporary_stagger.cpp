// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: destroys a temporary closure in a co_await expression twice: name it first
// only: gcc <= 12
#include <vector>

#include "eyeballs/eyeballs.hpp"

using eyeballs::duration;
using eyeballs::task;

struct steps {
  auto wait(std::size_t k) const { return eyeballs::sleep(times[k % times.size()]); }

  std::vector<duration> times;
};

task<int> f(std::vector<task<int>> connectors, std::vector<duration> times) {
#ifdef CONTROL
  steps stagger{times};
  co_return co_await eyeballs::happy_eyeballs(stagger, std::move(connectors));
#else
  co_return co_await eyeballs::happy_eyeballs(steps{times}, std::move(connectors));
#endif
}
