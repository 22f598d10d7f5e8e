// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: this can only be awaited in an eyeballs::task
#include "eyeballs/eyeballs.hpp"

struct foreign {
  struct promise_type {
    foreign get_return_object() { return {}; }

    std::suspend_never initial_suspend() noexcept { return {}; }

    std::suspend_never final_suspend() noexcept { return {}; }

    void return_void() {}

    void unhandled_exception() {}
  };
};

#ifdef CONTROL
eyeballs::task<> f() { co_await eyeballs::sleep(std::chrono::seconds(1)); }
#else
foreign f() { co_await eyeballs::sleep(std::chrono::seconds(1)); }
#endif
