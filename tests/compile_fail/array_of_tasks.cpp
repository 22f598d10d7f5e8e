// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: of tasks in a std::array, which is an aggregate as well, make a std::vector
// only: gcc <= 12
#include <array>
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> number(int n) { co_return n; }

eyeballs::task<int> f() {
#ifdef CONTROL
  std::vector<eyeballs::task<int>> connectors;
  connectors.push_back(number(1));
#else
  std::array<eyeballs::task<int>, 1> connectors{number(1)};
#endif
  co_return co_await eyeballs::happy_eyeballs(250ms, std::move(connectors));
}
