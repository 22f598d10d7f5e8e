// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What `happy_eyeballs` takes as connectors: a range of tasks, or of callables that return tasks;
// or a *source*, which may wait before it yields the next one.
//
//     struct my_source { task<std::optional<task<socket>>> next(); };  // nullopt: no more come

#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>

#include "../core/as_result.hpp"
#include "../core/task.hpp"
#include "in_place.hpp"

namespace eyeballs {

/// `next()` yields the next connector, or `std::nullopt` if no more come. It may wait: for answers,
/// for a place in flight.
template <class T> concept connector_source = requires(T t) {
  { t.next() } -> detail::awaitable;  // not a std::ranges::subrange
} && requires(T t) { *detail::as_operation(t.next()).take().value(); };

namespace detail {

/// The source of a range, which is advanced and read one element at a time, when asked.
template <class Range> class range_source {
  using iterator = decltype(std::begin(std::declval<Range&>()));
  using reference = decltype(*std::declval<iterator&>());
  using connector = std::remove_cvref_t<reference>;

 public:
  explicit range_source(Range&& range) : range_(std::move(range)) {}

  range_source(range_source&&) = default;  // before the first `next`

  class next_operation {
   public:
    using value_type = std::optional<connector>;
    static constexpr bool resume_inline_if_ended = true;  // it never leaves its start

    explicit next_operation(range_source& s) noexcept : source_(s) {}

    start_result start(environment, work_item&) {
      source_.pull(next_);
      return start_result::ended;
    }

    bool stopped() const noexcept { return false; }

    result<value_type> take() { return std::move(next_); }

    value_type value() { return std::move(next_); }

   private:
    range_source& source_;
    value_type next_;
  };

  next_operation next() noexcept { return next_operation(*this); }

 private:
  void pull(std::optional<connector>& next) {
    if (position_) ++*position_;
    else position_.emplace(std::begin(range_));
    if (*position_ == std::end(range_)) return;

    if constexpr (awaited_once<connector>)
      next.emplace(static_cast<std::remove_reference_t<reference>&&>(**position_));
    else next.emplace(**position_);
  }

  Range range_;
  std::optional<iterator> position_;
};

/// A task, or what becomes one, or a callable that returns one.
template <class T> concept connector =
    awaited_once<T> || requires(T& c) { requires awaitable<decltype(c())>; };

template <class T> concept range_of_connectors = requires(T& t) {
  std::begin(t) != std::end(t);
  requires connector<std::remove_cvref_t<decltype(*std::begin(t))>>;
};

/// Whether `T&&` can be moved or copied. A container's copy constructor does not tell by itself
/// that its tasks have none.
template <class T> concept keepable =
    std::is_constructible_v<std::remove_cvref_t<T>, T> &&
    (!std::is_lvalue_reference_v<T> || !requires(std::remove_cvref_t<T>& t) {
      typename std::remove_cvref_t<T>::value_type;
      requires !std::is_copy_constructible_v<typename std::remove_cvref_t<T>::value_type>;
    });

/// What the user gave, a source or a range, as a source.
template <class T> auto make_source(T t) {
  if constexpr (connector_source<T>) return t;
  else return range_source<T>(std::move(t));
}

/// Starts a connector, as something that has a place for its outcome. A task is passed on as it is. A
/// callable is called within a task, so that what it throws is its failure.
template <class Connector> auto open(Connector& connector) {
  if constexpr (has_outcome<Connector>) {
    return std::move(connector);
  } else if constexpr (awaited_once<Connector>) {
    return with_outcome<operation_of<Connector>>(as_operation(std::move(connector)));
  } else {
    return [](Connector& c) -> task<typename operation_of<decltype(c())>::value_type> {
      co_return co_await as_result(c());
    }(connector);
  }
}

template <class Source> using connector_of =
    std::remove_cvref_t<decltype(*as_operation(std::declval<Source&>().next()).take().value())>;

template <class Source> using connection_of =
    typename decltype(open(std::declval<connector_of<Source>&>()))::value_type;

/// What comes of connectors as the user gives them.
template <class T> using connection_from = connection_of<decltype(make_source(std::declval<T>()))>;

}  // namespace detail
}  // namespace eyeballs
