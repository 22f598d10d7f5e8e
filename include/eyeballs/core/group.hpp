// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once
// The engine under `race`, `join` and `timeout`: several children, one end. A child's end is taken,
// and its frame destroyed, from the ready queue or where its start has returned, never inside its
// own suspend. A stop passes each group through the ready queue, so nothing recurses, and it counts
// from its place there, as the children's ends do. The group ends when all started ones have ended.
#include <iterator>
#include <optional>
#include <tuple>
#include "task.hpp"
namespace eyeballs::detail {
/// A child's place in a group, and its waiter: how it ended, and why it failed.
struct slot : job {
  using job::job;
  enum { pending, value, failed, stopped } how = pending;
  const error* why = nullptr;
  struct group* owner = nullptr;
};
/// Starts, stops and awaits children; who derives from it says what their ends mean.
struct group : private stop_listener, protected job {
  bool stopped() const noexcept { return stopped_; }
  group() noexcept : stop_listener(&told), job(&pass_on) {}
  group(group&&) noexcept : group() {}
  slot* first_ = nullptr;  // to decide
  bool stop_came_ = false;
  virtual bool decides(const slot&) const noexcept = 0;  // the first that does stops the others
  virtual bool stopped_undecided() noexcept = 0;         // when all have ended, and none decided
  template <class Slots> bool start(environment here, job& waiter, Slots& slots) noexcept {
    if (!listen(here.stop)) return stopped_ = true;
    here_ = here;
    waiter_ = &waiter;
    children_.emplace(here.stop);
    each(slots, [this](auto& s) {
      if (first_ || passing_on_) return false;
      ++running_;
      s.start(*this, {children_->token(), here_.where});
      return true;
    });
    stop_came_ = passing_on_ && !running_;
    return over();
  }
  bool count(slot& s) noexcept {  // a child's end; false: a late one, which is dropped
    --running_;
    if (!decides(s)) return true;
    if (first_) return false;
    first_ = &s;
    return children_->request_stop(), true;
  }
  bool over() noexcept {
    if (running_ || passing_on_) return false;
    forget();
    stopped_ = first_ ? first_->how == slot::stopped : stopped_undecided();
    return true;
  }
  void go_on() noexcept {
    if (over()) here_.where->post(*waiter_);
  }
  static void told(stop_listener& self) noexcept {
    auto& g = static_cast<group&>(self);
    g.passing_on_ = true;
    g.here_.where->post(g);
  }
  static void pass_on(job& self) noexcept {
    auto& g = static_cast<group&>(self);
    g.passing_on_ = false;
    g.stop_came_ |= g.running_ > 0;
    g.children_->request_stop();
    g.go_on();
  }
  environment here_;
  job* waiter_ = nullptr;
  std::optional<stop_source> children_;
  std::size_t running_ = 0;
  bool passing_on_ = false, stopped_ = false;
};
/// Holds a child, and then its end.
template <operation A> struct slot_of : slot {
  using value_type = typename A::value_type;
  explicit slot_of(A&& child) : slot(&ended), state_(std::in_place_index<0>, std::move(child)) {}
  void start(group& g, environment here) noexcept try {
    owner = &g;
    if (std::get<0>(state_).start(here, *this)) take();
  } catch (...) { keep(error::current()); }
  result<value_type> take_value() { return std::get<1>(std::move(state_)).as_result(); }
  static void ended(job& self) noexcept {
    auto& s = static_cast<slot_of&>(self);
    s.take();
    s.owner->go_on();
  }
  void take() noexcept try {
    A& child = std::get<0>(state_);
    child.stopped() ? keep(eyeballs::stopped) : keep(child.take());
  } catch (...) { keep(error::current()); }
  void keep(outcome<value_type> end) noexcept {
    how = end.has_value() ? value : end.has_error() ? failed : stopped;
    const auto& kept = state_.template emplace<1>(std::move(end));
    why = kept.has_error() ? &kept.error() : nullptr;
    if (!owner->count(*this)) state_.template emplace<1>(eyeballs::stopped);
  }
  std::variant<A, outcome<value_type>> state_;
};

template <class Range> concept range_of_awaitables =
    !ours<Range> && requires(Range& r) { std::begin(r), std::end(r); };

/// Slots for children, or for a range of them: operations are moved out of a range that is ours.
template <class... As> auto slots_of(As&&... as) {
  return std::tuple<slot_of<operation_of<As>>...>(as_operation(std::forward<As>(as))...);
}
template <range_of_awaitables Range> auto slots_of(Range&& range) {
  using reference = decltype(*std::begin(range));
  constexpr bool moves =
      !std::is_lvalue_reference_v<Range> && operation<std::remove_cvref_t<reference>>;
  using element = std::conditional_t<moves, std::remove_reference_t<reference>&&, reference>;
  std::vector<slot_of<operation_of<element>>> slots;
  for (auto&& e : range) slots.emplace_back(as_operation(static_cast<element&&>(e)));
  return slots;
}
/// Calls `f` with the slots in order, while it returns true. True if it always did.
template <class... As, class F> bool each(std::tuple<slot_of<As>...>& slots, F f) {
  return std::apply([&](auto&... s) { return (f(s) && ...); }, slots);
}
template <class A, class F> bool each(std::vector<slot_of<A>>& slots, F f) {
  for (auto& s : slots)
    if (!f(s)) return false;
  return true;
}
}  // namespace eyeballs::detail
