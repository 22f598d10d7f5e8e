// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: a duration has a unit, as 250ms has
#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<int> f(eyeballs::task<int> number) {
#ifdef CONTROL
  co_return co_await eyeballs::timeout(std::move(number), 5s);
#else
  co_return co_await eyeballs::timeout(std::move(number), 5);
#endif
}
