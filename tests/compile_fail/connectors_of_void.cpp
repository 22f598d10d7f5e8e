// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: a connector yields a connection: it is no task<>
#include <vector>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

#ifdef CONTROL
using connection = int;
#else
using connection = void;
#endif

eyeballs::task<> f(std::vector<eyeballs::task<connection>> connectors) {
  static_cast<void>(co_await eyeballs::happy_eyeballs(250ms, std::move(connectors)));
}
