// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What is run from a queue, or at a time. It is intrusive: to queue it allocates nothing.

#include "time.hpp"

namespace eyeballs::detail {

/// Something to run once from a queue. Whoever posts it keeps it until it has run.
struct work_item {
  using function = void (*)(work_item&) noexcept;

  explicit work_item(function f) noexcept : run(f) {}

  function run;
  work_item* next = nullptr;  // belongs to the queue
};

/// A work item that is due at a time. Its links belong to the backend.
struct timer : work_item {
  using work_item::work_item;

  time_point due{};
  unsigned long long order = 0;
  timer *child = nullptr, *sibling = nullptr, **link = nullptr;
};

}  // namespace eyeballs::detail
