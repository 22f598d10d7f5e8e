// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the arguments of `happy_eyeballs` must be. What is wrong with them is said by one message.

#include <type_traits>
#include <utility>

#include "../base/named_closure.hpp"
#include "connectors.hpp"
#include "stagger.hpp"

namespace eyeballs::detail {

/// Whether connections of this type can be raced, and `Close` closes them.
template <class Connection, class Close> consteval bool accepts_connection() {
  if constexpr (std::is_void_v<Connection>) {
    static_assert(!sizeof(Close), "eyeballs: a connector yields a connection: it is no task<>");
    return false;
  } else {
    static_assert(std::is_nothrow_move_constructible_v<Connection>,
                  "eyeballs: a connection must be movable without a throw");
    constexpr bool closes = std::is_invocable_v<Close&, Connection&&>;
    static_assert(closes, "eyeballs: close must take a connection, as close(connection&&)");
    static_assert(!closes || std::is_nothrow_invocable_v<Close&, Connection&&>,
                  "eyeballs: close must take a connection, and be noexcept");
    return closes;
  }
}

/// Whether these types, as `happy_eyeballs` keeps them, are a delay, a `close` and connectors.
template <class Delay, class Close, class Connectors> consteval bool accepts() {
  constexpr bool waits = stagger<Delay> || delays<Delay> || is_duration<Delay>;
  constexpr bool connects = connector_source<Connectors> || range_of_connectors<Connectors>;
  static_assert(waits, "eyeballs: the delay is a duration with its unit, as 250ms, or a stagger");
  static_assert(connects,
                "eyeballs: connectors are a range of tasks, or of callables that return tasks; or "
                "a connector_source");
  if constexpr (!connects) return false;
  else return accepts_connection<connection_from<Connectors>, Close>() && waits;
}

}  // namespace eyeballs::detail
