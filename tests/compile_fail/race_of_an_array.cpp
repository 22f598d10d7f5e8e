// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: this one can't be copied: pass a class that has a constructor \(of tasks in a std::array
// only: gcc <= 12
#include <array>
#include <vector>

#include "eyeballs/eyeballs.hpp"

eyeballs::task<int> number(int n) { co_return n; }

eyeballs::task<int> f() {
#ifdef CONTROL
  std::vector<eyeballs::task<int>> children;
  children.push_back(number(1));
#else
  std::array<eyeballs::task<int>, 1> children{number(1)};
#endif
  co_return co_await eyeballs::race(std::move(children));
}
