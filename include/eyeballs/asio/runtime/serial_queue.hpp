// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Functions that run one at a time, in order, on an executor. It is what is behind a
// `serial_executor`.
//
//   state   event                                next    what is done
//   ------  -----------------------------------  ------  ------------------------------------------
//   idle    a function is pushed                 posted  a turn is posted
//   idle    ... but the executor refuses it      idle    the function is not queued: it throws
//   posted  a function is pushed                 posted  it is queued
//   posted  the turn runs, and more has come     posted  the next turn is posted: other work gets
//                                                        in first
//   posted  ... but the executor refuses it      posted  this turn goes on
//   posted  the turn runs, and nothing has come  idle
//   any     the turn is destroyed uncalled       dead    the context has died: what is queued, and
//                                                        what still comes, is dropped

#include <memory>
#include <mutex>
#include <system_error>
#include <utility>

#include "hand_out_scope.hpp"
#include "reserved_memory.hpp"

#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(execution_context.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Shared by all copies of the executor and by the posted turn, which keep it alive.
class serial_queue : public std::enable_shared_from_this<serial_queue> {
 public:
  /// What becomes of a function.
  enum class fate : bool { dropped, called };

  /// A function in the queue. `end` destroys it.
  struct entry {
    using function = void (*)(entry&, fate);

    explicit entry(function f) noexcept : end(f) {}

    function end;
    entry* next = nullptr;
  };

  virtual ~serial_queue() = default;

  asio::execution_context& context() const noexcept { return context_; }

  /// Queues `e`, or throws what the executor throws.
  void push(entry& e) {
    std::unique_lock lock(mutex_);
    if (state_ == state::dead) {
      lock.unlock();
      e.end(e, fate::dropped);
      return;
    }
    if (state_ == state::idle) post_turn();
    state_ = state::posted;
    append(e);
  }

 protected:
  explicit serial_queue(asio::execution_context& c) : context_(c) {}

  /// What the executor runs.
  class turn {
   public:
    using allocator_type = reserved_allocator<void>;

    explicit turn(serial_queue& q) : queue_(q.shared_from_this()), memory_(q.memory_) {}

    turn(turn&&) = default;

    ~turn() {
      if (!queue_) return;
      if (hand_out_scope::is_refusing(memory_.block())) queue_->turn_was_refused_ = true;
      else queue_->die();
    }

    allocator_type get_allocator() const noexcept { return memory_; }

    void operator()() { std::exchange(queue_, nullptr)->run(); }

   private:
    std::shared_ptr<serial_queue> queue_;  // null once it was called, or moved from
    allocator_type memory_;
  };

  /// Hands a turn to the executor.
  virtual void post(turn) = 0;

 private:
  enum class state : unsigned char { idle, posted, dead };

  void post_turn() {
    turn_was_refused_ = false;
    {
      const hand_out_scope handing_out(memory_);
      post(turn(*this));
    }
    if (turn_was_refused_)  // without an exception
      throw std::system_error(std::make_error_code(std::errc::operation_canceled), "executor");
  }

  void run() {
    try {
      do { run_what_is_queued(); } while (pass_on() == passing_on::refused);
    } catch (...) {
      if (pass_on() == passing_on::refused) wait_for_next_push();
      throw;
    }
  }

  void run_what_is_queued() {
    entry* const last = newest();  // what comes later lets other work in first
    entry* e = nullptr;
    while (e != last) {
      e = pop();
      e->end(*e, fate::called);
    }
  }

  enum class passing_on : bool { done, refused };

  /// Ends the turn, and posts the next if there is need of one.
  passing_on pass_on() noexcept {
    const std::scoped_lock lock(mutex_);
    state_ = first_ ? state::posted : state::idle;
    if (state_ == state::idle) return passing_on::done;
    try {
      post_turn();
    } catch (...) { return passing_on::refused; }
    return passing_on::done;
  }

  void wait_for_next_push() noexcept {
    const std::scoped_lock lock(mutex_);
    state_ = state::idle;
  }

  void die() noexcept {
    {
      const std::scoped_lock lock(mutex_);
      state_ = state::dead;
    }
    while (entry* e = pop()) e->end(*e, fate::dropped);
  }

  void append(entry& e) noexcept {
    if (first_) last_->next = &e;
    else first_ = &e;
    last_ = &e;
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
  entry* first_ = nullptr;
  entry* last_ = nullptr;
  state state_ = state::idle;
  bool turn_was_refused_ = false;  // the one that is being posted, and maybe without an exception
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

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
