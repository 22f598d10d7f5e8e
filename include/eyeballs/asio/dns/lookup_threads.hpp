// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The threads that make the calls of lookups. There is one for each call that is being made, as
// far as the limit allows; where no call is left, it ends.
//
// A thread is detached, and shares only counted things with its context. So a lookup that hangs
// holds up neither a stop, nor another lookup, nor the end of the io_context, nor the program's
// exit.

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "../host/lookup_thread.hpp"
#include "lookup_call.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What guards the lookups of a copy of the library. Who locks both locks `telling` first.
struct lookup_locks {
  std::mutex telling;  // as long as an answer is posted: no fork may come between
  std::mutex all;      // all queues, names, calls and counts
};

/// A number of threads, and the calls that are theirs. What has no other lock said needs `all`.
class lookup_threads {
 public:
  lookup_threads(lookup_locks& locks, std::size_t most) noexcept : locks_(locks), most_(most) {}

  lookup_threads(const lookup_threads&) = delete;

  /// The call is made by the next thread that is free. Calls that are ready begin in this order,
  /// even where the system runs new threads in another one.
  void make_ready(lookup_call& c) noexcept {
    c.leave();
    c.join_as_last(ready_);
    c.now = lookup_call::phase::ready;
    ++ready_count_;
  }

  /// The calls of a name that has its place. Those for which there is no thread wait, and the names
  /// take turns: it is behind those that wait already.
  void begin_calls_of(lookup_name& n) noexcept {
    if (n.waiting.linked() && !n.linked()) n.join_as_last(turns_);
    while (turns_.linked() && has_room()) take_turn();
  }

  /// Takes a call back that no thread has begun.
  void withdraw(lookup_call& c) noexcept {
    if (c.now == lookup_call::phase::ready) --ready_count_;
    c.leave();
  }

  /// Starts a thread for each call that is ready. Throws if the system has none to give, and no
  /// other thread is there, which would make the call later.
  void start_threads() {
    try {
      while (free_ < ready_count_ && threads_ < most_) {
        start_lookup_thread([this] { work(); });
        ++threads_;
        ++free_;
      }
    } catch (...) {
      if (threads_ == 0) throw;
    }
  }

  /// In a child of a fork, which has none of the threads. What it has of the contexts is not to be
  /// touched, unless it says that it goes on with them.
  void lose_threads() noexcept {
    threads_ = 0;
    free_ = 0;
    ready_count_ = 0;
    for (ring_link<lookup_call>* calls : {&begun_, &ready_}) {
      while (calls->linked()) {
        auto& call = static_cast<lookup_call&>(*calls->next());
        call.leave();
        call.join_as_last(interrupted_);
        call.now = lookup_call::phase::interrupted;
      }
    }
    while (turns_.linked()) turns_.next()->leave();
  }

  /// In a child of a fork: the calls of a context that goes on are made again.
  void resume_calls_of(const lookup_queue& queue) noexcept {
    auto* next = interrupted_.next();
    while (next != &interrupted_) {
      auto& call = static_cast<lookup_call&>(*std::exchange(next, next->next()));
      if (call.queue.get() == &queue) make_ready(call);
    }
  }

  /// How many there are.
  std::size_t count() const {
    const std::scoped_lock lock(locks_.all);
    return threads_;
  }

 private:
  bool has_room() const noexcept { return threads_ - free_ + ready_count_ < most_; }

  /// What each thread does.
  void work() noexcept {
    std::unique_lock lock(locks_.all);
    while (std::shared_ptr<lookup_call> call = next()) {
      --free_;
      lock.unlock();
      call->ask();
      lock.lock();
      ++free_;  // before others may begin
      end(*call);
      lock.unlock();
      tell_all(*call);
      lock.lock();
      call->leave();
      lock.unlock();
      call.reset();
      lock.lock();
    }
    --free_;
    --threads_;
  }

  /// Begins a call, or yields null.
  std::shared_ptr<lookup_call> next() noexcept {
    for (;;) {
      if (!ready_.linked()) take_turn();
      if (!ready_.linked()) return nullptr;
      auto first = static_cast<lookup_call&>(*ready_.next()).shared_from_this();
      withdraw(*first);
      first->join_as_last(begun_);
      first->now = lookup_call::phase::begun;
      if (first->is_wanted()) return first;
      end(*first);  // after a fork, what nobody has waited for any more
      first->leave();
    }
  }

  /// The name whose turn it is has one of its calls made.
  void take_turn() noexcept {
    if (!turns_.linked()) return;
    auto& name = static_cast<lookup_name&>(*turns_.next());
    make_ready(static_cast<lookup_call&>(*name.waiting.next()));
    name.leave();
    if (name.waiting.linked()) name.join_as_last(turns_);
  }

  /// The call has its answer: its place is free, and who asks the same from now on gets a new call.
  /// Defined in lookup_queue.hpp.
  static void end(lookup_call& call) noexcept;

  void tell_all(lookup_call& call) noexcept {
    std::shared_ptr<lookup_waiter> waiter;
    while (tell_next(call, waiter) == put_result::no_memory)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  /// Tells `waiter`, which is not null if it could not be told before, and then the others.
  put_result tell_next(lookup_call& call, std::shared_ptr<lookup_waiter>& waiter) noexcept {
    for (;;) {
      const std::scoped_lock telling(locks_.telling);
      if (!waiter) {
        const std::scoped_lock lock(locks_.all);
        waiter = call.take_waiter();
      }
      if (!waiter) return put_result::over;
      if (call.tell(*waiter) == put_result::no_memory) return put_result::no_memory;
      waiter = nullptr;
    }
  }

  lookup_locks& locks_;
  const std::size_t most_;
  std::size_t threads_ = 0;      // that live
  std::size_t free_ = 0;         // those of them that are about to look for a call
  std::size_t ready_count_ = 0;  // calls in `ready_`
  ring_link<lookup_call> ready_;
  ring_link<lookup_call> begun_;
  ring_link<lookup_call> interrupted_;  // by a fork
  ring_link<lookup_name> turns_;        // names that wait for a thread
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
