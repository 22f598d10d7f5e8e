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
#include <utility>

#include "../../runtime/task_root.hpp"
#include "context_lease.hpp"
#include "gate.hpp"
#include "live_trees.hpp"
#include "reserved_memory.hpp"
#include "strand_scope.hpp"
#include "strand_user.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class strand_entry;
class wake_up;

class tree_strand : public live_tree {
 public:
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

  /// Calls `f` and runs its turn, if nobody is in; or leaves it for who is: see the table.
  template <class F> void dispatch(F&& f);

  /// Has `f` run later, when other handlers of the executor have had their turn.
  template <class F> void post(F&& f);

  /// The same as `dispatch`, for what was posted.
  void dispatch(strand_entry& entry);

  // The tree calls these. From the beginning it is in, and has a reference.

  void begin(strand_user& user) {
    user_ = &user;
    trees_.add(*this);
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

  /// Runs what was left. Returns how many there were.
  std::size_t run_events(left_functions what) noexcept {
    functions_ = what;
    return run_all(gate_.take());
  }

  leaving leave() noexcept { return gate_.leave(); }

  left_functions fate_of_functions() const noexcept { return functions_; }

  /// Sees to it that it runs at `due` or before. Throws if there is no memory.
  virtual void arm(time_point due) = 0;
  virtual bool is_armed() const noexcept = 0;

  /// That of the user, without its work. None if it is no any_io_executor, or the context has died.
  virtual asio::any_io_executor users_executor() const = 0;

  /// The tree has ended, and its reference is to be released.
  void end() noexcept {
    {
      const context_lease lease(leases_);
      if (lease) {
        if (trees_.remove(*this)) release();
        let_go();
      }
    }
    user_ = nullptr;
    functions_ = left_functions::dropped;
    run_all(gate_.close());
  }

 protected:
  explicit tree_strand(asio::execution_context& c)
      : context_(c),
        trees_(asio::use_service<live_trees>(c)),
        shared_leases_(trees_.leases()),
        leases_(*shared_leases_.get()) {}

  ~tree_strand() = default;

 private:
  friend wake_up;

  /// What became of a handler that was handed to the executor. Refused, there is an exception.
  struct handing {
    bool refused;
    std::exception_ptr thrown;
  };

  /// Whether this thread runs the executor. By who is in, with a lease.
  virtual bool is_here() const noexcept = 0;

  virtual void post_wake_up(wake_up&&) = 0;

  /// Has it dispatched by the executor, or dropped; also if it throws.
  virtual void post_entry(strand_entry&) = 0;

  /// Destroys whatever points to the context.
  virtual void let_go() noexcept = 0;
  virtual void destroy() noexcept = 0;

  void keep() noexcept override { add_reference(); }

  void on_context_death() noexcept override {
    let_go();
    if (gate_.enter() == passage::entered) abandon();
    release();
  }

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

  EYEBALLS_DECL handing hand_out_wake_up() noexcept;

  void wake_or_throw() {
    const handing h = hand_out_wake_up();
    if (!h.refused) return;
    refuse();
    std::rethrow_exception(h.thrown);
  }

  /// `before`: whether the caller is in already. With a lease.
  template <class F> void leave_function(F&& f, passage before);

  void tell_of_stop() {
    if (user_) user_->on_stop();
  }

  gate gate_;
  std::atomic<std::uint32_t> references_ = 0;
  asio::execution_context& context_;
  live_trees& trees_;  // of the context: gone with it
  const counted_pointer<context_leases> shared_leases_;
  context_leases& leases_;
  strand_user* user_ = nullptr;  // null once the tree has ended
  member_call<tree_strand, &tree_strand::tell_of_stop> stop_{*this};
  bool stop_is_asked_ = false;
  left_functions functions_ = left_functions::dropped;
  reserved_block wake_memory_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#include "strand_ptr.hpp"  // and that includes the wake-up, which is one with the strand
