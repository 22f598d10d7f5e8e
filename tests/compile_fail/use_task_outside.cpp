// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: this can only be awaited in an eyeballs::task
#include <coroutine>
#include <eyeballs/asio.hpp>

#ifdef CONTROL
using coroutine = eyeballs::task<>;
#else
struct coroutine {
  struct promise_type {
    coroutine get_return_object() { return {}; }

    std::suspend_never initial_suspend() { return {}; }

    std::suspend_never final_suspend() noexcept { return {}; }

    void return_void() {}

    void unhandled_exception() {}
  };
};
#endif

coroutine moves(asio::any_io_executor executor) {
  co_await asio::post(executor, eyeballs::use_task);
}
