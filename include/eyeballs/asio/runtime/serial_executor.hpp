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
#include <mutex>
#include <system_error>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "../config.hpp"
#include "reserved_memory.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)
#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What is queued, and whose turn it is. Its handles keep it, and so does its own turn.
class serial_queue : public std::enable_shared_from_this<serial_queue> {
 public:
  struct entry {
    using function = void (*)(entry&, bool call);  // destroys the entry, and calls what was in it

    explicit entry(function f) noexcept : end(f) {}

    function end;
    entry* next = nullptr;
  };

  virtual ~serial_queue() = default;

  asio::execution_context& context() const noexcept { return context_; }

  /// Queues `e`, or throws what the executor throws.
  void push(entry& e) {
    std::unique_lock lock(mutex_);
    if (dead_) {
      lock.unlock();
      return e.end(e, false);
    }
    if (!posted_) post_turn();
    posted_ = true;
    (first_ ? last_->next : first_) = &e;
    last_ = &e;
  }

 protected:
  explicit serial_queue(asio::execution_context& c) : context_(c) {}

  /// What the executor runs. Destroyed uncalled, it tells that the context has died.
  class turn {
   public:
    using allocator_type = reserved_allocator<void>;

    explicit turn(serial_queue& q) : queue_(q.shared_from_this()) {}

    turn(turn&&) = default;

    ~turn() {
      if (!queue_) return;
      if (being_handed_out() == &queue_->memory_) queue_->refused_ = true;
      else queue_->die();
    }

    allocator_type get_allocator() const noexcept { return allocator_type(queue_->memory_); }

    void operator()() { std::exchange(queue_, nullptr)->run(); }

   private:
    std::shared_ptr<serial_queue> queue_;
  };

  virtual void post(turn) = 0;

 private:
  void post_turn() {
    refused_ = false;
    {
      const hand_out_scope handing_out(memory_);
      post(turn(*this));
    }
    if (refused_)  // dropped, without a word
      throw std::system_error(std::make_error_code(std::errc::operation_canceled), "executor");
  }

  void run() {
    try {
      do run_what_is_queued();
      while (!pass_on());
    } catch (...) {
      if (!pass_on()) wait_for_next();
      throw;
    }
  }

  void run_what_is_queued() {
    entry* const last = newest();  // what comes later lets other work in first
    for (entry* e = nullptr; e != last;) {
      e = pop();
      e->end(*e, true);
    }
  }

  /// Ends the turn, and posts the next if there is need of one. False: the executor has thrown.
  bool pass_on() noexcept {
    const std::scoped_lock lock(mutex_);
    posted_ = first_;
    try {
      if (posted_) post_turn();
    } catch (...) { return false; }
    return true;
  }

  void wait_for_next() noexcept {
    const std::scoped_lock lock(mutex_);
    posted_ = false;
  }

  void die() noexcept {
    {
      const std::scoped_lock lock(mutex_);
      dead_ = true;
    }
    while (entry* e = pop()) e->end(*e, false);
  }

  entry* newest() {
    const std::scoped_lock lock(mutex_);
    return last_;
  }

  entry* pop() {
    const std::scoped_lock lock(mutex_);
    entry* e = first_;
    if (e) first_ = e->next;
    return e;
  }

  asio::execution_context& context_;
  std::mutex mutex_;
  entry *first_ = nullptr, *last_ = nullptr;
  bool posted_ = false, refused_ = false, dead_ = false;
  reserved_block memory_;
};

template <class Executor> class serial_queue_on final : public serial_queue {
 public:
  explicit serial_queue_on(const Executor& e)
      : serial_queue(asio::query(e, asio::execution::context)), executor_(e) {}

 private:
  void post(turn t) override { asio::post(executor_, std::move(t)); }

  Executor executor_;
};

/// A function in the queue.
template <class F> class serial_entry final : public serial_queue::entry {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      F, asio::recycling_allocator<void>>>::template rebind_alloc<serial_entry>;
  using traits = std::allocator_traits<allocator>;

  static allocator allocator_of(const F& f) noexcept {
    return allocator(asio::get_associated_allocator(f, asio::recycling_allocator<void>()));
  }

 public:
  static serial_entry* make(F&& f) {
    allocator memory = allocator_of(f);
    return ::new (static_cast<void*>(traits::allocate(memory, 1))) serial_entry(std::move(f));
  }

  static void destroy(entry& e, bool call) {
    auto& self = static_cast<serial_entry&>(e);
    allocator memory = allocator_of(self.f_);
    F f(std::move(self.f_));
    self.~serial_entry();
    traits::deallocate(memory, &self, 1);  // free before the call, which may have need of it
    if (call) std::move(f)();
  }

 private:
  explicit serial_entry(F&& f) : entry(&destroy), f_(std::move(f)) {}

  F f_;
};

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

  asio::execution_context& query(asio::execution::context_t) const noexcept {
    return queue_->context();
  }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  serial_executor require(asio::execution::blocking_t::never_t) const noexcept { return *this; }

  template <class F> void execute(F&& f) const {
    using entry = serial_entry<std::decay_t<F>>;
    auto* e = entry::make(std::decay_t<F>(std::forward<F>(f)));
    try {
      queue_->push(*e);
    } catch (...) {
      entry::destroy(*e, false);
      throw;
    }
  }

  bool operator==(const serial_executor&) const noexcept = default;

 private:
  explicit serial_executor(std::shared_ptr<serial_queue> q) noexcept : queue_(std::move(q)) {}

  std::shared_ptr<serial_queue> queue_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
