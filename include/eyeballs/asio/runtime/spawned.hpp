// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A task that runs for a completion handler, in memory of that handler's allocator.
//
// The allocator may live in what the handler owns. So the handler outlives the memory, and is asked
// for its allocator where it is now: never once it has been moved from.

#include <cstddef>
#include <memory>
#include <tuple>
#include <utility>

#include "../../core/task.hpp"
#include "../../runtime/allocator_frames.hpp"
#include "delivery.hpp"
#include "tree.hpp"
#include "tree_strand_on.hpp"

#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_type.hpp)
#include EYEBALLS_ASIO_HEADER(dispatch.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The frames of the tree of a handler that has no allocator of its own: they are pooled.
struct pooled_frames {
  static constexpr frame_resource* get() noexcept { return nullptr; }
};

/// Where the frames of a handler's tree come from.
template <class Allocator> auto frames_from(const Allocator& memory) {
  using of_bytes = typename std::allocator_traits<Allocator>::template rebind_alloc<std::byte>;
  using recycling = asio::recycling_allocator<std::byte>;
  if constexpr (any_of<of_bytes, std::allocator<std::byte>, recycling>) return pooled_frames();
  else return allocator_frames<of_bytes>::make(of_bytes(memory));
}

/// Which cancellations stop the task: what `Arguments` says; otherwise all.
template <class Arguments> constexpr asio::cancellation_type cancelled_by() noexcept {
  if constexpr (requires { Arguments::cancelled_by; }) return Arguments::cancelled_by;
  else return asio::cancellation_type::all;
}

/// `Arguments` makes of the task's end the tuple that the handler is called with.
template <class Executor, class T, class Handler, class Arguments> class spawned final
    : public asio_root {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      Handler, asio::recycling_allocator<void>>>::template rebind_alloc<spawned>;
  using traits = std::allocator_traits<allocator>;
  using frames = decltype(frames_from(std::declval<const allocator&>()));

 public:
  /// Starts `task` on `executor`, by post. If it throws, the handler is not called.
  static void start(const Executor& executor, task<T>&& task, Handler&& handler,
                    Arguments&& arguments) {
    const auto as_it_is = [&task] { return std::move(task); };
    start_made(executor, as_it_is, std::move(handler), std::move(arguments));
  }

  /// The same for the task that `make` returns, whose frame comes from the handler's allocator, too.
  template <class Make> static void start_made(const Executor& executor, Make&& make,
                                               Handler&& handler, Arguments&& arguments) {
    strand_type& where = make_strand(executor, asio::get_associated_executor(handler, executor));
    const strand_ptr reference(where);
    allocator memory = allocator_of(handler);
    frames from = frames_from(memory);
    task<T> made = made_with(from.get(), make);
    spawned* self = traits::allocate(memory, 1);
    try {
      ::new (static_cast<void*>(self)) spawned(where, std::move(from), std::move(made),
                                               std::move(handler), std::move(arguments));
    } catch (...) {
      traits::deallocate(memory, self, 1);
      throw;
    }
    try {
      self->connect_slot();
      where.begin(*self);
    } catch (...) {
      self->destroy();
      throw;
    }
    where.post_beginning();
  }

 private:
  using handler_executor = asio::associated_executor_t<Handler, Executor>;
  using strand_type = delivering_strand<handler_executor>;

  /// The handler is moved last: if anything throws, the caller still has it.
  spawned(strand_type& where, frames&& from, task<T>&& task, Handler&& handler,
          Arguments&& arguments)
      : asio_root(strand_ptr(where), from.get()),
        frames_(std::move(from)),
        arguments_(std::move(arguments)),
        task_(std::move(task)),
        handler_(std::move(handler)) {}

  template <class Make> static task<T> made_with(frame_resource* frames, Make& make) {
    struct restored_at_exit {
      ~restored_at_exit() { current_frame_resource() = before; }

      frame_resource* before;
    };

    const restored_at_exit restored{std::exchange(current_frame_resource(), frames)};
    return make();
  }

  static allocator allocator_of(const Handler& handler) noexcept {
    return allocator(asio::get_associated_allocator(handler, asio::recycling_allocator<void>()));
  }

  void connect_slot() {
    auto slot = asio::get_associated_cancellation_slot(handler_, asio::cancellation_slot());
    if (!slot.is_connected()) return;
    slot.assign([where = strand()](asio::cancellation_type type) {
      if ((type & cancelled_by<Arguments>()) != asio::cancellation_type::none) where->ask_to_stop();
    });
  }

  start_result start(environment here, work_item& waiter) override {
    return task_.start(here, waiter);
  }

  /// The memory is free before the handler is called, which may have need of it.
  void finish() override {
    Handler handler(std::move(handler_));
    auto [work, arguments] = destroy_and_keep_end(handler);
    asio::dispatch(delivery(std::move(handler), work.get_executor(), std::move(arguments)));
  }

  auto destroy_and_keep_end(const Handler& handler) {
    auto& where = static_cast<strand_type&>(*strand());
    auto work = where.take_delivery_work();
    const ended_at_exit strand_end{strand()};
    const freed_at_exit self{*this, allocator_of(handler)};
    auto arguments = arguments_(task_.stopped() ? outcome<T>(stopped) : outcome<T>(task_.take()));
    return std::pair(std::move(work), std::move(arguments));
  }

  void destroy() noexcept override {
    const Handler handler(std::move(handler_));
    const ended_at_exit strand_end{strand()};
    const freed_at_exit self{*this, allocator_of(handler)};
  }

  struct freed_at_exit {
    ~freed_at_exit() {
      self.~spawned();
      traits::deallocate(memory, &self, 1);
    }

    spawned& self;
    mutable allocator memory;
  };

  struct ended_at_exit {
    ~ended_at_exit() { where->end(); }

    strand_ptr where;
  };

  [[no_unique_address]] frames frames_;
  Arguments arguments_;
  task<T> task_;
  Handler handler_;  // moved from when the rest is destroyed
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
