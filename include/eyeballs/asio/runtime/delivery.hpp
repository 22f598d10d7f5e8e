// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What is left of an operation when it is over: the handler and its arguments.

#include <tuple>
#include <utility>

#include "../config.hpp"

#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(associated_cancellation_slot.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A function that clears the handler's cancellation slot, and calls it. `executor` is the
/// handler's.
template <class Handler, class Executor, class... Args> class delivery {
 public:
  using executor_type = Executor;
  using allocator_type = asio::associated_allocator_t<Handler>;

  delivery(Handler&& handler, const Executor& executor, std::tuple<Args...>&& args)
      : executor_(executor), handler_(std::move(handler)), args_(std::move(args)) {}

  executor_type get_executor() const noexcept { return executor_; }

  allocator_type get_allocator() const noexcept { return asio::get_associated_allocator(handler_); }

  void operator()() {
    auto slot = asio::get_associated_cancellation_slot(handler_, asio::cancellation_slot());
    if (slot.is_connected()) slot.clear();
    std::apply(std::move(handler_), std::move(args_));
  }

 private:
  Executor executor_;
  Handler handler_;
  std::tuple<Args...> args_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
