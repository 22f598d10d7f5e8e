// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: destroys a temporary closure in a co_await expression twice: name it first
// only: gcc <= 12
#include <coroutine>
#include <string>

#include "eyeballs/eyeballs.hpp"

using namespace std::chrono_literals;

struct foreign {
  bool await_ready() const noexcept { return true; }

  void await_suspend(std::coroutine_handle<>) const noexcept {}

  std::string await_resume() const { return text; }

  std::string text;
};

eyeballs::task<std::string> f(std::string text) {
#ifdef CONTROL
  foreign named{text};
  co_return co_await eyeballs::timeout(named, 5s);
#else
  co_return co_await eyeballs::timeout(foreign{text}, 5s);
#endif
}
