// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Makes one logical thread of the user's executor, for one tree of tasks: a gate, and a wake-up that
// is posted where somebody enters on a thread that is not the executor's.
//
//   event                                 nobody is in                      somebody is in
//   ------------------------------------  --------------------------------  -----------------------
//   a handler is called on the executor   it and its turn run in place      its event is left
//   a handler is called elsewhere, or     its event is left, and a wake-up  its event is left
//   dropped; a stop; a thread's result    is posted, which is in
//   the wake-up is called                                                   turns run
//   the wake-up is destroyed uncalled                                       the tree is abandoned
//   the context dies                      the tree is abandoned             nothing: the wake-up
//                                                                           will be destroyed
//
// So one wake-up is on its way at most, in memory held beforehand. Who is in, and not on the
// executor, holds a lease of the context, or the context has died.
//
// A strand outlives its tree, for those who still have its executor: its gate is closed then.

#include <atomic>
#include <exception>
#include <system_error>
#include <utility>

#include "context_lease.hpp"
#include "gate.hpp"
#include "hand_out_scope.hpp"
#include "live_trees.hpp"
#include "reserved_memory.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class strand_entry;
class tree_strand;
class wake_up;

/// The tree, as its strand sees it. Who is in calls it, and has left then, or the tree has ended.
class strand_user {
 public:
  /// On the executor: runs what there is to run. It may also stay in, with a wake-up on its way.
  /// Throws what the tree's handler throws.
  virtual void run() = 0;

  /// The context has died.
  virtual void abandon() noexcept = 0;

  /// The executor has refused a wake-up. The tree ends if nothing is on its way that would enter.
  virtual void on_refusal() noexcept = 0;

  /// Has not left then.
  virtual void on_stop() noexcept = 0;

 protected:
  ~strand_user() = default;
};

/// While one of these lives, this thread is in.
class strand_scope {
 public:
  explicit strand_scope(const tree_strand& s) noexcept
      : strand_(s), outer_(std::exchange(current(), this)) {}

  strand_scope(const strand_scope&) = delete;

  ~strand_scope() { current() = outer_; }

  static bool is_inside(const tree_strand& s) noexcept {
    return current() && &current()->strand_ == &s;
  }

  /// Of a function that has thrown `why`, and was called by one that must not.
  static void keep(std::exception_ptr why) noexcept {
    if (!current()->thrown_) current()->thrown_ = std::move(why);
  }

  void rethrow() {
    if (thrown_) std::rethrow_exception(std::move(thrown_));
  }

 private:
  static strand_scope*& current() noexcept {
    static thread_local strand_scope* scope = nullptr;
    return scope;
  }

  const tree_strand& strand_;
  strand_scope* outer_;
  std::exception_ptr thrown_;
};

class tree_strand : public live_tree {
 public:
  /// Whether an event is sure to be run, or a wake-up was refused and somebody has to try again.
  enum class wake_result : bool { done, refused };

  asio::execution_context& context() const noexcept { return context_; }

  bool is_inside() const noexcept { return strand_scope::is_inside(*this); }

  // Any thread may call these, with a reference of its own: the tree may be gone then.

  void add_reference() noexcept { references_.fetch_add(1, std::memory_order_relaxed); }

  void release() noexcept {
    if (references_.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy();
  }

  context_leases& leases() noexcept { return leases_; }

  /// Has `event` run by who is in, outside of a turn. If the executor refuses, the tree sees to it.
  void push(work_item& event) noexcept {
    const context_lease lease(leases_);
    if (gate_.push(event) == passage::entered) wake(lease);
  }

  /// The same for who will call `try_wake` until it is done.
  wake_result try_push(work_item& event) noexcept {
    const context_lease lease(leases_);
    return gate_.push(event) == passage::entered ? try_wake(lease) : wake_result::done;
  }

  wake_result try_wake() noexcept {
    const context_lease lease(leases_);
    return gate_.enter() == passage::entered ? try_wake(lease) : wake_result::done;
  }

  /// Asks the tree to stop. Throws what the executor throws, and may be called again then. Not by
  /// two threads at once.
  void ask_to_stop() {
    const context_lease lease(leases_);
    const bool is_queued = std::exchange(stop_is_asked_, true);
    const passage p = is_queued ? gate_.enter() : gate_.push(stop_);
    if (p != passage::entered) return;
    if (!lease) return abandon();
    const handing h = hand_out_wake_up();
    if (!h.refused) return;
    gate_.leave_events();
    std::rethrow_exception(h.thrown);
  }

  /// On the executor: calls `f` and runs its turn in place, if nobody is in; or leaves it for who
  /// is. Elsewhere, and after the tree's end, see the table.
  template <class F> void dispatch(F&& f);

  /// Has `f` run later, when other handlers of the executor have had their turn.
  template <class F> void post(F&& f);

  /// The same as `dispatch`, for what was posted.
  void dispatch(strand_entry& entry);

  // The tree calls these. From the beginning it is in, and has a reference.

  void begin(strand_user& user) {
    auto& trees = asio::use_service<live_trees>(context_);
    user_ = &user;
    trees_ = &trees;
    trees.add(*this);
  }

  /// Has it run for the first time. If the executor refuses, it throws, and the tree is gone. (An
  /// executor may throw, and keep the wake-up all the same. Then the tree goes with that.)
  void post_beginning() {
    const context_lease lease(leases_);
    if (!lease) return abandon();
    const handing h = hand_out_wake_up();
    if (h.refused) abandon();
    if (h.thrown) std::rethrow_exception(h.thrown);
  }

  /// With a lease, or on the executor: a wake-up for who stays in.
  wake_result stay_in() noexcept {
    return hand_out_wake_up().refused ? wake_result::refused : wake_result::done;
  }

  /// What becomes of functions that were left: on the executor they are called.
  enum class functions : bool { dropped, called };

  /// Runs what was left. Returns how many there were.
  std::size_t run_events(functions what) noexcept {
    functions_ = what;
    return run_all(gate_.take());
  }

  leaving leave() noexcept { return gate_.leave(); }

  functions fate_of_functions() const noexcept { return functions_; }

  /// Sees to it that it runs at `due` or before. Throws if there is no memory.
  virtual void arm(time_point due) = 0;

  virtual bool is_armed() const noexcept = 0;

  /// The tree has ended, and its reference is to be released.
  void end() noexcept {
    {
      const context_lease lease(leases_);
      if (lease) {
        if (trees_) trees_->remove(*this);
        let_go();
      }
    }
    user_ = nullptr;
    functions_ = functions::dropped;
    run_all(gate_.close());
  }

 protected:
  explicit tree_strand(asio::execution_context& c) noexcept : context_(c) {}

  ~tree_strand() = default;

  reserved_block& timer_memory() noexcept { return timer_memory_; }

 private:
  friend wake_up;

  /// What became of a handler that was handed to the executor. Refused, there is an exception.
  struct handing {
    bool refused;
    std::exception_ptr thrown;
  };

  /// Whether this thread runs the executor. By who is in, with a lease.
  virtual bool is_here() const noexcept = 0;

  /// Hands it to the executor.
  virtual void post_wake_up(wake_up&&) = 0;

  /// Has it dispatched by the executor, or dropped; also if it throws.
  virtual void post_entry(strand_entry&) = 0;

  /// Destroys whatever points to the context.
  virtual void let_go() noexcept = 0;

  virtual void destroy() noexcept = 0;

  // What is told of the context's death.

  void keep() noexcept override { add_reference(); }

  void on_context_death() noexcept override {
    leases_.end();
    let_go();
    if (gate_.enter() == passage::entered) abandon();
    release();
  }

  // By who is in, and leaves.

  void run() {
    strand_scope here(*this);
    user_->run();
    here.rethrow();
  }

  void wake(const context_lease& lease) noexcept {
    if (!lease) return abandon();
    if (hand_out_wake_up().refused) refuse();
  }

  wake_result try_wake(const context_lease& lease) noexcept {
    if (!lease) return abandon(), wake_result::done;
    if (!hand_out_wake_up().refused) return wake_result::done;
    gate_.leave_events();
    return wake_result::refused;
  }

  void abandon() noexcept {
    const strand_scope here(*this);
    user_->abandon();
  }

  void refuse() noexcept {
    const strand_scope here(*this);
    user_->on_refusal();
  }

  inline handing hand_out_wake_up() noexcept;

  void wake_or_throw() {
    const handing h = hand_out_wake_up();
    if (!h.refused) return;
    refuse();
    std::rethrow_exception(h.thrown);
  }

  /// `before`: whether the caller is in already. With a lease.
  template <class F> void leave_function(F&& f, passage before);

  template <class F> static void drop(F&& f) { const std::decay_t<F> dropped(std::forward<F>(f)); }

  static std::size_t run_all(work_item* events) noexcept {
    std::size_t count = 0;
    for (; events; ++count) {
      work_item& event = *events;
      events = event.next;
      event.run(event);
    }
    return count;
  }

  class stop_event : public work_item {
   public:
    explicit stop_event(tree_strand& s) noexcept : work_item(&arrived), strand_(s) {}

   private:
    static void arrived(work_item& self) noexcept {
      strand_user* const user = static_cast<stop_event&>(self).strand_.user_;
      if (user) user->on_stop();
    }

    tree_strand& strand_;
  };

  gate gate_;
  context_leases leases_;
  std::atomic<std::uint32_t> references_ = 0;
  asio::execution_context& context_;
  strand_user* user_ = nullptr;  // null once the tree has ended
  live_trees* trees_ = nullptr;
  stop_event stop_{*this};
  bool stop_is_asked_ = false;
  functions functions_ = functions::dropped;
  reserved_block wake_memory_;
  reserved_block timer_memory_;
};

/// A reference to a strand.
class strand_ptr {
 public:
  explicit strand_ptr(tree_strand& s) noexcept : strand_(&s) { s.add_reference(); }

  strand_ptr(const strand_ptr& other) noexcept : strand_ptr(*other.strand_) {}

  strand_ptr(strand_ptr&& other) noexcept : strand_(std::exchange(other.strand_, nullptr)) {}

  strand_ptr& operator=(strand_ptr other) noexcept {
    std::swap(strand_, other.strand_);
    return *this;
  }

  ~strand_ptr() {
    if (strand_) strand_->release();
  }

  explicit operator bool() const noexcept { return strand_ != nullptr; }

  tree_strand* operator->() const noexcept { return strand_; }

  tree_strand& operator*() const noexcept { return *strand_; }

  bool operator==(const strand_ptr&) const noexcept = default;

 private:
  tree_strand* strand_;  // null if it was moved from
};

/// What a strand posts to its executor.
class wake_up {
 public:
  using allocator_type = reserved_allocator<void>;

  explicit wake_up(tree_strand& s) noexcept : strand_(s), memory_(s.wake_memory_) {}

  wake_up(wake_up&&) = default;

  ~wake_up() {
    if (!strand_ || hand_out_scope::note_refusal(memory_.block())) return;
    const context_lease lease(strand_->leases_);
    strand_->abandon();
  }

  allocator_type get_allocator() const noexcept { return memory_; }

  void operator()() {
    const strand_ptr strand(std::move(strand_));
    strand->run();
  }

 private:
  strand_ptr strand_;      // null once it was called, or moved from
  allocator_type memory_;  // of which Asio asks then, too
};

tree_strand::handing tree_strand::hand_out_wake_up() noexcept {
  const hand_out_scope handing_out(wake_memory_);
  std::exception_ptr thrown;
  try {
    post_wake_up(wake_up(*this));
  } catch (...) { thrown = std::current_exception(); }
  const bool refused = handing_out.refused();
  if (refused && !thrown)
    thrown = std::make_exception_ptr(
        std::system_error(std::make_error_code(std::errc::operation_canceled), "executor"));
  return {refused, std::move(thrown)};
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
