// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The engine under `race` and `join`: several children, one end.
//
// A child's end is taken, and its frame destroyed, from the ready queue or where its start has
// returned, never inside its own suspend. A stop reaches each group below through the ready queue,
// so nothing recurses; and it counts from its place there, as the children's ends do: the order of
// the two is the order in which they came. The group ends when all that were started have ended.

#include <iterator>
#include <optional>
#include <tuple>

#include "task.hpp"

namespace eyeballs::detail {

class group;

/// A child's place in a group, and its waiter.
class slot : public job {
 public:
  virtual bool start(environment) noexcept = 0;   // true: has ended
  virtual void take() noexcept = 0;               // keeps the end, destroys the child
  virtual void drop() noexcept = 0;               // destroys the value
  virtual const error* why() const noexcept = 0;  // after an error

  enum { pending, value, failed, stopped } how = pending;
  group* owner = nullptr;

 protected:
  slot() noexcept : job(&ended) {}
  slot(const slot&) noexcept : slot() {}
  ~slot() = default;
  static void ended(job& self) noexcept;
};

template <operation A>
class slot_of final : public slot {
  using T = typename A::value_type;

 public:
  explicit slot_of(A&& child) : state_(std::in_place_index<0>, std::move(child)) {}
  slot_of(slot_of&&) = default;

  /// The value, which must be there.
  result<T> take_value() { return std::move(end()).as_result(); }

 private:
  bool start(environment here) noexcept override try {
    return std::get<0>(state_).start(here, *this);
  } catch (...) {
    return become(error::current()), true;
  }
  void take() noexcept override try {
    if (state_.index() == 1) return;
    A& child = std::get<0>(state_);
    child.stopped() ? drop() : become(child.take());
  } catch (...) {
    become(error::current());
  }
  void drop() noexcept override { become(eyeballs::stopped); }
  const error* why() const noexcept override { return &std::get<1>(state_).error(); }

  void become(outcome<T> end) noexcept {
    how = end.has_value() ? value : end.has_error() ? failed : stopped;
    state_.template emplace<1>(std::move(end));
  }
  outcome<T>& end() noexcept { return std::get<1>(state_); }
  std::variant<A, outcome<T>> state_;
};

/// Starts, stops and awaits children; who derives from it says what their ends mean.
class group : stop_listener, protected job {
 public:
  bool stopped() const noexcept { return stopped_; }

 protected:
  group() noexcept : stop_listener(&told), job(&pass_on) {}
  group(group&&) noexcept : group() {}
  ~group() = default;

  virtual bool settles(slot&) noexcept = 0;  // a child has ended: may the others stop?
  virtual bool ends_stopped() noexcept = 0;  // all have ended
  bool stop_came() const noexcept { return stop_came_; }

  template <class Slots>
  bool start(environment here, job& waiter, Slots& slots) noexcept {
    if (!listen(here.stop)) return stopped_ = true;
    here_ = here;
    waiter_ = &waiter;
    children_.emplace(here.stop);
    slots.each([this](slot& s) {
      if (settled_ || passing_on_) return false;
      ++running_;
      s.owner = this;
      if (s.start({children_->token(), here_.where})) take(s);
      return true;
    });
    return !passing_on_ && over();
  }

 private:
  friend slot;

  void take(slot& s) noexcept {
    s.take();
    --running_;
    if (settles(s) && !std::exchange(settled_, true)) children_->request_stop();
  }
  bool over() noexcept {
    if (running_) return false;
    stopped_ = ends_stopped();
    forget();
    return over_ = true;
  }
  void child_ended(slot& s) noexcept {
    take(s);
    if (over() && !passing_on_) here_.where->post(*waiter_);
  }
  static void told(stop_listener& self) noexcept {
    auto& g = static_cast<group&>(self);
    g.passing_on_ = true;
    g.here_.where->post(g);
  }
  static void pass_on(job& self) noexcept {
    auto& g = static_cast<group&>(self);
    g.passing_on_ = false;
    if (!g.over_) {
      g.stop_came_ = true;
      g.children_->request_stop();
      g.over();
    }
    if (g.over_) g.here_.where->post(*g.waiter_);
  }

  environment here_;
  job* waiter_ = nullptr;
  std::optional<stop_source> children_;
  std::size_t running_ = 0;
  bool settled_ = false, passing_on_ = false, stop_came_ = false, over_ = false, stopped_ = false;
};

inline void slot::ended(job& self) noexcept {
  auto& s = static_cast<slot&>(self);
  s.owner->child_ended(s);
}

/// The type of one of several values: the one that all share, or a variant by position.
template <class... Ts>
struct one_of : std::type_identity<void> {};
template <class T, class... Ts>
struct one_of<T, Ts...>
    : std::conditional<(std::is_same_v<T, Ts> && ...), T, std::variant<stored<T>, stored<Ts>...>> {
};

/// The children of a variadic form.
template <operation... As>
class slots_of {
 public:
  using one = typename one_of<typename As::value_type...>::type;
  using all = std::tuple<stored<typename As::value_type>...>;

  template <class... Args>
  explicit slots_of(std::in_place_t, Args&&... args)
      : slots_(slot_of<As>(as_operation(std::forward<Args>(args)))...) {}

  template <class F>
  void each(F f) {
    std::apply([&](auto&... s) { (void)(f(s) && ...); }, slots_);
  }
  template <std::size_t I = 0>
  result<one> value_of(slot& winner) {
    if constexpr (I + 1 < sizeof...(As))
      if (&winner != &std::get<I>(slots_)) return value_of<I + 1>(winner);
    if constexpr (sizeof...(As) > 0) {
      auto value = std::get<I>(slots_).take_value();
      if constexpr (std::is_same_v<decltype(value), result<one>>)
        return value;
      else
        return one(std::in_place_index<I>, std::move(value).keep());
    } else {
      return {};
    }
  }
  result<all> values() {
    return std::apply([](auto&... s) { return all(s.take_value().keep()...); }, slots_);
  }

 private:
  std::tuple<slot_of<As>...> slots_;
};

template <class Range>
concept range_of_awaitables = !ours<Range> && requires(Range& r) {
  std::begin(r);
  std::end(r);
};

/// The children of a ranged form, taken out of the range at the call: operations are moved out of a
/// range that is ours, variables are referred to.
template <class Range>
class slots_in {
  using reference = decltype(*std::begin(std::declval<Range&>()));
  using element = std::conditional_t<std::is_lvalue_reference_v<Range> ||
                                         !operation<std::remove_cvref_t<reference>>,
                                     reference, std::remove_reference_t<reference>&&>;
  using child = slot_of<operation_of<element>>;

 public:
  using one = typename operation_of<element>::value_type;
  using all = std::vector<stored<one>>;

  slots_in(std::in_place_t, Range&& range) {
    for (auto&& e : range) slots_.emplace_back(as_operation(static_cast<element>(e)));
  }
  template <class F>
  void each(F f) {
    for (child& s : slots_)
      if (!f(s)) return;
  }
  result<one> value_of(slot& winner) { return static_cast<child&>(winner).take_value(); }
  result<all> values() {
    all v;
    v.reserve(slots_.size());
    for (child& s : slots_) v.push_back(s.take_value().keep());
    return v;
  }

 private:
  std::vector<child> slots_;
};

}  // namespace eyeballs::detail
