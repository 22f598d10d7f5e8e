// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: close must take a connection, and be noexcept
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(std::vector<eyeballs::task<int>> connectors) {
#ifdef CONTROL
  auto close = [](int&&) noexcept {};
#else
  auto close = [](int&&) {};
#endif
  return eyeballs::happy_eyeballs(250ms, close, std::move(connectors));
}
