// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: connectors are a range of tasks, or of callables that return tasks
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(eyeballs::task<int> connector) {
#ifdef CONTROL
  std::vector<eyeballs::task<int>> connectors;
  connectors.push_back(std::move(connector));
  co_return co_await eyeballs::happy_eyeballs(250ms, std::move(connectors));
#else
  co_return co_await eyeballs::happy_eyeballs(250ms, std::move(connector));
#endif
}
