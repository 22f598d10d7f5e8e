// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Runs one function at a time, in order, on another executor: what a task tree lives on.
//
//     auto serial = serial_executor::on(context.get_executor());
//     asio::post(serial, f);
//
// Like `asio::strand`, but for a lack of memory. A strand that finds none when it hands itself to
// its executor keeps what is queued, and waits for ever. Here that memory is held beforehand; and
// where the executor takes its own, and throws, the function was not queued.

#include <memory>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "serial_queue.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// An executor, in Asio's sense; copies are the same one. It never runs a function inside of
/// `execute`. It keeps no work: a tree does so itself.
class serial_executor {
 public:
  template <class Executor> static serial_executor on(const Executor& e) {
    return serial_executor(std::make_shared<serial_queue_on<Executor>>(e));
  }

  /// Through the type-erased one Asio takes memory of its own: see what is in it.
  static serial_executor on(const asio::any_io_executor& e) {
    using usual = asio::io_context::executor_type;
    if (e.target_type() == typeid(usual)) return on(*e.target<usual>());
    return on<asio::any_io_executor>(e);
  }

  template <class F> void execute(F&& f) const;

  asio::execution_context& query(asio::execution::context_t) const noexcept {
    return queue_->context();
  }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  serial_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }

  bool operator==(const serial_executor&) const noexcept = default;

 private:
  explicit serial_executor(std::shared_ptr<serial_queue> q) noexcept : queue_(std::move(q)) {}

  std::shared_ptr<serial_queue> queue_;
};

/// A function in the queue, in memory of its associated allocator.
template <class F> class serial_entry final : public serial_queue::entry {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      F, asio::recycling_allocator<void>>>::template rebind_alloc<serial_entry>;
  using traits = std::allocator_traits<allocator>;

 public:
  static serial_entry* make(F&& f) {
    allocator memory = allocator_of(f);
    return ::new (static_cast<void*>(traits::allocate(memory, 1))) serial_entry(std::move(f));
  }

  static void destroy(entry& e, serial_queue::fate fate) {
    auto& self = static_cast<serial_entry&>(e);
    F f(std::move(self.f_));
    self.free(f);  // before the call, which may have need of the memory
    if (fate == serial_queue::fate::called) std::move(f)();
  }

 private:
  static allocator allocator_of(const F& f) noexcept {
    return allocator(asio::get_associated_allocator(f, asio::recycling_allocator<void>()));
  }

  explicit serial_entry(F&& f) : entry(&destroy), f_(std::move(f)) {}

  /// `f` is the function now: its allocator may live in what it owns.
  void free(const F& f) noexcept {
    allocator memory = allocator_of(f);
    this->~serial_entry();
    traits::deallocate(memory, this, 1);
  }

  F f_;
};

template <class F> void serial_executor::execute(F&& f) const {
  using entry = serial_entry<std::decay_t<F>>;
  auto* e = entry::make(std::decay_t<F>(std::forward<F>(f)));
  try {
    queue_->push(*e);
  } catch (...) {
    entry::destroy(*e, serial_queue::fate::dropped);
    throw;
  }
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
