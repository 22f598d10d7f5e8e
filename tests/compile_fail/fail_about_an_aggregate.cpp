// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: destroys a temporary closure in a co_await expression twice: name it first
// only: gcc <= 12
#include <string>

#include "eyeballs/eyeballs.hpp"

struct subject {
  std::string about() const { return name; }

  std::string name;
};

eyeballs::task<> f(std::string name) {
  const std::error_code code = eyeballs::errc::no_endpoints;
#ifdef CONTROL
  const subject host{name};
  co_await eyeballs::fail(code, host);
#else
  co_await eyeballs::fail(code, subject{name});
#endif
}
