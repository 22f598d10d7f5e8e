// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What of a strand knows the user's executors, and keeps them at work until the tree has ended: the
// one that the tree runs on, and the one that its end is delivered on.

#include <cstddef>
#include <memory>
#include <optional>
#include <typeinfo>
#include <utility>

#include "../../base/block_pool.hpp"
#include "deadline_timer.hpp"
#include "tree_executor.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether this thread runs `e`. If the executor can't tell, it does not: then what comes is posted.
template <class Executor> bool is_running(const Executor& e) noexcept {
  if constexpr (requires { static_cast<bool>(e.running_in_this_thread()); })
    return e.running_in_this_thread();
  else return false;
}

/// The part that delivers.
template <class HandlerExecutor> class delivering_strand : public tree_strand {
 public:
  using delivery_work = asio::executor_work_guard<HandlerExecutor>;

  /// Once, before its end.
  delivery_work take_delivery_work() noexcept { return *std::move(delivery_); }

 protected:
  delivering_strand(asio::execution_context& c, const HandlerExecutor& h)
      : tree_strand(c), delivery_(h) {}

  ~delivering_strand() = default;

  void let_go() noexcept override { delivery_.reset(); }

 private:
  std::optional<delivery_work> delivery_;  // none once the tree has ended, or the context
};

template <class Executor, class HandlerExecutor> class tree_strand_on final
    : public delivering_strand<HandlerExecutor> {
  using allocator = asio::recycling_allocator<tree_strand_on>;

 public:
  static tree_strand_on& make(const Executor& e, const HandlerExecutor& h) {
    tree_strand_on* const place = allocator().allocate(1);
    try {
      return *::new (static_cast<void*>(place)) tree_strand_on(e, h);
    } catch (...) {
      allocator().deallocate(place, 1);
      throw;
    }
  }

  void arm(time_point due) override {
    if (!alarm_) alarm_ = std::make_unique<alarm>();
    const auto make_handler = [this] { return alarm_handler(*this); };
    alarm_->clock.arm(tree_executor(strand_ptr(*this)), due, make_handler);
  }

  asio::any_io_executor users_executor() const override {
    if constexpr (std::is_constructible_v<asio::any_io_executor, const Executor&>)
      if (executor_) return asio::prefer(*executor_, asio::execution::outstanding_work.untracked);
    return {};
  }

  bool is_armed() const noexcept override {
    return alarm_ && alarm_->clock.current_state() == timer::state::armed;
  }

 private:
  using timer = deadline_timer<tree_executor>;
  using working_executor = std::decay_t<decltype(asio::prefer(
      std::declval<const Executor&>(), asio::execution::outstanding_work.tracked))>;

  /// Made when the tree sleeps for the first time, and there until the strand is destroyed.
  struct alarm {
    static void* operator new(std::size_t bytes) { return block_pool::allocate(bytes); }

    static void operator delete(void* p, std::size_t bytes) noexcept {
      block_pool::deallocate(p, bytes);
    }

    timer clock;
    reserved_block memory;  // of its handler
  };

  /// Comes by the strand, as any handler. Dropped, it says nothing.
  class alarm_handler {
   public:
    using allocator_type = reserved_allocator<void>;

    explicit alarm_handler(tree_strand_on& s) noexcept : strand_(s), memory_(s.alarm_->memory) {}

    allocator_type get_allocator() const noexcept { return memory_; }

    template <class Ignored> void operator()(const Ignored&) {
      static_cast<tree_strand_on&>(*strand_).alarm_->clock.handler_called();
    }

   private:
    strand_ptr strand_;      // null once it was moved from
    allocator_type memory_;  // of which Asio asks then, too
  };

  tree_strand_on(const Executor& e, const HandlerExecutor& h)
      : delivering_strand<HandlerExecutor>(asio::query(e, asio::execution::context), h),
        executor_(asio::prefer(e, asio::execution::outstanding_work.tracked)) {}

  bool is_here() const noexcept override { return executor_ && is_running(*executor_); }

  void post_wake_up(wake_up&& w) override { asio::post(*executor_, std::move(w)); }

  void post_entry(strand_entry& e) override { asio::post(*executor_, posted_entry(e)); }

  /// The timer has an executor of ours, which has a reference to this.
  void let_go() noexcept override {
    if (alarm_) alarm_->clock.destroy();
    executor_.reset();
    delivering_strand<HandlerExecutor>::let_go();
  }

  void destroy() noexcept override {
    this->~tree_strand_on();
    allocator().deallocate(this, 1);
  }

  std::optional<working_executor> executor_;  // none once the tree has ended, or the context
  std::unique_ptr<alarm> alarm_;
};

/// The strand of a tree on `e`, which is delivered on `h`.
template <class Executor, class HandlerExecutor>
delivering_strand<HandlerExecutor>& make_strand(const Executor& e, const HandlerExecutor& h) {
  return tree_strand_on<Executor, HandlerExecutor>::make(e, h);
}

/// Through the type-erased one Asio takes memory of its own: see what is in it.
template <class HandlerExecutor>
delivering_strand<HandlerExecutor>& make_strand(const asio::any_io_executor& e,
                                                const HandlerExecutor& h) {
#if !defined(ASIO_NO_TYPEID) && !defined(BOOST_ASIO_NO_TYPEID)
  using usual = asio::io_context::executor_type;
  if (e.target_type() == typeid(usual))
    return tree_strand_on<usual, HandlerExecutor>::make(*e.target<usual>(), h);
#endif
  return tree_strand_on<asio::any_io_executor, HandlerExecutor>::make(e, h);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
