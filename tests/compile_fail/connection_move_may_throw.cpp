// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a connection must be movable without a throw
#include <utility>
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

struct connection {
  connection() = default;
#ifdef CONTROL
  connection(connection&&) noexcept {}
#else
  connection(connection&&) {}
#endif
};

eyeballs::task<connection> f(std::vector<eyeballs::task<connection>> connectors) {
  return eyeballs::happy_eyeballs(250ms, std::move(connectors));
}
