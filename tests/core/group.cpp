// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The table of transitions at the head of core/detail/group.hpp: each event in each phase, and what
// becomes of who decided. The queue is worked off by hand here, one item at a time.

#include "eyeballs/core/detail/group.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace eyeballs;
using detail::arrival;
using detail::ending;
using detail::rule;
using detail::work_item;
using phase = detail::group::phase;

namespace {

/// Keeps what is posted until it is asked to run the next item.
struct manual_scheduler : scheduler {
  time_point now() const noexcept override { return {}; }

  void post(work_item& item) noexcept override { queue.push_back(&item); }

  void post_last(work_item&) noexcept override { FAIL("a group posts to the ready queue only"); }

  void post_event(work_item&) noexcept override { FAIL("a group posts to the ready queue only"); }

  void arm(detail::timer&) noexcept override { FAIL("a group arms no timer"); }

  void disarm(detail::timer&) noexcept override { FAIL("a group arms no timer"); }

  void run_next() {
    REQUIRE_FALSE(queue.empty());
    work_item* const item = queue.front();
    queue.pop_front();
    item->run(*item);
  }

  std::deque<work_item*> queue;
};

struct counted_item : work_item {
  counted_item() : work_item(&count) {}

  static void count(work_item& self) noexcept { ++static_cast<counted_item&>(self).runs; }

  int runs = 0;
};

/// A child that ends when the test says so, or within its start.
struct manual_child : work_item {
  manual_child() : work_item([](work_item&) noexcept {}) {}

  void start(detail::group& owner, environment here) {
    owner_ = &owner;
    started = true;
    stop = here.stop;
    if (on_start) on_start->request_stop();
    if (ends_in_start != ending::pending) arrived = owner.child_ended(*this, ends_in_start, &why);
  }

  arrival end(ending how) {
    arrived = owner_->child_ended(*this, how, how == ending::error ? &why : nullptr);
    owner_->post_waiter_if_ended();
    return arrived;
  }

  bool started = false;
  ending ends_in_start = ending::pending;
  stop_source* on_start = nullptr;  // is asked to stop while the child is being started
  stop_token stop;
  arrival arrived = arrival::kept;
  error why{make_error_code(std::errc::connection_refused)};

 private:
  detail::group* owner_ = nullptr;
};

using children = std::vector<manual_child>;

template <class F> bool each(children& all, F f) {
  for (manual_child& c : all)
    if (!f(c)) return false;
  return true;
}

/// The group of a race.
struct open_group : detail::group {
  explicit open_group(rule r = rule::first_value) : group(r) {}

  start_result start(environment here, work_item& waiter, children& all) {
    return start_children(here, waiter, all);
  }

  bool stopped() const { return decider() ? decided() == ending::stopped : stop_came_first(); }

  using group::decider;
  using group::stop_came_first;
  using group::why;
};

/// A group of `count` children under a stop source, and what it waits with.
struct fixture {
  explicit fixture(std::size_t count = 2) : all(count) {}

  start_result start() { return group.start({above.token(), &where}, waiter, all); }

  bool resumed() { return !where.queue.empty() && where.queue.back() == &waiter; }

  manual_scheduler where;
  stop_source above;
  counted_item waiter;
  children all;
  open_group group;
};

/// Brings a group of two children, both pending, into a phase.
void bring_to(fixture& f, phase to) {
  REQUIRE(f.start() == start_result::pending);
  if (to == phase::running) return;
  f.above.request_stop();
  if (to == phase::stop_queued) return;
  f.where.run_next();
}

}  // namespace

TEST_CASE("group: starting -> running, when all children are started") {
  fixture f;
  CHECK(f.group.current_phase() == phase::starting);
  CHECK(f.start() == start_result::pending);
  CHECK(f.group.current_phase() == phase::running);
  CHECK(f.all[0].started);
  CHECK(f.all[1].started);
  CHECK(f.where.queue.empty());
}

TEST_CASE("group: starting -> ended, when all children have ended within their starts") {
  fixture f;
  f.all[0].ends_in_start = ending::error;
  f.all[1].ends_in_start = ending::error;
  CHECK(f.start() == start_result::ended);
  CHECK(f.group.current_phase() == phase::ended);
  CHECK_FALSE(f.group.stopped());
  CHECK(f.where.queue.empty());
}

TEST_CASE("group: starting -> ended, at once and stopped, when the stop had come before") {
  fixture f;
  f.above.request_stop();
  CHECK(f.start() == start_result::ended);
  CHECK(f.group.current_phase() == phase::ended);
  CHECK(f.group.stopped());
  CHECK_FALSE(f.all[0].started);
}

TEST_CASE("group: starting -> ended, of no children") {
  fixture f(0);
  CHECK(f.start() == start_result::ended);
  CHECK(f.group.current_phase() == phase::ended);
}

TEST_CASE("group: starting -> stop_queued, when a stop comes: no further child is started") {
  fixture f;
  f.all[0].on_start = &f.above;
  CHECK(f.start() == start_result::pending);
  CHECK(f.group.current_phase() == phase::stop_queued);
  CHECK_FALSE(f.all[1].started);
  CHECK(f.where.queue.size() == 1);
  CHECK_FALSE(
      f.group.stop_came_first());  // a child is running: the posted stop decides, or the child
}

TEST_CASE("group: a stop that comes in the last start, when no child is running, decides at once") {
  fixture f(1);
  f.all[0].on_start = &f.above;
  f.all[0].ends_in_start = ending::error;
  CHECK(f.start() == start_result::pending);
  CHECK(f.group.current_phase() == phase::stop_queued);
  CHECK(f.group.stop_came_first());
  f.where.run_next();
  CHECK(f.group.current_phase() == phase::ended);
  CHECK(f.group.stopped());
  CHECK(f.resumed());
}

TEST_CASE("group: a child that decides within its start: no further child is started") {
  fixture f;
  f.all[0].ends_in_start = ending::value;
  CHECK(f.start() == start_result::ended);
  CHECK_FALSE(f.all[1].started);
  CHECK(f.group.decider() == &f.all[0]);
}

TEST_CASE("group: running -> stop_queued, when a stop comes: it is posted, no child hears of it") {
  fixture f;
  bring_to(f, phase::running);
  f.above.request_stop();
  CHECK(f.group.current_phase() == phase::stop_queued);
  CHECK(f.where.queue.size() == 1);
  CHECK_FALSE(f.all[0].stop.stop_arrived());
}

TEST_CASE("group: running -> running, when a child ends and another one runs") {
  fixture f;
  bring_to(f, phase::running);
  f.all[0].end(ending::error);
  CHECK(f.group.current_phase() == phase::running);
  CHECK(f.where.queue.empty());
}

TEST_CASE("group: running -> ended, when the last child ends: the waiter is posted") {
  fixture f;
  bring_to(f, phase::running);
  f.all[0].end(ending::error);
  f.all[1].end(ending::error);
  CHECK(f.group.current_phase() == phase::ended);
  CHECK_FALSE(f.group.stopped());
  CHECK(f.resumed());
  f.above.request_stop();  // nobody listens any more
  CHECK(f.group.current_phase() == phase::ended);
  CHECK(f.where.queue.size() == 1);
}

TEST_CASE("group: running, a child decides: the others are asked to stop, and are awaited") {
  fixture f;
  bring_to(f, phase::running);
  CHECK(f.all[1].end(ending::value) == arrival::kept);
  CHECK(f.group.current_phase() == phase::running);
  CHECK(f.group.decider() == &f.all[1]);
  CHECK(f.all[0].stop.stop_arrived());
  CHECK_FALSE(f.resumed());
  CHECK(f.all[0].end(ending::value) == arrival::dropped);  // it would have decided, too late
  CHECK(f.group.current_phase() == phase::ended);
  CHECK(f.group.decider() == &f.all[1]);
  CHECK_FALSE(f.group.stopped());
  CHECK(f.resumed());
}

TEST_CASE("group: stop_queued -> stop_queued, when a child ends, even the last one") {
  fixture f;
  bring_to(f, phase::stop_queued);
  f.all[0].end(ending::error);
  CHECK(f.group.current_phase() == phase::stop_queued);
  f.all[1].end(ending::error);
  CHECK(f.group.current_phase() == phase::stop_queued);
  CHECK_FALSE(f.resumed());
}

TEST_CASE("group: stop_queued -> stopping, when the posted stop runs: it decides, children hear") {
  fixture f;
  bring_to(f, phase::stop_queued);
  f.where.run_next();
  CHECK(f.group.current_phase() == phase::stopping);
  CHECK(f.group.stop_came_first());
  CHECK(f.all[0].stop.stop_arrived());
  CHECK(f.all[1].stop.stop_arrived());
  CHECK_FALSE(f.resumed());
}

TEST_CASE("group: stop_queued -> ended, when the posted stop finds no child: it decides nothing") {
  fixture f;
  bring_to(f, phase::stop_queued);
  f.all[0].end(ending::error);
  f.all[1].end(ending::error);
  f.where.run_next();
  CHECK(f.group.current_phase() == phase::ended);
  CHECK_FALSE(f.group.stop_came_first());  // they had failed before it got its turn
  CHECK_FALSE(f.group.stopped());
  CHECK(f.resumed());
}

TEST_CASE("group: stop_queued, a child decides: the stop that is posted decides no more") {
  fixture f;
  bring_to(f, phase::stop_queued);
  f.all[0].end(ending::value);
  f.where.run_next();
  CHECK(f.group.current_phase() == phase::stopping);
  CHECK_FALSE(f.group.stop_came_first());
  CHECK(f.group.decider() == &f.all[0]);
  f.all[1].end(ending::stopped);
  CHECK_FALSE(f.group.stopped());
}

TEST_CASE("group: stopping -> stopping, when a child ends and another one runs") {
  fixture f;
  bring_to(f, phase::stopping);
  f.all[0].end(ending::stopped);
  CHECK(f.group.current_phase() == phase::stopping);
  CHECK(f.where.queue.empty());
}

TEST_CASE("group: stopping -> ended, when the last child ends: the waiter is posted") {
  fixture f;
  bring_to(f, phase::stopping);
  f.all[0].end(ending::stopped);
  f.all[1].end(ending::stopped);
  CHECK(f.group.current_phase() == phase::ended);
  CHECK(f.group.stopped());
  CHECK(f.resumed());
}

TEST_CASE("group: stopping, a child may overrule the stop, where the policy lets it") {
  fixture f;
  bring_to(f, phase::stopping);
  f.all[0].end(ending::value);
  CHECK(f.group.decider() == &f.all[0]);
  f.all[1].end(ending::stopped);
  CHECK(f.group.current_phase() == phase::ended);
  CHECK_FALSE(f.group.stopped());
}

TEST_CASE("group: the stop is told once: it does nothing in stop_queued, stopping and ended") {
  fixture f;
  bring_to(f, phase::stop_queued);
  f.above.request_stop();
  CHECK(f.where.queue.size() == 1);
  f.where.run_next();
  f.above.request_stop();
  CHECK(f.group.current_phase() == phase::stopping);
  CHECK(f.where.queue.empty());
}

TEST_CASE("group: it ends as the child that decided did, with its error at hand") {
  for (const ending how : {ending::value, ending::error, ending::stopped}) {
    INFO(int(how));
    manual_scheduler where;
    stop_source above;
    counted_item waiter;
    children all(2);
    open_group group(rule::first_end_before_stop);
    REQUIRE(group.start({above.token(), &where}, waiter, all) == start_result::pending);
    all[1].end(how);
    all[0].end(ending::value);
    CHECK(group.current_phase() == phase::ended);
    CHECK(group.stopped() == (how == ending::stopped));
    CHECK(group.why() == (how == ending::error ? &all[1].why : nullptr));
    where.run_next();
    CHECK(waiter.runs == 1);
  }
}
