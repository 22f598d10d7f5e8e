// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A stop is a request from above to end soon. A source is told of it once; tokens tell whether it
// has come, and callbacks are called.
//
//     stop_callback on_stop(token, [&]() noexcept { socket.cancel(); });
//
// Like `<stop_token>`, but for one logical thread: intrusive, without an allocation or an atomic.

#include <utility>

#include "../base/ring.hpp"

namespace eyeballs {

struct stop_source;

namespace detail {
struct stop_listener;
struct sources_below;
}  // namespace detail

/// Asks whether a stop was requested. A default-constructed token never hears of one. A token must
/// not outlive its source.
struct stop_token {
  /// It never hears of a stop.
  stop_token() = default;

  /// Whether a stop was requested of its source, or of one above. It may still be on its way.
  bool stop_requested() const noexcept;

  /// Whether a stop has arrived at its source.
  bool stop_arrived() const noexcept;

 private:
  friend stop_source;
  friend detail::stop_listener;

  explicit stop_token(stop_source* source) noexcept : source_(source) {}

  stop_source* source_ = nullptr;
};

namespace detail {

/// The base of whatever is told of a stop, at most once. Only what does not listen may be moved.
struct stop_listener : private ring_link<stop_source> {
  using function = void (*)(stop_listener&) noexcept;

  explicit stop_listener(function on_stop) noexcept : on_stop_(on_stop) {}

  /// False if the stop has arrived already. Then it does not listen.
  bool listen(stop_token token) noexcept;

  void stop_listening() noexcept { leave(); }

 private:
  friend stop_source;

  function on_stop_;
};

}  // namespace detail

/// Tells its listeners of a stop, in the order in which they came. It is neither copied nor moved,
/// since they point to it.
struct stop_source : private detail::ring_link<detail::sources_below> {
  /// `above`: the token of the source whose stop somebody will pass on to this one, maybe later.
  explicit stop_source(stop_token above = {}) noexcept : requested_(above.stop_requested()) {
    if (above.source_ && !requested_) join_as_last(above.source_->below_);
  }

  ~stop_source() {
    if (destroyed_) *destroyed_ = true;
    while (listeners_.linked()) listeners_.next()->leave();
  }

  /// What is handed to those who are to hear of the stop.
  stop_token token() noexcept { return stop_token(this); }

  /// The first call tells all listeners; later calls do nothing. A listener may destroy this
  /// source.
  void request_stop() noexcept {
    requested_ = true;
    if (!std::exchange(arrived_, true) && (below_.linked() || listeners_.linked())) tell();
  }

 private:
  friend stop_token;
  friend detail::stop_listener;

  using link = detail::ring_link<detail::sources_below>;

  /// All sources below know of it at once, so that nobody has to ask upwards. Once it has reached
  /// one, that is in no ring any more. Not inlined, so that a request costs little if nobody hears.
  EYEBALLS_NOINLINE void tell() noexcept {
    bool destroyed = false;
    while (below_.linked()) {
      auto& source = static_cast<stop_source&>(*below_.next());
      source.requested_ = true;
      source.leave();
      source.below_.move_all_to(below_);
    }
    tell_listeners(destroyed);
  }

  // Not inlined: GCC 12 would warn that the pointer to the caller's `destroyed` dangles.
  EYEBALLS_NOINLINE void tell_listeners(bool& destroyed) noexcept {
    destroyed_ = &destroyed;
    while (!destroyed && listeners_.linked()) {
      auto& listener = static_cast<detail::stop_listener&>(*listeners_.next());
      listener.stop_listening();
      listener.on_stop_(listener);
    }
    if (!destroyed) destroyed_ = nullptr;
  }

  detail::ring_link<stop_source> listeners_;
  link below_;
  bool* destroyed_ = nullptr;  // while listeners are told: where to note that this is destroyed
  bool requested_;
  bool arrived_ = false;
};

inline bool stop_token::stop_requested() const noexcept { return source_ && source_->requested_; }

inline bool stop_token::stop_arrived() const noexcept { return source_ && source_->arrived_; }

inline bool detail::stop_listener::listen(stop_token token) noexcept {
  if (token.stop_arrived()) return false;
  if (token.source_) join_as_last(token.source_->listeners_);
  return true;
}

/// Calls `f` when a stop is requested, or at once if it was already.
template <class F> struct [[nodiscard]] stop_callback : private detail::stop_listener {
  static_assert(std::is_nothrow_invocable_v<F&>, "eyeballs: a stop callback must be noexcept");

  /// `f` is called at most once, and within this constructor if the stop has arrived already.
  stop_callback(stop_token token, F f) : stop_listener(&on_stop), f_(std::move(f)) {
    if (!listen(token)) f_();
  }

  stop_callback(stop_callback&&) = delete;

 private:
  static void on_stop(stop_listener& self) noexcept { static_cast<stop_callback&>(self).f_(); }

  F f_;
};

}  // namespace eyeballs
