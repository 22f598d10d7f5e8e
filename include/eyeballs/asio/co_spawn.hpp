// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs a task from an Asio application, with any completion token.
//
//     co_spawn(context, serve(std::move(socket)), asio::detached);

#include <concepts>
#include <exception>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "../core/task.hpp"
#include "error.hpp"
#include "runtime/scheduler.hpp"

#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)
#include EYEBALLS_ASIO_HEADER(async_result.hpp)
#include EYEBALLS_ASIO_HEADER(dispatch.hpp)
#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Between a cancellation slot and a tree, which may end at the same time on different threads.
struct stop_line {
  void post_stop() {
    std::scoped_lock lock(mutex);
    if (tree) tree->post_stop();
    tree = nullptr;
  }

  void close() noexcept {
    std::scoped_lock lock(mutex);
    tree = nullptr;
  }

  std::mutex mutex;
  asio_scheduler* tree;
};

/// What is left of an operation when it is over: the handler and its arguments.
template <class Handler, class Executor, class... Args> class delivery {
 public:
  using executor_type = asio::associated_executor_t<Handler, Executor>;
  using allocator_type = asio::associated_allocator_t<Handler>;

  delivery(Handler&& h, const Executor& otherwise, std::tuple<Args...>&& args)
      : handler_(std::move(h)),
        executor_(asio::get_associated_executor(handler_, otherwise)),
        args_(std::move(args)) {}

  executor_type get_executor() const noexcept { return executor_; }

  allocator_type get_allocator() const noexcept { return asio::get_associated_allocator(handler_); }

  void operator()() {
    auto slot = asio::get_associated_cancellation_slot(handler_, asio::cancellation_slot());
    if (slot.is_connected()) slot.clear();
    std::apply(std::move(handler_), std::move(args_));
  }

 private:
  Handler handler_;
  executor_type executor_;
  std::tuple<Args...> args_;
};

template <class Handler, class Executor, class... Args>
auto make_delivery(Handler&& h, const Executor& otherwise, std::tuple<Args...>&& args) {
  return delivery<Handler, Executor, Args...>(std::move(h), otherwise, std::move(args));
}

/// A task that runs for a handler. `Arguments` makes of its end the tuple that the handler is
/// called with.
template <class Executor, class T, class Handler, class Arguments> class spawned final
    : public asio_root {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      Handler, asio::recycling_allocator<void>>>::template rebind_alloc<spawned>;

 public:
  static void start(const Executor& executor, task<T>&& task, Handler&& handler,
                    Arguments&& arguments) {
    allocator memory(asio::get_associated_allocator(handler, asio::recycling_allocator<void>()));
    spawned* self = std::allocator_traits<allocator>::allocate(memory, 1);
    try {
      ::new (static_cast<void*>(self))
          spawned(executor, std::move(task), std::move(handler), std::move(arguments));
    } catch (...) {
      std::allocator_traits<allocator>::deallocate(memory, self, 1);
      throw;
    }
    try {
      self->connect_slot();
      self->post_begin();
    } catch (...) {
      self->unwind();
      throw;
    }
  }

 private:
  spawned(const Executor& executor, task<T>&& task, Handler&& handler, Arguments&& arguments)
      : asio_root(serial_executor::on(executor)),
        executor_(executor),
        handler_(std::move(handler)),
        work_(asio::get_associated_executor(handler_, executor)),
        arguments_(std::move(arguments)),
        task_(std::move(task)) {}

  void connect_slot() {
    auto slot = asio::get_associated_cancellation_slot(handler_, asio::cancellation_slot());
    if (!slot.is_connected()) return;
    line_ = std::make_shared<stop_line>();
    line_->tree = this;
    slot.assign([line = line_](asio::cancellation_type type) {
      if (type != asio::cancellation_type::none) line->post_stop();
    });
  }

  void close_line() noexcept override {
    if (line_) line_->close();
  }

  start_result begin(environment here, work_item& waiter) override {
    return task_.start(here, waiter);
  }

  void finish() override {
    struct destroys {
      ~destroys() { self.destroy(); }

      spawned& self;
    };

    auto deliver = [this] {
      const destroys before_the_handler_is_called{*this};
      auto arguments = arguments_(task_.stopped() ? outcome<T>(stopped) : outcome<T>(task_.take()));
      return std::pair(std::move(work_),
                       make_delivery(std::move(handler_), executor_, std::move(arguments)));
    };
    auto [work, delivery] = deliver();
    asio::dispatch(std::move(delivery));
  }

  void destroy() noexcept override {
    allocator memory(asio::get_associated_allocator(handler_, asio::recycling_allocator<void>()));
    this->~spawned();
    std::allocator_traits<allocator>::deallocate(memory, this, 1);
  }

  Executor executor_;
  Handler handler_;
  asio::executor_work_guard<asio::associated_executor_t<Handler, Executor>> work_;
  Arguments arguments_;
  std::shared_ptr<stop_line> line_;
  task<T> task_;
};

template <class E> concept executor =
    asio::execution::is_executor<E>::value || asio::is_executor<E>::value;
template <class C> concept context = std::derived_from<C, asio::execution_context>;

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

/// Runs `t` on `executor`, one thing at a time, and calls `token`'s handler with
/// `std::exception_ptr` and, unless it is void, the value: as `asio::co_spawn` does for its
/// awaitable. Starts by post. An error arrives as a `task_error` or as the exception that it was,
/// stopped as system_error(operation_aborted). A cancellation of any kind stops the task. Completes
/// on the handler's executor, otherwise on `executor`; uses its allocator. If the execution context
/// is destroyed first, the task unwinds and the handler is destroyed uncalled.
template <detail::executor Executor, class T, class Token>
auto co_spawn(const Executor& executor, task<T> t, Token&& token) {
  return detail::asio::async_initiate<Token, typename detail::spawn_signature<T>::type>(
      detail::initiate_spawn<Executor>(executor), token, std::move(t));
}

template <detail::context Context, class T, class Token>
auto co_spawn(Context& context, task<T> t, Token&& token) {
  return co_spawn(context.get_executor(), std::move(t), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
