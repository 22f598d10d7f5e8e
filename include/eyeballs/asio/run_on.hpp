// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs a blocking function elsewhere, and awaits its result here.
//
//     std::string text = co_await run_on(pool, read_file, "/etc/hosts");

#include <type_traits>
#include <utility>

#include "../base/named_closure.hpp"
#include "../core/task.hpp"
#include "runtime/concepts.hpp"
#include "runtime/remote_call.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Calls a function on another executor, usually a thread pool's.
///
/// * `executor`: where the call is made.
/// * `f`, `args`: called as `f(args...)`, or as `f(on_threads::stop_token, args...)` if it takes that:
///   std::stop_token, on most systems. They are decay-copied here and moved there, as by std::thread.
///
/// It yields what `f` returns. On a stop, a call that has not begun is forgotten, and the wait ends
/// stopped; a call that runs sees its stop token, is awaited, and ends as it does.
///
/// It resumes on the executor of the task. If the context of that dies first, the call goes on
/// alone.
///
/// What `f` throws, and what the executor throws when it refuses the call, is the error. Work that
/// the executor drops ends with `std::errc::operation_canceled`. In a tree that does not run on
/// this Asio the error is `std::errc::operation_not_supported`.
template <detail::executor Executor, class F, class... Args>
auto run_on(const Executor& executor, F&& f, Args&&... args) {
  EYEBALLS_ASSERT_NAMED(F, Args...);
  using call = detail::remote_call<std::decay_t<F>, std::decay_t<Args>...>;
  return detail::run_on_operation<Executor, call>(
      executor, call(std::forward<F>(f), std::forward<Args>(args)...));
}

/// The same on the executor of a context.
template <detail::context Context, class F, class... Args>
auto run_on(Context& context, F&& f, Args&&... args) {
  return run_on(context.get_executor(), std::forward<F>(f), std::forward<Args>(args)...);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
