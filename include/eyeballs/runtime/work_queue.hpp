// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Work items in the order in which they were posted. It allocates nothing.

#include "../core/scheduler.hpp"

namespace eyeballs::detail {

/// First in, first out.
class work_queue {
 public:
  bool empty() const noexcept { return first_ == nullptr; }

  void push(work_item& item) noexcept {
    item.next = nullptr;
    if (first_) last_->next = &item;
    else first_ = &item;
    last_ = &item;
  }

  void move_all_to(work_queue& other) noexcept {
    if (!first_) return;
    if (other.first_) other.last_->next = first_;
    else other.first_ = first_;
    other.last_ = last_;
    first_ = nullptr;
  }

  /// Null, if there is none.
  work_item* pop() noexcept {
    work_item* const item = first_;
    if (item) first_ = item->next;
    return item;
  }

 private:
  work_item* first_ = nullptr;
  work_item* last_ = nullptr;
};

}  // namespace eyeballs::detail
