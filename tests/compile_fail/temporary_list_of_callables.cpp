// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: destroys a temporary closure in a co_await expression twice: name it first
// only: gcc <= 12
#include <array>
#include <functional>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;
using callables = std::array<std::function<eyeballs::task<int>()>, 1>;

eyeballs::task<int> f(std::function<eyeballs::task<int>()> connector) {
#ifdef CONTROL
  callables connectors{connector};
  co_return co_await eyeballs::happy_eyeballs(250ms, connectors);
#else
  co_return co_await eyeballs::happy_eyeballs(250ms, callables{connector});
#endif
}
