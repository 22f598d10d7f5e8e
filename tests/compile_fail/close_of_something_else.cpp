// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: close must take a connection, as close\(connection&&\)
#include <string>
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(std::vector<eyeballs::task<int>> connectors) {
#ifdef CONTROL
  const auto close = [](int) noexcept {};
#else
  const auto close = [](std::string) noexcept {};
#endif
  co_return co_await eyeballs::happy_eyeballs(250ms, close, std::move(connectors));
}
