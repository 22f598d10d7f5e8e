// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Awaits any Asio operation in a task.
//
//     std::size_t n = co_await socket.async_read_some(buffer, use_task);
//     result<std::size_t> r = co_await as_result(socket.async_read_some(buffer, use_task));

#include <tuple>
#include <type_traits>
#include <utility>

#include "../core/task.hpp"
#include "runtime/asio_wait.hpp"

#include EYEBALLS_ASIO_HEADER(async_result.hpp)
#include EYEBALLS_ASIO_HEADER(bind_executor.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The completion token that makes an operation something to be awaited in a task: see `use_task`.
struct use_task_t {
  constexpr use_task_t() {}
};

/// `co_await operation(..., use_task)` starts the operation and awaits it.
///
/// * It yields what follows the error in the operation's completion signature: nothing, a value, or
///   a std::tuple of several.
/// * A stop cancels it by its cancellation slot. It ends stopped if it then completes with
///   `operation_aborted`, and as it completes otherwise.
/// * It resumes on the executor of the task. `bind_executor` of another one does not compile.
/// * A non-zero error_code, or a std::exception_ptr, with which it completes is its error; so is
///   what its initiation throws. The code is that of `from_asio`: what the system says is a
///   `std::errc`. If its handler is destroyed uncalled while the task's own context lives, that is
///   `std::errc::operation_canceled`. In a tree that does not run on this Asio (by `co_spawn`, or
///   within `async_connect`) it is `std::errc::operation_not_supported`.
inline constexpr use_task_t use_task;

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Initiation, class Signature, class... InitArgs> class use_task_operation;

/// A wait for an operation of which we know the initiation alone: cancelled by its slot.
template <class Initiation, class R, class... Args, class... InitArgs>
class EYEBALLS_AWAITABLE use_task_operation<Initiation, R(Args...), InitArgs...>
    : public asio_wait<use_task_operation<Initiation, R(Args...), InitArgs...>,
                       std::decay_t<Args>...> {
  using wait = asio_wait<use_task_operation, std::decay_t<Args>...>;

 public:
  template <class I, class... As>
  explicit use_task_operation(std::in_place_t, I&& initiation, As&&... args)
      : initiation_(std::forward<I>(initiation)), init_args_(std::forward<As>(args)...) {}

  // NOLINTBEGIN(bugprone-use-after-move): the base takes its own part alone
  use_task_operation(use_task_operation&& other)
      : wait(std::move(other)),
        initiation_(std::move(other.initiation_)),
        init_args_(std::move(other.init_args_)) {}

  // NOLINTEND(bugprone-use-after-move)

 private:
  friend wait;

  void initiate(typename wait::handler&& h) {
    std::apply([&](InitArgs&... args) { std::move(initiation_)(std::move(h), std::move(args)...); },
               init_args_);
  }

  void abort() noexcept {
    using type = asio::cancellation_type;
    signal_.emit(type::terminal | type::partial | type::total);
  }

  asio::cancellation_slot slot() noexcept { return signal_.slot(); }

  Initiation initiation_;
  std::tuple<InitArgs...> init_args_;
  asio::cancellation_signal signal_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace boost::asio {
#else
namespace asio {
#endif

template <class R, class... Args> class async_result<eyeballs::use_task_t, R(Args...)> {
 public:
  template <class Initiation, class... InitArgs>
  static auto initiate(Initiation&& initiation, eyeballs::use_task_t, InitArgs&&... args) {
    return eyeballs::detail::use_task_operation<std::decay_t<Initiation>, R(Args...),
                                                std::decay_t<InitArgs>...>(
        std::in_place, std::forward<Initiation>(initiation), std::forward<InitArgs>(args)...);
  }
};

/// An operation that completes on another executor would resume the task there.
template <class Executor, class R, class... Args>
class async_result<executor_binder<eyeballs::use_task_t, Executor>, R(Args...)> {
 public:
  template <class Initiation, class Token, class... InitArgs>
  static auto initiate(Initiation&& initiation, Token&&, InitArgs&&... args) {
    static_assert(!sizeof(Token*),
                  "eyeballs: a task resumes on its own executor: no other one can be bound to "
                  "use_task");
    return async_result<eyeballs::use_task_t, R(Args...)>::initiate(
        std::forward<Initiation>(initiation), eyeballs::use_task, std::forward<InitArgs>(args)...);
  }
};

}  // namespace asio
