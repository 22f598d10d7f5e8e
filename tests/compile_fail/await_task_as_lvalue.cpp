// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a task \(any operation\) is awaited once, as an rvalue: std::move it
#include "eyeballs/eyeballs.hpp"

eyeballs::task<int> one();

eyeballs::task<int> two() {
  auto t = one();
#ifdef CONTROL
  co_return co_await std::move(t);
#else
  co_return co_await t;
#endif
}
