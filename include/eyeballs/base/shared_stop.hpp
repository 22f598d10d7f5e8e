// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A stop that threads share: what <stop_token> has, less `stop_possible` and what has no state, for
// standard libraries without it.

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "ring.hpp"

namespace eyeballs::detail::shared_stop {

/// A callback, known to its state as long as it is in the ring.
class listener : public ring_link<listener> {
 public:
  explicit listener(void (*on_stop)(listener&) noexcept) noexcept : on_stop_(on_stop) {}

  /// May end it.
  void tell() noexcept { on_stop_(*this); }

 private:
  void (*on_stop_)(listener&) noexcept;
};

/// What sources, tokens and callbacks share.
class stop_state {
 public:
  bool stop_requested() const noexcept { return requested_.load(std::memory_order_acquire); }

  /// Calls all that listen, on this thread. False if it was requested before.
  bool request_stop() noexcept {
    std::unique_lock lock(mutex_);
    if (requested_.exchange(true)) return false;

    caller_ = std::this_thread::get_id();
    while (listeners_.linked()) {
      called_ = static_cast<listener*>(listeners_.next());
      called_->leave();
      lock.unlock();
      called_->tell();
      lock.lock();
      called_ = nullptr;
      call_ended_.notify_all();
    }
    return true;
  }

  /// False if a stop was requested before.
  bool add(listener& l) noexcept {
    const std::scoped_lock lock(mutex_);
    if (requested_) return false;
    l.join_as_last(listeners_);
    return true;
  }

  /// From now on it is not called, nor being called, unless this is its own call.
  void remove(listener& l) noexcept {
    std::unique_lock lock(mutex_);
    l.leave();
    if (called_ != &l || caller_ == std::this_thread::get_id()) return;
    call_ended_.wait(lock, [&] { return called_ != &l; });
  }

 private:
  std::atomic<bool> requested_ = false;
  std::mutex mutex_;  // guards what follows
  std::condition_variable call_ended_;
  ring_link<listener> listeners_;
  listener* called_ = nullptr;  // the one whose call runs, if there is one
  std::thread::id caller_;      // the thread that runs it
};

class stop_token {
 public:
  stop_token() = default;

  explicit stop_token(std::shared_ptr<stop_state> state) noexcept : state_(std::move(state)) {}

  bool stop_requested() const noexcept { return state_ && state_->stop_requested(); }

  friend bool operator==(const stop_token&, const stop_token&) = default;

 private:
  template <class F> friend class stop_callback;

  std::shared_ptr<stop_state> state_;
};

class stop_source {
 public:
  stop_token get_token() const noexcept { return stop_token(state_); }

  bool stop_requested() const noexcept { return state_->stop_requested(); }

  bool request_stop() noexcept {
    const std::shared_ptr<stop_state> state = state_;  // a callback may end this source
    return state->request_stop();
  }

 private:
  std::shared_ptr<stop_state> state_ = std::make_shared<stop_state>();
};

template <class F> class stop_callback : private listener {
 public:
  using callback_type = F;

  template <class G> stop_callback(stop_token token, G&& f)
      : listener(&on_stop), f_(std::forward<G>(f)) {
    if (!token.state_) return;
    if (token.state_->add(*this)) state_ = std::move(token.state_);
    else tell();
  }

  stop_callback(const stop_callback&) = delete;

  ~stop_callback() {
    if (state_) state_->remove(*this);
  }

 private:
  static void on_stop(listener& self) noexcept {
    std::forward<F>(static_cast<stop_callback&>(self).f_)();
  }

  F f_;
  std::shared_ptr<stop_state> state_;  // null if it does not listen
};

template <class F> stop_callback(stop_token, F) -> stop_callback<F>;

}  // namespace eyeballs::detail::shared_stop
