// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// An intrusive list in the form of a ring: what is in it leaves by itself, in O(1). `Head` is the
// type of who heads it, so that one object can be in several.

namespace eyeballs::detail {

template <class Head>
class ring_link {
 public:
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

}  // namespace eyeballs::detail
