// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: use of deleted function .*task\(const|call to deleted constructor of .*task
#include "eyeballs/eyeballs.hpp"

eyeballs::task<int> one();

void f() {
  auto t = one();
#ifdef CONTROL
  auto again = std::move(t);
#else
  auto again = t;
#endif
  (void)again;
}
