// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// Stop: a request from above to end soon. A source is told once, tokens ask, callbacks are called.
// Like <stop_token>, but for one logical thread: intrusive, no allocation, no atomics.
//     stop_callback on_stop(token, [&]() noexcept { socket.cancel(); });
#include <type_traits>
#include <utility>
namespace eyeballs {
namespace detail {
/// An intrusive list, a ring: what is in it leaves by itself. `Head` is the type of who heads it.
template <class Head> struct ring_link {
  ring_link() = default;
  ring_link(ring_link&&) noexcept {}  // moving is for what is in no ring
  ~ring_link() { leave(); }
  bool linked() const noexcept { return next_ != this; }
  ring_link* next() const noexcept { return next_; }
  void leave() noexcept {
    previous_->next_ = next_;
    next_->previous_ = previous_;
    next_ = previous_ = this;
  }
  void join_as_last(ring_link& head) noexcept {
    next_ = &head;
    previous_ = head.previous_;
    previous_->next_ = head.previous_ = this;
  }
 private:
  ring_link *next_ = this, *previous_ = this;
};
}  // namespace detail
struct stop_source;

/// Asks whether a stop was requested. A default token never is. Must not outlive its source.
struct stop_token {
  stop_token() = default;
  bool stop_requested() const noexcept;  ///< Of its source, or of one above: it may be on its way.
  bool stop_arrived() const noexcept;    ///< At its source.
 private:
  friend stop_source;
  friend struct stop_listener;
  explicit stop_token(stop_source* source) noexcept : source_(source) {}
  stop_source* source_ = nullptr;
};

/// The base of what is told of a stop, at most once. Moving is for what does not listen yet.
struct stop_listener : private detail::ring_link<stop_source> {
  using function = void (*)(stop_listener&) noexcept;
  explicit stop_listener(function f) noexcept : told_(f) {}
  bool listen(stop_token) noexcept;  ///< False, and not listening: the stop has arrived already.
  void forget() noexcept { leave(); }
 private:
  friend stop_source;
  function told_;
};

/// Tells its listeners of a stop, in the order in which they came.
struct stop_source {
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
    if (bool destroyed = false; !std::exchange(requested_, true)) tell_all(destroyed);
  }
 private:
  friend stop_token;
  friend stop_listener;
  [[gnu::noinline]] void tell_all(bool& destroyed) noexcept {  // GCC 12 fears for it, inlined
    destroyed_ = &destroyed;
    while (!destroyed && listeners_.linked()) {
      auto& listener = static_cast<stop_listener&>(*listeners_.next());
      listener.forget(), listener.told_(listener);
    }
    if (!destroyed) destroyed_ = nullptr;
  }
  stop_source* above_;
  detail::ring_link<stop_source> listeners_;
  bool* destroyed_ = nullptr;
  bool requested_ = false;
};
inline bool stop_token::stop_requested() const noexcept {
  const stop_source* s = source_;
  while (s && !s->requested_) s = s->above_;
  return s;
}
inline bool stop_token::stop_arrived() const noexcept { return source_ && source_->requested_; }
inline bool stop_listener::listen(stop_token token) noexcept {
  if (token.source_ && !token.stop_arrived()) join_as_last(token.source_->listeners_);
  return !token.stop_arrived();
}
/// Calls `f` when a stop is requested, or at once if it was already.
template <class F> class [[nodiscard]] stop_callback : stop_listener {
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
