// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: a task resumes on its own executor: no other one can be bound to use_task
#include <asio/bind_executor.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <eyeballs/asio.hpp>

eyeballs::task<> wait(asio::steady_timer& timer, asio::io_context& other) {
#ifdef CONTROL
  static_cast<void>(other);
  co_await timer.async_wait(eyeballs::use_task);
#else
  co_await timer.async_wait(asio::bind_executor(other, eyeballs::use_task));
#endif
}
