// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What every backend's scheduler is made of: the queues of a turn, and the timers. Nothing here
// allocates, and nothing recurses, however much is queued or armed. Debug builds assert that a task
// tree stays on one logical thread.

#include <cassert>
#include <cstddef>

#include "core/scheduler.hpp"

namespace eyeballs {

namespace detail {

/// First in, first out.
class job_queue {
 public:
  bool empty() const noexcept { return !first_; }
  void push(job& j) noexcept {
    j.next = nullptr;
    (first_ ? last_->next : first_) = &j;
    last_ = &j;
  }
  job* pop() noexcept {
    job* j = first_;
    if (j) first_ = j->next;
    return j;
  }
 private:
  job *first_ = nullptr, *last_ = nullptr;
};

/// An intrusive pairing heap: insert in O(1), remove in amortised O(log n).
class timer_queue {
 public:
  timer* first() const noexcept { return root_; }
  std::size_t size() const noexcept { return size_; }
  void insert(timer& t) noexcept {
    t.order = ++armed_;
    ++size_;
    set(root_, root_ ? meld(*root_, t) : &t);
  }
  void remove(timer& t) noexcept {
    if (!t.link) return;
    --size_;
    timer* rest = meld_all(t.child);
    if (t.link == &root_) {
      set(root_, rest);
    } else {
      set(*t.link, t.sibling);
      if (rest) set(root_, meld(*root_, *rest));
    }
    t.child = t.sibling = nullptr;
    t.link = nullptr;
  }
 private:
  static void set(timer*& link, timer* t) noexcept {
    link = t;
    if (t) t->link = &link;
  }
  static bool before(const timer& a, const timer& b) noexcept {
    return a.due != b.due ? a.due < b.due : a.order < b.order;
  }
  static timer* meld(timer& a, timer& b) noexcept {
    timer& parent = before(a, b) ? a : b;
    timer& child = &parent == &a ? b : a;
    set(child.sibling, parent.child);
    set(parent.child, &child);
    return &parent;
  }
  static timer* meld_all(timer* list) noexcept {  // two by two from the left, then from the right
    timer* pairs = nullptr;
    while (list) {
      timer* pair = list;
      timer* other = pair->sibling;
      list = other ? other->sibling : nullptr;
      if (other) pair = meld(*pair, *other);
      pair->sibling = pairs;
      pairs = pair;
    }
    timer* all = nullptr;
    while (pairs) {
      timer* pair = pairs;
      pairs = pair->sibling;
      pair->sibling = nullptr;
      all = all ? meld(*all, *pair) : pair;
    }
    return all;
  }

  timer* root_ = nullptr;
  unsigned long long armed_ = 0;
  std::size_t size_ = 0;
};

}  // namespace detail

/// Derive from it, tell the time, and call `run_jobs` when there is something to run.
class run_loop : public scheduler {
 public:
  explicit run_loop(frame_resource* frames) noexcept : frames_(frames) {}
  run_loop(const run_loop&) = delete;

  void post(job& j) noexcept final { push(ready_, j); }
  void post_last(job& j) noexcept final { push(last_, j); }
  void post_event(job& j) noexcept final { push(events_, j); }
  void arm(timer& t) noexcept final {
    if (t.due != time_point::max()) timers_.insert(t);
  }
  void disarm(timer& t) noexcept final { timers_.remove(t); }
 protected:
  ~run_loop() = default;

  /// Called when something was posted from outside of `run_jobs`: see to it that it is called.
  virtual void wake() noexcept = 0;

  bool running() const noexcept { return running_; }
  bool idle() const noexcept { return ready_.empty() && last_.empty() && events_.empty(); }
  std::size_t armed_timers() const noexcept { return timers_.size(); }
  timer* next_timer() const noexcept { return timers_.first(); }
  /// Takes the next timer as the next outside event; only between turns, so that nobody disarms it.
  void fire_timer() noexcept {
    timer& t = *timers_.first();
    timers_.remove(t);
    events_.push(t);
  }

  /// Runs jobs, turn after turn, as long as `budget` lasts. True when none is left.
  bool run_jobs(std::size_t& budget) noexcept {
    assert(!running_ && "eyeballs: a scheduler does not run inside itself");
    const run_loop* const outer = std::exchange(here(), this);
    frame_resource* const outer_frames = std::exchange(current_frame_resource(), frames_);
    running_ = true;
    for (job* j; budget && (j = pop()); --budget) j->run(*j);
    running_ = false;
    current_frame_resource() = outer_frames;
    here() = outer;
    return idle();
  }
 private:
  job* pop() noexcept {
    if (job* j = ready_.pop()) return j;
    if (job* j = last_.pop()) return j;
    return events_.pop();
  }
  void push(detail::job_queue& queue, job& j) noexcept {
    assert((!running_ || here() == this) && "eyeballs: a task tree lives on one logical thread");
    queue.push(j);
    if (!running_) wake();
  }
  static const run_loop*& here() noexcept {
    static thread_local const run_loop* current = nullptr;
    return current;
  }

  detail::job_queue ready_, last_, events_;
  detail::timer_queue timers_;
  frame_resource* frames_;
  bool running_ = false;
};

}  // namespace eyeballs
