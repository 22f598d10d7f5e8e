// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: the delay is a duration with its unit, as 250ms, or a stagger
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(std::vector<eyeballs::task<int>> connectors) {
#ifdef CONTROL
  co_return co_await eyeballs::happy_eyeballs(250ms, std::move(connectors));
#else
  co_return co_await eyeballs::happy_eyeballs(250, std::move(connectors));
#endif
}
