// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: this can only be awaited in an eyeballs::task
#include "eyeballs/eyeballs.hpp"

// Somebody else's coroutine, which knows nothing of ours.
struct foreign {
  struct promise_type {
    foreign get_return_object() { return {}; }

    std::suspend_never initial_suspend() noexcept { return {}; }

    std::suspend_never final_suspend() noexcept { return {}; }

    void return_void() {}

    void unhandled_exception() {}
  };
};

eyeballs::task<int> one();

#ifdef CONTROL
eyeballs::task<> f() { co_await one(); }
#else
foreign f() { co_await one(); }
#endif
