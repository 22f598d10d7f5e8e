// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How to get to an endpoint, whatever it is: what `connect_by_name` asks of a transport.
//
//     struct my_transport {
//       task<socket> attempt(const endpoint&, std::size_t index);
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
#include "../core/detail/as_operation.hpp"

namespace eyeballs {

/// What `connect_by_name` asks of a transport:
///
/// * `attempt(endpoint, index)` yields a connection. The index counts the attempts from 0.
/// * `close(connection&&)`, noexcept, is that of `happy_eyeballs`.
/// * `family_of(endpoint)` and `sort(endpoints)` are those of an `endpoint_list`.
/// * `delay_of(endpoint)` is asked when an attempt starts. It is the attempt's own delay, if it has
///   one, after which the next attempt starts (RFC 8305, section 5).
template <class T, class Endpoint> concept transport_of =
    requires(T t, const Endpoint& e, std::vector<Endpoint> all) {
      detail::as_operation(t.attempt(e, std::size_t()));
      { t.family_of(e) } -> std::same_as<address_family>;
      { t.sort(std::move(all)) } -> std::same_as<std::vector<Endpoint>>;
      { t.delay_of(e) } -> std::convertible_to<std::optional<duration>>;
    };

}  // namespace eyeballs
