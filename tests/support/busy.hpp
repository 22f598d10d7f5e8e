// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_BUSY_HPP
#define EYEBALLS_TESTS_SUPPORT_BUSY_HPP

#include "eyeballs/core/dataflow_variable.hpp"
#include "eyeballs/core/task.hpp"
#include "eyeballs/core/this_task.hpp"

namespace support {

/// Awaits what is there already, again and again, with a stop point: it ends by a stop alone.
inline eyeballs::task<> busy() {
  eyeballs::dataflow_variable<> there;
  there.set();
  for (;;) {
    co_await there;
    co_await eyeballs::stop_point();
  }
}

}  // namespace support

#endif
