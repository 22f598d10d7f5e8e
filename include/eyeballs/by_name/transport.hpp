// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How to get to an endpoint, whatever it is: what `connect_by_name` asks of a transport.
//
//     struct my_transport {
//       task<socket> attempt(const endpoint&, std::size_t index);  // or (..., attempt_progress)
//       void close(socket&&) noexcept;                             // one that came too late
//       address_family family_of(const endpoint&) const;
//       std::vector<endpoint> sort(std::vector<endpoint>);         // RFC 6724, best first
//       std::optional<duration> delay_of(const endpoint&);         // nullopt: attempt_delay
//     };

#include <concepts>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../attempts/attempt_progress.hpp"
#include "../core/detail/as_operation.hpp"

namespace eyeballs {
namespace detail {

template <class T, class Endpoint> concept tells_progress = requires(T t, const Endpoint& e) {
  as_operation(t.attempt(e, std::size_t(), attempt_progress()));
};

template <class T, class Endpoint> concept tells_no_progress =
    requires(T t, const Endpoint& e) { as_operation(t.attempt(e, std::size_t())); };

/// The attempt, by a transport that tells of its progress, or by one that does not. Its type is
/// said, since to deduce it would be to compile the coroutine.
template <class Transport, class Endpoint>
  requires tells_progress<Transport, Endpoint>
auto attempt_by(Transport& t, const Endpoint& e, std::size_t index, attempt_progress progress)
    -> decltype(t.attempt(e, index, progress)) {
  return t.attempt(e, index, progress);
}

template <class Transport, class Endpoint>
auto attempt_by(Transport& t, const Endpoint& e, std::size_t index, attempt_progress)
    -> decltype(t.attempt(e, index)) {
  return t.attempt(e, index);
}

/// What an attempt of the transport yields.
template <class Transport, class Endpoint> using connection_by =
    typename operation_of<decltype(attempt_by(std::declval<Transport&>(),
                                              std::declval<const Endpoint&>(), std::size_t(),
                                              attempt_progress()))>::value_type;

}  // namespace detail

/// What `connect_by_name` asks of a transport:
///
/// * `attempt(endpoint, index)` yields a connection. The index counts the attempts from 0. An
///   attempt that takes several handshakes is `attempt(endpoint, index, progress)`, and calls
///   `progress()`, an `attempt_progress`, after the first of them.
/// * `close(connection&&)`, noexcept, is that of `happy_eyeballs`.
/// * `family_of(endpoint)` and `sort(endpoints)` are those of an `endpoint_list`.
/// * `delay_of(endpoint)` is asked when an attempt starts. It is the attempt's own delay, if it has
///   one, after which the next attempt starts (RFC 8305, section 5).
template <class T, class Endpoint> concept transport_of =
    requires(T t, const Endpoint& e, std::vector<Endpoint> all) {
      requires detail::tells_progress<T, Endpoint> || detail::tells_no_progress<T, Endpoint>;
      { t.family_of(e) } -> std::same_as<address_family>;
      { t.sort(std::move(all)) } -> std::same_as<std::vector<Endpoint>>;
      { t.delay_of(e) } -> std::convertible_to<std::optional<duration>>;
    };

}  // namespace eyeballs
