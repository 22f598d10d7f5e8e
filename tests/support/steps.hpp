// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_STEPS_HPP
#define EYEBALLS_TESTS_SUPPORT_STEPS_HPP

// Small tasks and operations that tests are put together from.

#include <coroutine>
#include <string>
#include <utility>
#include <vector>

#include "timeline.hpp"

namespace support {

/// Yields a value after a time.
template <class T> eyeballs::task<T> after(duration d, T value) {
  co_await eyeballs::sleep(d);
  co_return std::move(value);
}

/// Yields a value after a time, stopped or not.
template <class T> eyeballs::task<T> stubborn(duration d, T value) {
  co_await eyeballs::shield(eyeballs::sleep(d));
  co_return std::move(value);
}

/// Fails after a time.
template <class T = int>
eyeballs::task<T> failing(duration d, std::errc why = std::errc::connection_refused) {
  co_await eyeballs::sleep(d);
  co_await eyeballs::fail(why);
  co_return co_await failing<T>(d, why);  // not reached
}

/// Fails after a time, stopped or not.
template <class T = int>
eyeballs::task<T> stubborn_failing(duration d, std::errc why = std::errc::connection_refused) {
  co_await eyeballs::shield(eyeballs::sleep(d));
  co_await eyeballs::fail(why);
  co_return co_await failing<T>(d, why);  // not reached
}

/// Ends at once.
template <class T> eyeballs::task<T> ready(T value) { co_return std::move(value); }

template <class T = int> eyeballs::task<T> failed(std::errc why = std::errc::connection_refused) {
  co_await eyeballs::fail(why);
  co_return co_await failed<T>(why);  // not reached
}

/// Waits until it is stopped.
template <class T = int> eyeballs::task<T> hanging() {
  co_await eyeballs::never();
  co_return co_await hanging<T>();  // not reached
}

/// Has a limit on its time.
template <class T> eyeballs::task<T> limited(eyeballs::task<T> t, duration limit) {
  co_return co_await eyeballs::timeout(std::move(t), limit);
}

/// Notes its start and its end, whatever the end is.
template <class T> eyeballs::task<T> noted(timeline& log, std::string name, eyeballs::task<T> t) {
  const eyeballs::environment here = co_await eyeballs::current_environment();
  log.note(name + " starts", here);
  note_at_exit end(log, name + " stopped", here);
  auto r = co_await eyeballs::as_result(std::move(t));
  end.dismiss();
  log.note(name + (r ? " ok" : " fails"), here);
  if (!r) co_await eyeballs::fail(std::move(r).error());
  if constexpr (!std::is_void_v<T>) co_return *std::move(r);
}

/// What `reads(v)`, a task<int>, sees of a variable that is set to 7 in the turn in which that task
/// is stopped: before the stop, or after it.
template <class Reads> int seen_beside_a_stop(bool value_first, Reads reads) {
  eyeballs::dataflow_variable<int> v, give_up;
  int seen = 0;
  auto reader = [&]() -> eyeballs::task<int> {
    seen = co_await reads(v);
    co_return seen;
  };
  auto setter = [&]() -> eyeballs::task<> {
    co_await eyeballs::sleep(std::chrono::milliseconds(10));
    if (value_first) v.set(7);
    give_up.set(1);
    v.set(7);
  };
  auto body = [&]() -> eyeballs::task<> {
    auto both = eyeballs::race(reader(), give_up);
    co_await eyeballs::join(std::move(both), setter());
  };
  CHECK(play(body()).ok());
  return seen;
}

/// A list of what can't be copied.
template <class T, class... Ts> std::vector<T> list(T first, Ts... others) {
  std::vector<T> all;
  all.reserve(1 + sizeof...(others));
  all.push_back(std::move(first));
  (all.push_back(std::move(others)), ...);
  return all;
}

/// A wait that ends stopped without having been asked to.
class stops_itself {
 public:
  using value_type = void;

  stops_itself() noexcept {}

  eyeballs::start_result start(eyeballs::environment, eyeballs::detail::work_item&) noexcept {
    return eyeballs::start_result::ended;
  }

  bool stopped() const noexcept { return true; }

  eyeballs::result<void> take() noexcept { return {}; }
};

/// An operation under a stop source of the test's own.
template <eyeballs::operation A> class under {
 public:
  using value_type = typename A::value_type;

  under(eyeballs::stop_source& above, A&& a) : above_(&above), operation_(std::move(a)) {}

  eyeballs::start_result start(eyeballs::environment here, eyeballs::detail::work_item& waiter) {
    return operation_.start({above_->token(), here.where}, waiter);
  }

  bool stopped() const noexcept { return operation_.stopped(); }

  eyeballs::result<value_type> take() { return operation_.take(); }

 private:
  eyeballs::stop_source* above_;
  A operation_;
};

/// Fails, and asks for a stop while it is being started. It has ended in its start, or its end is
/// on its way before the stop is.
class failing_stopper {
 public:
  using value_type = int;

  failing_stopper(eyeballs::stop_source& asked, bool at_once) : asked_(&asked), at_once_(at_once) {}

  eyeballs::start_result start(eyeballs::environment here,
                               eyeballs::detail::work_item& waiter) noexcept {
    if (!at_once_) here.where->post(waiter);
    asked_->request_stop();
    return at_once_ ? eyeballs::start_result::ended : eyeballs::start_result::pending;
  }

  bool stopped() const noexcept { return false; }

  eyeballs::result<int> take() {
    return eyeballs::error(make_error_code(std::errc::connection_refused));
  }

 private:
  eyeballs::stop_source* asked_;
  bool at_once_;
};

/// An operation that throws where one is asked to start, or for its value.
class thrower {
 public:
  enum place { in_start, in_take };

  using value_type = int;

  explicit thrower(place p) noexcept : place_(p) {}

  eyeballs::start_result start(eyeballs::environment, eyeballs::detail::work_item&) {
    if (place_ == in_start) throw 7;
    return eyeballs::start_result::ended;
  }

  bool stopped() const noexcept { return false; }

  eyeballs::result<int> take() { throw 7; }

 private:
  place place_;
};

/// Somebody else's awaitable, resumed from outside.
template <class T> class foreign_event {
 public:
  class awaiter {
   public:
    explicit awaiter(foreign_event& e) noexcept : event_(e) {}

    bool await_ready() const noexcept { return event_.value_.has_value(); }

    void await_suspend(std::coroutine_handle<> h) noexcept { event_.waiter_ = h; }

    T await_resume() { return *std::move(event_.value_); }

   private:
    foreign_event& event_;
  };

  awaiter operator co_await() & noexcept { return awaiter(*this); }

  void set(T value) {
    value_.emplace(std::move(value));
    if (waiter_) std::exchange(waiter_, nullptr).resume();
  }

 private:
  std::optional<T> value_;
  std::coroutine_handle<> waiter_;
};

/// What the body of a task may not do: copied, or moved more than it must be.
class move_only {
 public:
  explicit move_only(int v) : value(v) {}

  move_only(move_only&&) = default;
  move_only& operator=(move_only&&) = default;
  int value;
};

/// Counts those that live.
class counted {
 public:
  explicit counted(int& n) : live_(&n) { ++*live_; }

  counted(counted&& other) noexcept : live_(std::exchange(other.live_, nullptr)) {}

  counted(const counted&) = delete;

  ~counted() {
    if (live_) --*live_;
  }

 private:
  int* live_;
};

}  // namespace support

#endif
