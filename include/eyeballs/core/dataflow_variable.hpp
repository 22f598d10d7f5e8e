// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A variable that is assigned once. Who reads it earlier waits. A `dataflow_variable<>` has no
// value, and is an event.
//
//     if (!found.set(address)) log("somebody was faster");
//     const ip_address& first = co_await found;

#include <optional>

#include "operation.hpp"

namespace eyeballs {

/// A value that is set once, or with no `T` an event. `co_await variable` waits for it. It is
/// neither copied nor moved, since its readers point to it.
template <class T = void> struct dataflow_variable {
  static_assert(!std::is_reference_v<T>, "eyeballs: a variable holds no reference");

  struct reader;

  ~dataflow_variable() {
    detail::require(!readers_.linked(),
                    "a variable is destroyed while tasks await it: it must outlive its readers");
  }

  /// Assigns, and wakes the readers in their order. If there is a value already it returns false,
  /// and leaves `args` alone.
  template <class... Args> bool set(Args&&... args)
    requires std::constructible_from<detail::stored<T>, Args...>
  {
    if (value_) return false;
    value_.emplace(std::forward<Args>(args)...);
    while (readers_.linked()) static_cast<reader&>(*readers_.next()).on_set();
    return true;
  }

  /// Whether a value was set.
  bool has_value() const noexcept { return value_.has_value(); }

  /// The value, which must be there.
  detail::stored<T>& value() noexcept {
    detail::require(has_value(), "a variable is asked for a value that was not set: await it");
    return *value_;
  }

  /// `co_await variable` yields the value, the same to all, once it is there; or it ends stopped.
  reader wait() noexcept { return reader(*this); }

 private:
  using seat = detail::ring_link<dataflow_variable>;

  std::optional<detail::stored<T>> value_;
  seat readers_;
};

template <class T>
struct EYEBALLS_AWAITABLE dataflow_variable<T>::reader : detail::leaf_operation<reader>, seat {
  using value_type = std::conditional_t<std::is_void_v<T>, T, std::add_lvalue_reference_t<const T>>;

  explicit reader(dataflow_variable& v) noexcept : variable_(v) {}

  start_result start(environment here, detail::work_item& waiter) noexcept {
    if (this->begin(here, waiter) == start_result::ended) return start_result::ended;
    if (variable_.has_value()) {
      this->deregister();
      return start_result::ended;
    }
    seat::join_as_last(variable_.readers_);
    return start_result::pending;
  }

  void on_set() noexcept {
    seat::leave();
    this->end();
  }

  void cancel() noexcept {
    seat::leave();
    this->end_stopped();
  }

  result<value_type> take() noexcept {
    if constexpr (std::is_void_v<T>) return {};
    else return &*variable_.value_;
  }

 private:
  dataflow_variable& variable_;
};

}  // namespace eyeballs
