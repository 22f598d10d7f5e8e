// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An intrusive list in the form of a ring. A member leaves by itself, in constant time, and nothing
// is allocated.

#include "require.hpp"

namespace eyeballs::detail {

/// A member of a ring, or its head. `Head` is a tag: rings of different kinds do not mix.
template <class Head> struct ring_link {
  ring_link() = default;

  /// Only what is in no ring may be moved.
  ring_link(ring_link&& other) noexcept {
    require(!other.linked(), "what waits is moved: an operation stays in place once it has begun");
  }

  ~ring_link() {
    if (linked()) leave();
  }

  bool linked() const noexcept { return next_ != this; }

  ring_link* next() const noexcept { return next_; }

  void leave() noexcept {
    previous_->next_ = next_;
    next_->previous_ = previous_;
    next_ = this;
    previous_ = this;
  }

  void join_as_last(ring_link& head) noexcept {
    next_ = &head;
    previous_ = head.previous_;
    previous_->next_ = this;
    head.previous_ = this;
  }

  /// Puts the members of this ring, in their order, at the end of another one.
  void move_all_to(ring_link& head) noexcept {
    if (!linked()) return;
    ring_link* const last = previous_;
    next_->previous_ = head.previous_;
    head.previous_->next_ = next_;
    last->next_ = &head;
    head.previous_ = last;
    next_ = this;
    previous_ = this;
  }

 private:
  ring_link *next_ = this, *previous_ = this;
};

}  // namespace eyeballs::detail
