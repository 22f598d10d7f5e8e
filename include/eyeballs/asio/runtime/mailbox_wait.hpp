// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for a thread's result, which comes by a mailbox.

#include <memory>
#include <optional>
#include <utility>

#include "../../core/operation.hpp"
#include "mailbox.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The base of such a wait. Who derives from it has `make_box()`; `launch()`, which sets the thread
/// to work; and `retract()`: whether a stop ends the wait, or the thread must be awaited.
template <class Derived, class T>
class mailbox_wait : public leaf_operation<mailbox_wait<Derived, T>>, work_item {
 public:
  using value_type = T;

  mailbox_wait() noexcept : work_item(&arrived) {}

  mailbox_wait(mailbox_wait&& other) noexcept
      : leaf_operation<mailbox_wait>(std::move(other)), work_item(&arrived) {}

  ~mailbox_wait() {
    if (box_) box_->close();
  }

  // The protocol of an operation.

  start_result start(environment here, work_item& waiter) {
    scheduler_ = asio_scheduler_of(here);
    if (!scheduler_ || this->begin(here, waiter) == start_result::ended) return start_result::ended;
    try {
      box_ = derived().make_box();
      box_->open(*scheduler_, *this);
      derived().launch();
    } catch (...) {
      refusal_ = error::current();
      if (!is_free()) return start_result::pending;
      this->deregister();
      return start_result::ended;
    }
    return start_result::pending;
  }

  void cancel() noexcept {
    const bool worker_is_let_go = derived().retract() || scheduler_->abandoned();
    if (worker_is_let_go && is_free()) this->end_stopped();
  }

  result<T> take() {
    if (!scheduler_) return not_on_asio();
    if (refusal_) return *std::move(refusal_);
    if (box_->result()->stopped())
      return error(std::make_error_code(std::errc::operation_canceled), "the work was dropped");
    return std::move(*box_->result()).as_result();
  }

 private:
  Derived& derived() noexcept { return static_cast<Derived&>(*this); }

  /// Closes the mailbox. Not, if our event is on its way: then the tree waits for that.
  bool is_free() noexcept {
    if (!box_ || box_->close() == mailbox_base::state::closed) return true;
    const bool has_arrived = this->run == &answered;
    if (!has_arrived && !std::exchange(is_counted_, true)) scheduler_->operation_begins();
    return false;
  }

  /// By who is in.
  static void arrived(work_item& self) noexcept {
    auto& wait = static_cast<mailbox_wait&>(self);
    self.run = &answered;
    if (wait.is_counted_) wait.scheduler_->operation_ends(self);
    else wait.scheduler_->post_event(self);
  }

  static void answered(work_item& self) noexcept {
    auto& wait = static_cast<mailbox_wait&>(self);
    if (wait.box_->result()) wait.end();
    else wait.end_stopped();
  }

  asio_scheduler* scheduler_ = nullptr;
  std::shared_ptr<mailbox<T>> box_;
  std::optional<error> refusal_;
  bool is_counted_ = false;  // as an operation of the tree
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
