// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a stop callback must be noexcept
#include "eyeballs/eyeballs.hpp"

void f(eyeballs::stop_token token) {
#ifdef CONTROL
  eyeballs::stop_callback on_stop(token, []() noexcept {});
#else
  eyeballs::stop_callback on_stop(token, []() {});
#endif
}
