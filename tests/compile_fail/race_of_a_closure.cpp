// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: this is no task, nor anything else that can be awaited
#include "eyeballs/eyeballs.hpp"

eyeballs::task<int> number(int n) { co_return n; }

eyeballs::task<> f() {
  const auto one = [] { return number(1); };
#ifdef CONTROL
  co_await eyeballs::race(one(), number(2));
#else
  co_await eyeballs::race(one, number(2));
#endif
}
