// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Coroutines and deferred operations of Asio's, in a task or as a connector, as they are.
//
//     asio::awaitable<socket> greets(tcp::endpoint);
//
//     socket s = co_await timeout(greets(endpoint), 5s);
//     co_await race(timer.async_wait(asio::deferred), work());

#include <type_traits>
#include <utility>

#include "../base/awaitable.hpp"
#include "../core/as_result.hpp"
#include "../core/task.hpp"
#include "../core/this_task.hpp"
#include "runtime/asio_wait.hpp"
#include "use_task.hpp"

// Older Asios know of clang's coroutines only when they are told.
#if defined(ASIO_HAS_CO_AWAIT) || defined(BOOST_ASIO_HAS_CO_AWAIT)
#define EYEBALLS_ASIO_HAS_AWAITABLE
#include EYEBALLS_ASIO_HEADER(awaitable.hpp)
#include EYEBALLS_ASIO_HEADER(co_spawn.hpp)
#endif

namespace eyeballs::detail {

#ifdef EYEBALLS_ASIO_HAS_AWAITABLE

/// A coroutine of Asio's runs on the executor that the tree was begun on, as by asio::co_spawn: so
/// what it makes on that outlives the tree. If that has several threads, it runs beside the tree. A
/// stop cancels it. It ends as an operation does that is given `use_task`.
template <class T, class Executor> struct operation_adapter<asio::awaitable<T, Executor>> {
  static task<T> make(asio::awaitable<T, Executor> coroutine) {
    asio_scheduler* const tree = asio_scheduler_of(co_await current_environment());
    if (!tree) co_await fail(not_on_asio());
    const asio::any_io_executor here = tree->strand()->users_executor();
    if (!here) co_await fail(not_on_asio());
    auto end = co_await as_result(asio::co_spawn(Executor(here), std::move(coroutine), use_task));
    if (!end) co_await fail(std::move(end).error());  // not thrown, so that its code stays
    if constexpr (!std::is_void_v<T>) co_return *std::move(end);
  }
};

#endif

/// A deferred operation is a function of its completion token.
template <class A>
  requires requires(A&& a) {
    { std::move(a)(use_task) } -> operation;
  }
struct operation_adapter<A> {
  static auto make(A&& deferred) { return std::move(deferred)(use_task); }
};

}  // namespace eyeballs::detail
