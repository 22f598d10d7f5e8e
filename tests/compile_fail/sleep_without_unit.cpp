// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: a duration has a unit, as 250ms has
#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

eyeballs::task<> f() {
#ifdef CONTROL
  co_await eyeballs::sleep(250ms);
#else
  co_await eyeballs::sleep(250);
#endif
}
