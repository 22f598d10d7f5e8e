// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One call of a function that blocks, and those who wait for its answer.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

#include "../../base/ring.hpp"
#include "../runtime/mailbox.hpp"
#include "question.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class lookup_call;
class lookup_queue;
struct lookup_name;

/// One who waits. In a call's ring until it has got the answer, or has forgotten the question.
struct lookup_waiter : ring_link<lookup_waiter>, std::enable_shared_from_this<lookup_waiter> {
  std::shared_ptr<lookup_call> call;  // null if it is in no ring
};

template <class T> struct lookup_waiter_for final : lookup_waiter {
  mailbox<T> box;
};

/// What all calls have, whatever is asked. In one ring at a time: of a name's calls that wait, of
/// those that are ready for a thread, of those that a thread has begun, or of those whose thread a
/// fork has left in the parent.
class lookup_call : public ring_link<lookup_call>,
                    public std::enable_shared_from_this<lookup_call> {
 public:
  enum class phase : unsigned char { waiting, ready, begun, interrupted };

  lookup_call(std::shared_ptr<lookup_queue> q, lookup_name& n, std::string k, patience p)
      : queue(std::move(q)), name(&n), key(std::move(k)), takes(p) {}

  lookup_call(const lookup_call&) = delete;
  virtual ~lookup_call() = default;

  /// Blocks. In a thread.
  virtual void ask() noexcept = 0;

  /// Hands the answer to one of those who waited. In a thread, after `ask`.
  virtual put_result tell(lookup_waiter& waiter) const noexcept = 0;

  void add(lookup_waiter& waiter) noexcept {
    waiter.join_as_last(waiters_);
    waiter.call = shared_from_this();
  }

  bool is_wanted() const noexcept { return waiters_.linked(); }

  /// Takes out the one who waits longest, or yields null.
  std::shared_ptr<lookup_waiter> take_waiter() noexcept {
    if (!is_wanted()) return nullptr;
    auto& first = static_cast<lookup_waiter&>(*waiters_.next());
    first.leave();
    first.call = nullptr;  // the thread keeps the call
    return first.shared_from_this();
  }

  const std::shared_ptr<lookup_queue> queue;
  lookup_name* name;  // null once it was answered
  const std::string key;
  const patience takes;
  phase now = phase::waiting;
  bool follows = false;  // it begins a little after another that was asked for just before

 private:
  ring_link<lookup_waiter> waiters_;
};

template <class T> class lookup_call_for final : public lookup_call {
 public:
  lookup_call_for(std::shared_ptr<lookup_queue> q, lookup_name& n, std::string k,
                  const question<T>& asked)
      : lookup_call(std::move(q), n, std::move(k), asked.takes), ask_(asked.ask) {}

  void ask() noexcept override {
    if (follows) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    answer_ = answer();
  }

  put_result tell(lookup_waiter& waiter) const noexcept override {
    return static_cast<lookup_waiter_for<T>&>(waiter).box.try_put(copy());
  }

 private:
  outcome<T> answer() const noexcept {
    try {
      return ask_();
    } catch (...) { return error::current(); }
  }

  outcome<T> copy() const noexcept {
    try {
      return answer_;
    } catch (...) { return error::current(); }
  }

  std::function<result<T>()> ask_;
  outcome<T> answer_ = stopped;
};

/// A name that is asked about. In one ring at a time: of those that wait for a place in their
/// context, or of those that wait for a thread.
struct lookup_name : ring_link<lookup_name> {
  enum class place : unsigned char { none, waited_for, held };

  lookup_name(std::string k, std::size_t most, ring_link<lookup_name>& l)
      : key(std::move(k)), most_names(most), lane(l) {}

  const std::string key;
  const std::size_t most_names;  // it waits for a place while so many names have one,
  ring_link<lookup_name>& lane;  // and here
  place has = place::none;
  std::size_t wanted = 0;          // how many of its calls are wanted, of those that need a place
  ring_link<lookup_call> waiting;  // calls that it has no place for, or no thread
  std::unordered_map<std::string, std::shared_ptr<lookup_call>> calls;  // all, by their keys
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
