// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The root of a tree of tasks, whatever it runs on: the work items that begin it, stop it, and end
// it.

#include "../core/operation.hpp"

namespace eyeballs::detail {

/// A work item, or a timer, that calls a member function of what it is a member of.
template <class Owner, void (Owner::*Function)(), class Item = work_item> class member_call
    : public Item {
 public:
  explicit member_call(Owner& owner) noexcept : Item(&call), owner_(owner) {}

 private:
  static void call(work_item& self) noexcept {
    (static_cast<member_call&>(self).owner_.*Function)();
  }

  Owner& owner_;
};

/// Whoever derives from it holds the task, and posts `begin_event` and `stop_event` to the
/// scheduler that the tree runs on.
class task_root {
 public:
  task_root(const task_root&) = delete;

 protected:
  /// `where` outlives the tree.
  explicit task_root(scheduler& where) noexcept : where_(where), stop_(where.abandonment.token()) {}

  ~task_root() = default;

  scheduler& where() const noexcept { return where_; }

  /// Starts the task.
  virtual start_result start(environment, work_item& waiter) = 0;

  /// The task has ended, in this turn.
  virtual void on_end() = 0;

  work_item& begin_event() noexcept { return begin_; }

  work_item& stop_event() noexcept { return stop_event_; }

  void request_stop() noexcept { stop_.request_stop(); }

 private:
  void begin() {
    if (start({stop_.token(), &where_}, end_) == start_result::ended) on_end();
  }

  scheduler& where_;
  stop_source stop_;
  member_call<task_root, &task_root::begin> begin_{*this};
  member_call<task_root, &task_root::request_stop> stop_event_{*this};
  member_call<task_root, &task_root::on_end> end_{*this};
};

}  // namespace eyeballs::detail
