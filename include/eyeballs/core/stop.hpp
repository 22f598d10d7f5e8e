// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Stop: a request from above to end soon. A source is told once, tokens ask, callbacks are called.
// Like <stop_token>, but for one logical thread: intrusive, no allocation, no atomics.
//
//     stop_callback on_stop(token, [&]() noexcept { socket.cancel(); });

#include <type_traits>
#include <utility>

#include "ring.hpp"

namespace eyeballs {

class stop_source;

/// Asks whether a stop was requested. A default token never is. Must not outlive its source.
class stop_token {
 public:
  stop_token() = default;
  /// True if this source was asked to stop, or one above it whose stop is still on its way down.
  /// Costs a step for each group of tasks above.
  bool stop_requested() const noexcept;
  /// True if the stop has arrived at this source.
  bool stop_arrived() const noexcept;

 private:
  friend class stop_source;
  friend class stop_listener;
  explicit stop_token(stop_source* source) noexcept : source_(source) {}
  stop_source* source_ = nullptr;
};

/// The base of what is told of a stop, at most once. Moving is for what does not listen yet.
class stop_listener : detail::ring_link<stop_source> {
 public:
  using function = void (*)(stop_listener&) noexcept;
  explicit stop_listener(function f) noexcept : told_(f) {}
  /// False, and not listening, where the stop has arrived already.
  bool listen(stop_token) noexcept;
  void forget() noexcept { leave(); }

 private:
  friend class stop_source;
  function told_;
};

/// Tells its listeners of a stop, in the order in which they came.
class stop_source {
 public:
  /// `above` is the source whose stop somebody will pass on to this one, maybe a hop later.
  explicit stop_source(stop_token above = {}) noexcept : above_(above.source_) {}
  stop_source(const stop_source&) = delete;
  ~stop_source() {
    if (destroyed_) *destroyed_ = true;
    while (listeners_.linked()) listeners_.next()->leave();
  }
  stop_token token() noexcept { return stop_token(this); }

  /// The first call tells all; later ones do nothing. A listener may destroy this source.
  void request_stop() noexcept {
    if (std::exchange(requested_, true)) return;
    bool destroyed = false;
    destroyed_ = &destroyed;
    while (listeners_.linked()) {
      auto& listener = static_cast<stop_listener&>(*listeners_.next());
      listener.forget();
      listener.told_(listener);
      if (destroyed) return;  // nothing of ours may be touched any more
    }
    destroyed_ = nullptr;
  }

 private:
  friend stop_token;
  friend stop_listener;
  stop_source* above_;
  detail::ring_link<stop_source> listeners_;
  bool* destroyed_ = nullptr;
  bool requested_ = false;
};

inline bool stop_token::stop_requested() const noexcept {
  for (const stop_source* s = source_; s; s = s->above_)
    if (s->requested_) return true;
  return false;
}
inline bool stop_token::stop_arrived() const noexcept { return source_ && source_->requested_; }

inline bool stop_listener::listen(stop_token token) noexcept {
  if (token.stop_arrived()) return false;
  if (token.source_) join_as_last(token.source_->listeners_);
  return true;
}

/// Calls `f` when a stop is requested, or at once if it was already.
template <class F>
class [[nodiscard]] stop_callback : stop_listener {
  static_assert(std::is_nothrow_invocable_v<F&>, "eyeballs: a stop callback must be noexcept");

 public:
  stop_callback(stop_token token, F f) : stop_listener(&told), f_(std::move(f)) {
    if (!listen(token)) f_();
  }
  stop_callback(stop_callback&&) = delete;

 private:
  static void told(stop_listener& self) noexcept { static_cast<stop_callback&>(self).f_(); }
  F f_;
};

}  // namespace eyeballs
