// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: tasks can't be copied: move the connectors in
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(std::vector<eyeballs::task<int>> connectors) {
#ifdef CONTROL
  return eyeballs::happy_eyeballs(250ms, std::move(connectors));
#else
  return eyeballs::happy_eyeballs(250ms, connectors);
#endif
}
