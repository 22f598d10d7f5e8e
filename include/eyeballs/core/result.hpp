// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How a task ends: with a value, with an error, or stopped. A `result` holds one of the first two,
// an `outcome` one of all three.
//
//     result<socket> r = co_await as_result(connect(endpoint));
//     if (!r) log(r.error().message());

#include <variant>

#include "../base/either.hpp"
#include "error.hpp"

namespace eyeballs {

/// `co_await stopped` ends a task as stopped. An outcome is made of it, too.
struct stopped_t {};

/// The only value of its type.
inline constexpr stopped_t stopped{};

namespace detail {

/// How a `T` is kept: void as std::monostate, a reference as a pointer.
template <class T> using stored = std::conditional_t<
    std::is_void_v<T>, std::monostate,
    std::conditional_t<std::is_reference_v<T>, std::add_pointer_t<T>, std::remove_const_t<T>>>;

template <class T, class... Ts> concept any_of = (std::same_as<T, Ts> || ...);

/// A value, an error, or (where `Stopped` is stopped_t) stopped.
template <class T, class... Stopped> struct [[nodiscard]] basic_result {
  using value_type = T;

  template <std::same_as<std::monostate> = stored<T>> basic_result() noexcept : state_(in_first) {}

  basic_result(stored<T> value) : state_(in_first, std::move(value)) {}

  basic_result(eyeballs::error why) noexcept : state_(in_second, std::move(why)) {}

  template <any_of<Stopped...> S> basic_result(S) noexcept {}

  // An outcome of a result.
  template <std::same_as<basic_result<T>> R> basic_result(R&& r) : state_(std::move(r.state_)) {}

  template <std::same_as<basic_result<T>> R> basic_result(const R& r) : state_(r.state_) {}

  bool has_value() const noexcept { return state_.has_first(); }

  bool has_error() const noexcept { return state_.has_second(); }

  bool stopped() const noexcept { return state_.empty(); }

  explicit operator bool() const noexcept { return has_value(); }

  /// The value, which must be there.
  decltype(auto) operator*() & noexcept { return get(*this); }

  decltype(auto) operator*() const& noexcept { return get(*this); }

  decltype(auto) operator*() && noexcept { return get(std::move(*this)); }

  decltype(auto) operator*() const&& noexcept { return get(std::move(*this)); }

  auto* operator->() noexcept { return &**this; }

  auto* operator->() const noexcept { return &**this; }

  /// The value. Throws the error, or a task_error of `errc::stopped`, where there is none.
  decltype(auto) value() & { return get(checked(*this)); }

  decltype(auto) value() const& { return get(checked(*this)); }

  decltype(auto) value() && { return get(std::move(checked(*this))); }

  decltype(auto) value() const&& { return get(std::move(checked(*this))); }

  /// A copy of the value, or `other` where there is none.
  template <class U> auto value_or(U&& other) const& {
    return has_value() ? **this : static_cast<std::remove_cvref_t<T>>(std::forward<U>(other));
  }

  /// The value itself, or `other` where there is none.
  template <class U> auto value_or(U&& other) && {
    return has_value() ? *std::move(*this)
                       : static_cast<std::remove_cvref_t<T>>(std::forward<U>(other));
  }

  /// The error, which must be there.
  const eyeballs::error& error() const& noexcept { return state_.second(); }

  eyeballs::error&& error() && noexcept { return std::move(state_.second()); }

  /// The value as it is kept, which must be there.
  stored<T>&& keep() && noexcept { return std::move(state_.first()); }

  /// The result in an outcome, which must not be stopped.
  basic_result<T> as_result() && { return basic_result<T>(std::move(state_)); }

  template <class V> void emplace_value(V&& v) { state_.emplace_first(std::forward<V>(v)); }

  void emplace_error(eyeballs::error&& why) noexcept { state_.emplace_second(std::move(why)); }

  void emplace(basic_result<T>&& r) { state_ = std::move(r.state_); }

 private:
  template <class, class...> friend struct basic_result;
  using state = either<stored<T>, eyeballs::error>;  // stopped is nothing

  explicit basic_result(state&& s) : state_(std::move(s)) {}

  template <class Self> static decltype(auto) get(Self&& self) {
    if constexpr (std::is_reference_v<T>) return static_cast<T>(*self.state_.first());
    else if constexpr (std::is_void_v<T>) return;
    else if constexpr (std::is_lvalue_reference_v<Self>) return (self.state_.first());
    else return std::move(self.state_.first());
  }

  template <class Self> static Self& checked(Self& self) {
    if (!self.has_value()) [[unlikely]]
      self.throw_end();
    return self;  // NOLINT(bugprone-return-const-ref-from-parameter): not of a temporary
  }

  // Not inlined, so that what is left of `checked` is.
  [[noreturn]] EYEBALLS_NOINLINE void throw_end() const {
    if (has_error()) std::rethrow_exception(error().exception());
    throw task_error(eyeballs::error(make_error_code(errc::stopped)));
  }

  state state_;
};

}  // namespace detail

/// A value or an error, as `std::expected` is.
///
/// * `has_value()` and `has_error()` say which, and so does `if (r)`.
/// * `*r` and `r->` are the value, which must be there.
/// * `r.value()` is the value too; where there is none, it throws the error: the exception that it
///   was, or a `task_error`.
/// * `r.value_or(other)` is a copy of the value, or `other`.
/// * `r.error()` is the error, which must be there.
template <class T> using result = detail::basic_result<T>;

/// A value, an error, or stopped. It has the members of a `result`, and `stopped()` as well. Where it
/// is stopped, `value()` throws a `task_error` of `errc::stopped`.
template <class T> using outcome = detail::basic_result<T, stopped_t>;

}  // namespace eyeballs
