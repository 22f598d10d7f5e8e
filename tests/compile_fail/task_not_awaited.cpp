// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: nothing is done until it is awaited: co_await it
#include "eyeballs/eyeballs.hpp"

#pragma GCC diagnostic error "-Wunused-result"

eyeballs::task<> nothing() { co_return; }

eyeballs::task<> f() {
#ifdef CONTROL
  co_await nothing();
#else
  nothing();
#endif
  co_return;
}
