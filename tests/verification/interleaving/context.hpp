// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An execution context of one thread, with as few steps as there can be. It may refuse a function: it
// throws then.

#include <atomic>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "eyeballs/asio.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
// clang-format on

namespace interleaving {

class context : public asio::execution_context {
 public:
  class executor_type {
   public:
    explicit executor_type(context& c) noexcept : context_(&c) {}

    template <class F> void execute(F&& f) const { context_->push(std::forward<F>(f)); }

    asio::execution_context& query(asio::execution::context_t) const noexcept { return *context_; }

    static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
      return asio::execution::blocking.never;
    }

    bool running_in_this_thread() const noexcept { return running() == context_; }

    bool operator==(const executor_type&) const noexcept = default;

   private:
    context* context_;
  };

  /// `refused`: which function is, 1, 2...
  explicit context(int refused = 0) noexcept : until_refusal_(refused) {}

  executor_type get_executor() noexcept { return executor_type(*this); }

  /// What is queued is dropped, and what is queued by that.
  ~context() {
    shutdown();
    while (function* f = pop()) f->end(f, false);
  }

  /// Runs one that is queued. False, if there is none.
  bool run_one() {
    function* const f = pop();
    if (!f) return false;
    const context* const outer = std::exchange(running(), this);
    f->end(f, true);
    running() = outer;
    return true;
  }

  /// ... or the next one that will be.
  void wait_and_run_one() {
    while (!run_one()) std::this_thread::yield();
  }

  /// Drops it instead.
  void wait_and_drop_one() {
    function* f = nullptr;
    while (!(f = pop())) std::this_thread::yield();
    f->end(f, false);
  }

 private:
  struct function {
    void (*end)(function*, bool call);
    function* next = nullptr;
  };

  template <class F> struct function_of : function {
    explicit function_of(F&& f) : function{&end_it}, f_(std::move(f)) {}

    static void end_it(function* self, bool call) {
      F f(std::move(static_cast<function_of*>(self)->f_));
      delete static_cast<function_of*>(self);
      if (call) std::move(f)();
    }

    F f_;
  };

  template <class F> void push(F&& f) {
    if (until_refusal_ > 0 && until_refusal_.fetch_sub(1, std::memory_order_relaxed) == 1)
      throw std::bad_alloc();
    function* const added = new function_of<std::decay_t<F>>(std::decay_t<F>(std::forward<F>(f)));
    const std::scoped_lock lock(mutex_);
    *last_ = added;
    last_ = &added->next;
  }

  function* pop() noexcept {
    const std::scoped_lock lock(mutex_);
    if (!first_) return nullptr;
    if (last_ == &first_->next) last_ = &first_;
    return std::exchange(first_, first_->next);
  }

  static const context*& running() noexcept {
    static thread_local const context* c = nullptr;
    return c;
  }

  std::atomic<int> until_refusal_;
  std::mutex mutex_;
  function* first_ = nullptr;
  function** last_ = &first_;
};

}  // namespace interleaving
