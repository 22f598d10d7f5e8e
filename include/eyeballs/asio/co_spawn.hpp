// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs a task from an Asio application, with any completion token.
//
//     co_spawn(context, serve(std::move(socket)), asio::detached);

#include <exception>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../core/task.hpp"
#include "error.hpp"
#include "runtime/concepts.hpp"
#include "runtime/spawned.hpp"

#include EYEBALLS_ASIO_HEADER(async_result.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What `asio::co_spawn` calls its handler with.
struct spawn_arguments {
  template <class T> auto operator()(outcome<T>&& end) const {
    std::exception_ptr failed = end ? nullptr : to_exception(end);
    if constexpr (std::is_void_v<T>) return std::tuple<std::exception_ptr>(std::move(failed));
    else return std::tuple<std::exception_ptr, T>(std::move(failed), end ? *std::move(end) : T());
  }
};

template <class T> struct spawn_signature : std::type_identity<void(std::exception_ptr, T)> {};

template <> struct spawn_signature<void> : std::type_identity<void(std::exception_ptr)> {};

template <class Executor> class initiate_spawn {
 public:
  using executor_type = Executor;

  explicit initiate_spawn(const Executor& ex) : executor_(ex) {}

  executor_type get_executor() const noexcept { return executor_; }

  template <class Handler, class T> void operator()(Handler&& handler, task<T> t) const {
    spawned<Executor, T, std::decay_t<Handler>, spawn_arguments>::start(
        executor_, std::move(t), std::decay_t<Handler>(std::forward<Handler>(handler)), {});
  }

 private:
  Executor executor_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Runs a task, as `asio::co_spawn` runs its awaitable.
///
/// * `executor`: where the task runs, one thing at a time. It starts by post, never inside of this
///   call, and the call throws what the executor throws then.
/// * `t`: the task.
/// * `token`: any completion token. The completion signature is `void(std::exception_ptr, T)`, or
///   `void(std::exception_ptr)` of a `task<>`. Where there is an exception, the value is `T()`.
///
/// The handler is called once, when the task has ended: on its associated executor, otherwise on
/// `executor`. Its associated allocator serves for all that is not a frame, and that memory is free
/// when it is called. A cancellation of any kind, by its slot, stops the task.
///
/// An error arrives as the exception that it was, or as a `task_error`. Stopped arrives as Asio's
/// system_error(operation_aborted). If the execution context is destroyed first, the task unwinds:
/// every wait ends as stopped, shielded or not, and the handler is destroyed uncalled.
template <detail::executor Executor, class T, class Token>
auto co_spawn(const Executor& executor, task<T> t, Token&& token) {
  return detail::asio::async_initiate<Token, typename detail::spawn_signature<T>::type>(
      detail::initiate_spawn<Executor>(executor), token, std::move(t));
}

/// The same on the executor of a context.
template <detail::context Context, class T, class Token>
auto co_spawn(Context& context, task<T> t, Token&& token) {
  return co_spawn(context.get_executor(), std::move(t), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
