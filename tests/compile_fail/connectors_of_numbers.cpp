// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: connectors are a range of tasks, or of callables that return tasks
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> number(int n) { co_return n; }

eyeballs::task<int> f() {
#ifdef CONTROL
  using connector = eyeballs::task<int> (*)();
  std::vector<connector> connectors{[] { return number(1); }};
#else
  using connector = int (*)();
  std::vector<connector> connectors{[] { return 1; }};
#endif
  co_return co_await eyeballs::happy_eyeballs(250ms, connectors);
}
