// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: no member named .*return_value
#include "eyeballs/eyeballs.hpp"

// C++ lets no coroutine have both `co_return;` and `co_return value`.

eyeballs::task<> f() {
#ifdef CONTROL
  co_await eyeballs::fail(std::errc::timed_out);
#else
  co_return eyeballs::fail(std::errc::timed_out);
#endif
}
