// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The scheduler on an Asio executor: one for each task tree that `co_spawn` or `async_connect`
// starts.
//
// * Everything of a tree happens on one serial executor. Each of our handlers brings one outside
//   event and runs its turn; after some hundreds of jobs it posts itself, so that other work gets
//   in.
// * One handler is always pending while the tree lives: the timer's. It keeps the context at work,
//   and it tells of the context's death: one of the scheduler's own that is destroyed uncalled
//   means that the tree is abandoned. Then nothing runs until the last handler is gone; that one
//   runs the queue empty, where every wait ends as stopped.
// * The handler of an operation may be destroyed uncalled by an exception or by another context, on
//   any thread. It touches only what is atomic, and posts: its wait ends with an error, where the
//   tree lives.
// * The memory of the handlers that carry a stop, the timer and the posts to ourselves is reserved
//   here.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <limits>
#include <new>
#include <utility>

#include "../../core/operation.hpp"
#include "../../runtime/frame_cache.hpp"
#include "../../runtime/run_loop.hpp"
#include "../config.hpp"
#include "reserved_memory.hpp"
#include "serial_executor.hpp"

#include EYEBALLS_ASIO_HEADER(basic_waitable_timer.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What the waits of a tree see of its scheduler.
class asio_scheduler : public run_loop {
 public:
  /// What the tree lives on.
  const serial_executor& executor() const noexcept { return executor_; }

  /// The context dies: no wait may start an operation again, and none will be answered.
  bool abandoned() const noexcept { return abandoned_; }

  /// Asks the tree to stop, soon; once, from any thread.
  virtual void post_stop() = 0;

  /// For each handler that is handed to Asio, and for each that was not after all.
  void handed_out() noexcept { ++handlers_; }

  void taken_back() noexcept { --handlers_; }

  /// The handler was called, on our executor: `event` and its turn run. The tree may be gone then.
  void called(work_item& event) { react_to(event); }

  /// The handler of an operation was destroyed uncalled, on whichever thread: `event` runs in the
  /// next turn, or, where the context dies, when the last handler is gone.
  void lost(work_item& event) noexcept {
    work_item* last = lost_;
    do event.next = last;
    while (!lost_.compare_exchange_weak(last, &event));
    if (!last && !abandoned()) post_wake();
    if (!last_is_over()) return;
    if (abandoned() || !post_wake()) unwind();
  }

 protected:
  explicit asio_scheduler(serial_executor executor)
      : asio_scheduler(std::move(executor), frame_cache::make()) {}

  ~asio_scheduler() = default;

  time_point now() const noexcept override { return std::chrono::steady_clock::now(); }

  void react_to(work_item& event) {
    const bool attended = std::exchange(attending_, true);  // what is posted needs no `wake`
    post_event(event);
    attending_ = attended;
    run();
  }

  /// Runs what there is to run, and sees to it that it is called again, or ends the tree. A handler
  /// that was called calls it, and is over then.
  virtual void run() = 0;
  /// From any thread: has `run` called soon. False, if the executor has thrown.
  virtual bool post_wake() noexcept = 0;
  /// The context has died, and no handler is left.
  virtual void unwind() noexcept = 0;

  void lost() noexcept {
    abandoned_ = true;
    if (last_is_over()) unwind();
  }

  /// One handler is over: was it the last? That one alone may touch the tree. A handler that was
  /// called is over only after its turn.
  bool last_is_over() noexcept { return --handlers_ == 0; }

  bool any_lost() const noexcept { return lost_; }

  void post_lost() noexcept {  // in the order in which they were lost
    work_item* first = nullptr;
    for (work_item* j = lost_.exchange(nullptr); j;) {
      work_item* const earlier = std::exchange(j->next, first);
      first = std::exchange(j, earlier);
    }
    while (first) post_event(*std::exchange(first, first->next));
  }

  bool attending_ = false;  // `run` is about to see, or sees, what is posted
 private:
  asio_scheduler(serial_executor executor, frame_cache::owner frames)
      : run_loop(frames.get()), executor_(std::move(executor)), frames_(std::move(frames)) {}

  serial_executor executor_;
  frame_cache::owner frames_;
  std::atomic<std::size_t> handlers_ = 0;
  std::atomic<work_item*> lost_ = nullptr;  // the events of handlers that were lost
  std::atomic<bool> abandoned_ = false;
};

/// Null, if the tree does not run on this Asio.
inline asio_scheduler* asio_scheduler_of(const environment& here) noexcept {
  return dynamic_cast<asio_scheduler*>(here.where);
}

inline error not_on_asio() {
  return error(std::make_error_code(std::errc::operation_not_supported),
               "an Asio operation outside of a task tree that runs on this Asio");
}

/// A handler of the scheduler's own, which calls `Called`. Its memory is reserved.
template <class Root, void (Root::*Called)()> class own_handler {
 public:
  using allocator_type = reserved_allocator<void>;

  own_handler(Root& root, reserved_block& memory) noexcept : root_(&root), memory_(memory) {
    root.handed_out();
  }

  own_handler(own_handler&& other) noexcept
      : root_(std::exchange(other.root_, nullptr)), memory_(other.memory_) {}

  ~own_handler() {
    if (!root_) return;
    if (being_handed_out() == memory_.block) root_->taken_back();
    else root_->lost();
  }

  allocator_type get_allocator() const noexcept { return memory_; }

  template <class... Ignored> void operator()(const Ignored&...) {
    Root& root = *std::exchange(root_, nullptr);
    (root.*Called)();
  }

 private:
  Root* root_;
  allocator_type memory_;
};

/// The scheduler of one tree. Who derives from it has the task, and what comes after.
class asio_root : public asio_scheduler {
 public:
  /// Begins, by post.
  void post_begin() { post_to_us<&asio_root::on_begin>(wake_memory_); }

  void post_stop() override { post_to_us<&asio_root::on_stop>(stop_memory_); }

 protected:
  explicit asio_root(serial_executor e) : asio_scheduler(std::move(e)), timer_(executor()) {}

  ~asio_root() = default;

  virtual start_result begin(environment, work_item& waiter) = 0;
  /// The tree has ended, and no handler is left: delivers, and destroys this.
  virtual void finish() = 0;
  /// The same where the backend has died: destroys this.
  virtual void destroy() noexcept = 0;
  /// No stop may be posted any more.
  virtual void close_line() noexcept = 0;

  /// Also for a beginning that the executor refused; a strand may keep its handler then, and the
  /// tree with it.
  void unwind() noexcept override {
    handed_out();  // to nobody, while a stop may still be posted, whose handler then is the last
    close_line();
    if (!last_is_over()) return;
    attending_ = true;
    give_up();
    std::size_t all = std::numeric_limits<std::size_t>::max();
    run_items(all);
    destroy();  // a tree that awaits somebody else's awaitable is destroyed where it stands
  }

 private:
  template <class Root, void (Root::*)()> friend class own_handler;
  static constexpr std::size_t items_per_handler = 512;

  template <void (asio_root::*Called)()> void post_to_us(reserved_block& memory) {
    const hand_out_scope handing_out(memory);
    asio::post(executor(), own_handler<asio_root, Called>(*this, memory));
  }

  void on_begin() { this->react_to(begin_); }

  void on_stop() { this->react_to(stop_now_); }

  void on_wake() {
    wake_posted_ = false;
    run();
  }

  void on_posted_wake() { run(); }

  void on_timer() {
    waiting_ = false;
    run();
  }

  void run() override {
    if (running()) return taken_back();  // the turn that is running will come to it
    attending_ = true;
    bool idle = false;
    do {
      post_lost();
      if (abandoned()) give_up();
      idle = run_turns();
    } while (any_lost() || (abandoned() && !gave_up_));
    attending_ = false;
    if (ended_) return end();
    const over_at_exit ours{*this};
    if (!idle) wake();
    wait_for_timer();
  }

  struct over_at_exit {
    ~over_at_exit() {
      if (root.last_is_over()) root.unwind();
    }

    asio_root& root;
  };

  bool run_turns() noexcept {
    std::size_t budget = items_per_handler;
    while (run_items(budget)) {
      if (!next_timer() || next_timer()->due > now()) return true;
      fire_timer();
    }
    return false;
  }

  void wake() noexcept override try {
    if (attending_ || std::exchange(wake_posted_, true)) return;
    post_to_us<&asio_root::on_wake>(wake_memory_);
  } catch (...) {
    wake_posted_ = false;  // the executor has thrown: the next handler will see to it
  }

  bool post_wake() noexcept override try {
    post_to_us<&asio_root::on_posted_wake>(lost_memory_);
    return true;
  } catch (...) { return false; }

  void wait_for_timer() noexcept try {
    const time_point due = next_timer() ? next_timer()->due : time_point::max();
    if (waiting_) {  // an earlier time: the handler comes at once, and we wait again
      if (due < waiting_until_) timer_.cancel();
      return;
    }
    timer_.expires_at(due);
    const hand_out_scope handing_out(timer_memory_);
    timer_.async_wait(own_handler<asio_root, &asio_root::on_timer>(*this, timer_memory_));
    waiting_until_ = due;
    waiting_ = true;
  } catch (...) {
    wake();  // Asio's list of timers has found no memory: as soon as can be, again
  }

  /// Ours are the last handlers: `finish` waits for them, since they point here.
  void end() {
    if (!std::exchange(ending_, true)) {
      close_line();
      if (waiting_) timer_.cancel();
    }
    if (!last_is_over()) return;
    if (abandoned()) destroy();
    else finish();
  }

  void give_up() noexcept {
    gave_up_ = true;
    post_lost();
    abandonment.request_stop();
    stop_.request_stop();
  }

  template <void (asio_root::*Run)()> struct calls : work_item {
    explicit calls(asio_root& r) noexcept
        : work_item([](work_item& self) noexcept { (static_cast<calls&>(self).root.*Run)(); }),
          root(r) {}

    asio_root& root;
  };

  void run_begin() {
    if (begin({stop_.token(), this}, end_) == start_result::ended) run_end();
  }

  void run_stop() { stop_.request_stop(); }

  void run_end() { ended_ = true; }

  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, serial_executor>
      timer_;
  stop_source stop_{abandonment.token()};
  calls<&asio_root::run_begin> begin_{*this};
  calls<&asio_root::run_stop> stop_now_{*this};
  calls<&asio_root::run_end> end_{*this};
  time_point waiting_until_{};
  bool waiting_ = false, wake_posted_ = false, ended_ = false, ending_ = false, gave_up_ = false;
  reserved_block wake_memory_, lost_memory_, timer_memory_, stop_memory_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
