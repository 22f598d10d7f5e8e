// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a variable outlives those who wait for it: name it first
#include "eyeballs/eyeballs.hpp"

eyeballs::task<> f() {
#ifdef CONTROL
  eyeballs::dataflow_variable<> v;
  co_await v;
#else
  co_await eyeballs::dataflow_variable<>();
#endif
}
