// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: destroys a temporary closure in a co_await expression twice: name it first
// only: gcc <= 12
#include <memory>
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(std::vector<eyeballs::task<int>> connectors, std::shared_ptr<int> owner) {
#ifdef CONTROL
  auto close = [owner](int&&) noexcept {};
  co_return co_await eyeballs::happy_eyeballs(250ms, close, std::move(connectors));
#else
  co_return co_await eyeballs::happy_eyeballs(
      250ms, [owner](int&&) noexcept {}, std::move(connectors));
#endif
}
