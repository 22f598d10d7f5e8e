// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs a task from an Asio application, with any completion token.
//
//     co_spawn(context, serve(std::move(socket)), asio::detached);

#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../core/as_result.hpp"
#include "../core/task.hpp"
#include "error.hpp"
#include "runtime/concepts.hpp"
#include "runtime/initiation.hpp"
#include "runtime/spawned.hpp"

#include EYEBALLS_ASIO_HEADER(async_result.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What a handler gets of a task that yields a `T`. There has to be something where there is an
/// exception as well.
template <class T> using spawned_value =
    std::conditional_t<std::is_default_constructible_v<stored<T>>, stored<T>,
                       std::optional<stored<T>>>;

/// What `asio::co_spawn` calls its handler with.
struct spawn_arguments {
  template <class T> auto operator()(outcome<T>&& end) const {
    std::exception_ptr failed = end ? nullptr : to_exception(end);
    if constexpr (std::is_void_v<T>) {
      return std::tuple<std::exception_ptr>(std::move(failed));
    } else {
      using value = spawned_value<T>;
      return std::tuple<std::exception_ptr, value>(std::move(failed),
                                                   end ? value(std::move(end).keep()) : value());
    }
  }
};

template <class T> struct spawn_signature
    : std::type_identity<void(std::exception_ptr, spawned_value<T>)> {};

template <> struct spawn_signature<void> : std::type_identity<void(std::exception_ptr)> {};

/// What returns a task.
template <class F> concept task_function =
    std::is_same_v<std::invoke_result_t<F&>, task<typename std::invoke_result_t<F&>::value_type>>;

/// Keeps `f`, which is often the closure of a coroutine, as long as its task lives. The call is made
/// within the task, so that what it throws is the task's error.
template <task_function F> auto call_within_task(F f) -> std::invoke_result_t<F&> {
  if constexpr (std::is_void_v<typename std::invoke_result_t<F&>::value_type>) co_await f();
  else co_return co_await as_result(f());
}

template <class Executor> class initiate_spawn : public initiation<Executor> {
 public:
  using initiation<Executor>::initiation;

  template <class Handler, class T> void operator()(Handler&& handler, task<T> t) const {
    spawned<Executor, T, std::decay_t<Handler>, spawn_arguments>::start(
        this->executor_, std::move(t), std::decay_t<Handler>(std::forward<Handler>(handler)), {});
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Runs a task, as `asio::co_spawn` runs its awaitable.
///
/// * `executor`: where the task runs, one thing at a time. It starts by post, never inside of this
///   call, and the call throws what the executor throws then.
/// * `t`: the task. A coroutine that is a lambda with captures must not be called for it, as its
///   closure would die before the task begins: pass the lambda itself.
/// * `token`: any completion token. The completion signature is `void(std::exception_ptr, T)`, or
///   `void(std::exception_ptr)` of a `task<>`. Where there is an exception, the value is `T()`. If
///   there is no `T()`, it is a `std::optional<T>`; of a `T&` it is a pointer.
///
/// The handler is called once, when the task has ended: on its associated executor, otherwise on
/// `executor`. Its associated allocator serves for all that the tree makes, frames too, and that
/// memory is free when it is called. Without one, frames are pooled. A cancellation of any kind, by its slot, stops the task.
///
/// An error arrives as the exception that it was, or as a `task_error`. Stopped arrives as Asio's
/// system_error(operation_aborted). If the execution context is destroyed first, the task unwinds:
/// every wait ends as stopped, shielded or not, and the handler is destroyed uncalled.
template <detail::executor Executor, class T, class Token>
auto co_spawn(const Executor& executor, task<T> t, Token&& token) {
  return detail::asio::async_initiate<Token, typename detail::spawn_signature<T>::type>(
      detail::initiate_spawn<Executor>(executor), token, std::move(t));
}

/// The same for any other operation, as `timeout(...)` or `race(...)`.
template <detail::executor Executor, operation A, class Token>
  requires(!std::is_same_v<A, task<typename A::value_type>>)
auto co_spawn(const Executor& executor, A a, Token&& token) {
  return co_spawn(executor, task<typename A::value_type>(std::move(a)), std::forward<Token>(token));
}

/// The same for a function that returns a task, such as a lambda that is a coroutine. It is moved or
/// copied, called when the task begins, and destroyed when the task has ended.
template <detail::executor Executor, class F, class Token>
  requires detail::task_function<std::decay_t<F>>
auto co_spawn(const Executor& executor, F&& f, Token&& token) {
  return co_spawn(executor, detail::call_within_task(std::decay_t<F>(std::forward<F>(f))),
                  std::forward<Token>(token));
}

/// The same on the executor of a context.
template <detail::context Context, class T, class Token>
auto co_spawn(Context& context, task<T> t, Token&& token) {
  return co_spawn(context.get_executor(), std::move(t), std::forward<Token>(token));
}

/// The same on the executor of a context.
template <detail::context Context, operation A, class Token>
  requires(!std::is_same_v<A, task<typename A::value_type>>)
auto co_spawn(Context& context, A a, Token&& token) {
  return co_spawn(context.get_executor(), std::move(a), std::forward<Token>(token));
}

/// The same on the executor of a context.
template <detail::context Context, class F, class Token>
  requires detail::task_function<std::decay_t<F>>
auto co_spawn(Context& context, F&& f, Token&& token) {
  return co_spawn(context.get_executor(), std::forward<F>(f), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
