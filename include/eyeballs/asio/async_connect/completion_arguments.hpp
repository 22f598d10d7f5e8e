// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the handlers of `async_connect` are called with, made of how the task has ended.

#include <tuple>
#include <type_traits>
#include <utility>

#include "../co_spawn.hpp"
#include "../runtime/spawned.hpp"
#include "code_of.hpp"
#include "kept_options.hpp"

#include EYEBALLS_ASIO_HEADER(cancellation_type.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Where a socket is connected to: `none`, if that is nowhere.
template <class T> class list_arguments {
 public:
  /// As with Asio it is not cancelled by `total`: the caller's socket is not as it was.
  static constexpr asio::cancellation_type cancelled_by =
      asio::cancellation_type::terminal | asio::cancellation_type::partial;

  explicit list_arguments(T none) : none_(std::move(none)) {}

  std::tuple<error_code, T> operator()(outcome<T>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    return {code_of(end), none_};
  }

 private:
  T none_;
};

/// An executor, as a socket of `Socket` will have it: of its own type if that is so small that to
/// convert it allocates nothing, or else as what it is converted to.
template <class Executor, class Socket> using executor_for =
    std::conditional_t<sizeof(Executor) <= sizeof(void*) &&
                           std::is_nothrow_move_constructible_v<Executor>,
                       Executor, typename Socket::executor_type>;

/// The socket that is connected: a new one on `executor`, if none is.
template <class Socket, class Executor> class socket_arguments {
 public:
  explicit socket_arguments(const Executor& executor) : executor_(executor) {}

  std::tuple<error_code, Socket> operator()(outcome<Socket>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    return {code_of(end), Socket(executor_)};
  }

 private:
  executor_for<Executor, Socket> executor_;
};

/// A connection of any type: see `spawned_value`.
struct connection_arguments {
  template <class Connection> auto operator()(outcome<Connection>&& end) const {
    using value = spawned_value<Connection>;
    const error_code code = end ? error_code() : code_of(end);
    return std::tuple<error_code, value>(code, end ? value(std::move(end).keep()) : value());
  }
};

/// Such arguments, and of the options what the connect's own copy points to, as long as the operation
/// lives.
template <class Arguments> class arguments_with_key {
 public:
  static constexpr asio::cancellation_type cancelled_by = detail::cancelled_by<Arguments>();

  arguments_with_key(Arguments arguments, kept_options options)
      : arguments_(std::move(arguments)), key_(std::move(options).key()) {}

  template <class T> auto operator()(outcome<T>&& end) const { return arguments_(std::move(end)); }

 private:
  Arguments arguments_;
  kept_options::characters key_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
