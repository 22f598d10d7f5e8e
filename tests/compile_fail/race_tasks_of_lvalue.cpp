// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a task \(any operation\) is awaited once, as an rvalue: std::move it
#include <vector>

#include "eyeballs/eyeballs.hpp"

eyeballs::task<int> f(std::vector<eyeballs::task<int>> children) {
#ifdef CONTROL
  co_return co_await eyeballs::race(std::move(children));
#else
  co_return co_await eyeballs::race(children);
#endif
}
