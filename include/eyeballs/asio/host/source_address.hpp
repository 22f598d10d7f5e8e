// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which of its addresses the host would send from: what RFC 6724, section 6, asks of a destination.
//
//     sorted = sort_destinations(std::move(endpoints), address_of, source_address_of);

#include <optional>

#include "../../address/ip_address.hpp"
#include "../config.hpp"
#include "system_addresses.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The address that the kernel chooses to send from (RFC 6724, section 5); `std::nullopt` if there
/// is no route to `destination`, or no address to send from. It connects a UDP socket, which sends
/// nothing: four system calls, none of which waits.
inline std::optional<ip_address> source_address_of(const ip_address& destination) noexcept {
  return detail::find_source_address(destination);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
