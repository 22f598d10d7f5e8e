// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What round-trip times have to do with connecting: what a history learns of an attempt, and what
// delay it suggests for the next one (RFC 8305, sections 4 and 5).

#include <algorithm>
#include <chrono>

#include "../../address/history.hpp"
#include "../../core/scheduler.hpp"
#include "../connect_options.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// When a SYN is sent again, if no round-trip time is known: RFC 6298, section 2.1.
inline constexpr duration first_retransmission = std::chrono::seconds(1);

/// When a SYN is sent again, by a smoothed round-trip time: RFC 6298, section 2.2, of one
/// measurement.
inline duration retransmission_after(duration rtt) noexcept {
  const duration held = std::min(rtt, duration::max() / 3);  // so that nothing overflows
  return held + 4 * (held / 2);
}

/// A connection was made that took so long. What took until a second SYN is no round-trip time.
/// Without memory nothing is remembered: that is no reason to lose the connection.
inline void remember(const connect_options& options, const ip_address& address,
                     duration took) noexcept {
  if (!options.history) return;
  try {
    if (took < first_retransmission) options.history->add_rtt(options.history_key, address, took);
    options.history->add_use(options.history_key, address);
  } catch (...) {}
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
