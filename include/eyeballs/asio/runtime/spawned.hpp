// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A task that runs for a completion handler, in memory of that handler's allocator.

#include <memory>
#include <tuple>
#include <utility>

#include "../../core/task.hpp"
#include "delivery.hpp"
#include "stop_line.hpp"
#include "tree.hpp"

#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_type.hpp)
#include EYEBALLS_ASIO_HEADER(dispatch.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// `Arguments` makes of the task's end the tuple that the handler is called with.
template <class Executor, class T, class Handler, class Arguments> class spawned final
    : public asio_root {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      Handler, asio::recycling_allocator<void>>>::template rebind_alloc<spawned>;
  using traits = std::allocator_traits<allocator>;

 public:
  /// Starts `task` on `executor`, by post. If it throws, the handler is not called.
  static void start(const Executor& executor, task<T>&& task, Handler&& handler,
                    Arguments&& arguments) {
    allocator memory = allocator_of(handler);
    spawned* self = traits::allocate(memory, 1);
    try {
      ::new (static_cast<void*>(self))
          spawned(executor, std::move(task), std::move(handler), std::move(arguments));
    } catch (...) {
      traits::deallocate(memory, self, 1);
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

  static allocator allocator_of(const Handler& handler) noexcept {
    return allocator(asio::get_associated_allocator(handler, asio::recycling_allocator<void>()));
  }

  void connect_slot() {
    auto slot = asio::get_associated_cancellation_slot(handler_, asio::cancellation_slot());
    if (!slot.is_connected()) return;
    line_ = std::make_shared<stop_line>(*this);
    slot.assign([line = line_](asio::cancellation_type type) {
      if (type != asio::cancellation_type::none) line->post_stop();
    });
  }

  void close_stop_line() noexcept override {
    if (line_) line_->close();
  }

  start_result start(environment here, work_item& waiter) override {
    return task_.start(here, waiter);
  }

  /// The memory is free before the handler is called, which may have need of it.
  void finish() override {
    auto [work, delivery] = destroy_and_keep_delivery();
    asio::dispatch(std::move(delivery));
  }

  auto destroy_and_keep_delivery() {
    const destroyed_at_exit self{*this};
    auto arguments = arguments_(task_.stopped() ? outcome<T>(stopped) : outcome<T>(task_.take()));
    return std::pair(std::move(work_),
                     delivery(std::move(handler_), executor_, std::move(arguments)));
  }

  struct destroyed_at_exit {
    ~destroyed_at_exit() { self.destroy(); }

    spawned& self;
  };

  void destroy() noexcept override {
    allocator memory = allocator_of(handler_);
    this->~spawned();
    traits::deallocate(memory, this, 1);
  }

  Executor executor_;
  Handler handler_;
  asio::executor_work_guard<asio::associated_executor_t<Handler, Executor>> work_;
  Arguments arguments_;
  std::shared_ptr<stop_line> line_;
  task<T> task_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
