// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The engine under `race`, `join` and `timeout`: several children, one end. A group is in one of
// five phases:
//
//   phase        event                            next         what is done
//   -----------  -------------------------------  -----------  -----------------------------------
//   starting     the stop has come before         ended        no child is started
//   starting     a stop comes                     stop_queued  no further child is started, and the
//                                                              stop is posted to the ready queue
//   starting     all that are wanted are started  running
//   starting     ... and all of them have ended   ended        `start` says that it has ended
//   running      a stop comes                     stop_queued  the stop is posted
//   running      the last child ends              ended        the waiter is posted
//   stop_queued  a child ends, even the last one  stop_queued  (the posted stop still points here)
//   stop_queued  the posted stop runs             stopping     the children are asked to stop
//   stop_queued  ... and no child is running      ended        the waiter is posted
//   stopping     the last child ends              ended        the waiter is posted
//
// How a group ends is up to its rule, which is that of `race`, `join` or `timeout`:
//
// * A child has ended, in whichever phase. If the rule says that this decides, the group will end
//   as this child did: the others are asked to stop, and no further one is started. The phase
//   stays. Whoever would have decided later is dropped.
// * The stop is passed on, and finds children running of which none has decided: then it came
//   first. (Likewise if it comes while children are started, and all of these have ended.) That
//   decides nothing by itself. But the rule asks for it: after a stop no child decides a `join` or
//   a `timeout`, while a success still decides a `race`.
// * All children have ended, and none has decided: who derives from the group tells the end.
//
// A stop from above goes through the ready queue at each group. So stops do not recurse, and a stop
// and a child's end are ordered by their places in that queue. A child's frame is destroyed from
// the queue, or after its start has returned, and never inside its own suspend.

#include <optional>

#include "../operation.hpp"

namespace eyeballs::detail {

/// How a child ended, or the whole group. `pending`: it has not.
enum class ending : unsigned char { pending, value, error, stopped };

/// Which child decides how the group ends.
enum class rule : unsigned char {
  first_value,              ///< `race`
  first_error_before_stop,  ///< `join`
  first_end_before_stop,    ///< `timeout`
};

/// Whether what a child has ended with is kept, or dropped since it came too late to decide.
enum class arrival : unsigned char { kept, dropped };

/// A child as the group sees it: the item that it posts at its end.
using child = work_item;

/// Who came first: a child that decides, or the stop.
enum class came_first : unsigned char { nobody, a_child, the_stop };

/// What came first. Of a child: how it ended, which it is, and why it failed.
struct decision {
  came_first by = came_first::nobody;
  ending how = ending::pending;
  child* who = nullptr;
  const error* why = nullptr;
};

/// Starts, stops and awaits children. Whoever derives from it holds them. The phases are explained
/// above.
struct group : private stop_listener, protected work_item {
  enum class phase : unsigned char { starting, running, stop_queued, stopping, ended };

  phase current_phase() const noexcept { return phase_; }

  /// A child has ended. `why` is its error, if it failed.
  arrival child_ended(child& c, ending how, const error* why) noexcept {
    --running_;
    if (!decides(how)) return arrival::kept;
    if (decision_.by == came_first::a_child) return arrival::dropped;
    decision_ = {came_first::a_child, how, &c, why};
    children_stop_->request_stop();
    return arrival::kept;
  }

  /// To be called when a child has ended, but not within its start.
  void post_waiter_if_ended() noexcept {
    if (running_ > 0 || phase_ == phase::stop_queued) return;
    finish();
    here_.where->post(*waiter_);
  }

 protected:
  explicit group(rule r) noexcept : stop_listener(&on_stop), work_item(&on_posted_stop), rule_(r) {}

  group(group&& other) noexcept : group(other.rule_) {}  // it has not started

  ~group() = default;

  /// Starts the children in `slots`, in order, as far as they are wanted. `each` is found beside
  /// the type of the slots.
  template <class Slots>
  start_result start_children(environment here, work_item& waiter, Slots& slots) noexcept {
    if (!listen(here.stop)) {
      phase_ = phase::ended;
      decision_.by = came_first::the_stop;
      return start_result::ended;
    }
    here_ = here;
    waiter_ = &waiter;
    children_stop_.emplace(here.stop);

    each(slots, [this](auto& c) {
      if (phase_ != phase::starting || decider()) return false;
      ++running_;
      c.start(*this, {children_stop_->token(), here_.where});
      return true;
    });

    if (phase_ == phase::stop_queued) {  // it came while children were started
      if (running_ == 0 && decision_.by == came_first::nobody) decision_.by = came_first::the_stop;
      return start_result::pending;
    }
    phase_ = phase::running;
    if (running_ > 0) return start_result::pending;
    finish();
    return start_result::ended;
  }

  bool stop_came_first() const noexcept { return decision_.by == came_first::the_stop; }

  /// Whether the stop had come before.
  bool refused() const noexcept { return !children_stop_; }

  /// How the child has ended that decided; `pending`, if none has.
  ending decided() const noexcept { return decision_.how; }

  child* decider() const noexcept { return decision_.who; }  ///< Null, if no child has decided.

  const error* why() const noexcept { return decision_.why; }  ///< The decider's.

 private:
  static void on_stop(stop_listener& self) noexcept { static_cast<group&>(self).queue_stop(); }

  static void on_posted_stop(work_item& self) noexcept { static_cast<group&>(self).pass_stop_on(); }

  bool decides(ending how) const noexcept {
    if (rule_ == rule::first_value) return how == ending::value;
    if (stop_came_first()) return false;
    return rule_ == rule::first_end_before_stop || how == ending::error;
  }

  void queue_stop() noexcept {
    phase_ = phase::stop_queued;
    here_.where->post(*this);
  }

  void pass_stop_on() noexcept {
    phase_ = phase::stopping;
    if (running_ > 0 && decision_.by == came_first::nobody) decision_.by = came_first::the_stop;
    children_stop_->request_stop();
    post_waiter_if_ended();
  }

  void finish() noexcept {
    stop_listening();
    phase_ = phase::ended;
  }

  rule rule_;
  phase phase_ = phase::starting;
  decision decision_;
  std::size_t running_ = 0;  // children that are started and have not ended
  environment here_;
  work_item* waiter_ = nullptr;
  std::optional<stop_source> children_stop_;
};

}  // namespace eyeballs::detail
