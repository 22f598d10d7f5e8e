// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The configurable values of a client of RFC 8305, with the defaults of its section 8.
//
//     configurable_values values{.attempt_delay = 200ms, .failure_delay = 10ms};

#include <chrono>
#include <cstddef>
#include <type_traits>

#include "../address/address_family.hpp"
#include "../core/scheduler.hpp"

namespace eyeballs {

/// A value that is out of range is not refused here. `duration::max()` is for ever.
struct configurable_values {
  /// Resolution Delay (section 3): how long to wait for the answer of the preferred family, from
  /// the first addresses of the other family on.
  duration resolution_delay = std::chrono::milliseconds(50);

  /// How long one query may take. Then it is stopped, and counts as one without addresses that has
  /// timed out. RFC 8305 bounds only the wait for the other family's answer.
  duration resolution_timeout = duration::max();

  /// First Address Family Count (section 4): 1, or 2 to favour one family more; 0 is taken as 1.
  std::size_t first_family_count = 1;

  /// Connection Attempt Delay (section 5): how long to wait for the newest attempt before the next
  /// one is started beside it, where the endpoint has no delay of its own. No limit holds for it.
  duration attempt_delay = std::chrono::milliseconds(250);

  /// The lower limit of an endpoint's own delay (section 5). That is never under 10 ms.
  duration minimum_attempt_delay = std::chrono::milliseconds(100);

  /// The upper limit of an endpoint's own delay (section 5).
  duration maximum_attempt_delay = std::chrono::seconds(2);

  /// How long after its start an attempt that has failed holds up the next; never longer than its
  /// attempt delay would. 10 ms is section 5 to the letter; 0 is what clients do.
  duration failure_delay = duration::zero();

  /// With so many attempts in flight the next one waits until one has ended; 0 is taken as 1.
  std::size_t max_attempts_in_flight = 64;

  /// So many endpoints of a host may be tried: half of them for the answers to each query, while
  /// both have more; 0 is taken as 1.
  std::size_t max_addresses = 512;

  /// Whether the query for AAAA is made.
  bool ask_v6 = true;

  /// Whether the query for A is made.
  bool ask_v4 = true;

  /// Whose answer is waited for. If only one family is asked for, it is that one.
  address_family preferred_family = address_family::v6;
};

// Compilers destroy a temporary with a destructor twice beside `co_await`.
static_assert(std::is_trivially_destructible_v<configurable_values>);

}  // namespace eyeballs
