// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system is asked of addresses and routes. None of this waits. See system_names.hpp for where it is
// defined.

#include <optional>
#include <vector>

#include "../../address/ip_address.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The address that the system would send from to `destination`; `std::nullopt` if there is none.
/// Nothing is sent.
inline std::optional<ip_address> find_source_address(const ip_address& destination) noexcept;

/// What each address is told to.
using address_listener = void (*)(void* of, const ip_address& address);

/// Tells the addresses, without scope ids, of all interfaces that are up and no loopback. False if
/// the system does not tell them.
inline bool tell_addresses(address_listener listener, void* of) noexcept;

/// The addresses of this machine that are deprecated as sources, or may yet turn out to be
/// duplicates; those of a link with their scope ids. What the system does not tell is not deprecated.
inline std::vector<ip_address> deprecated_addresses();

/// Whether there is an interface with that number now.
inline bool is_interface(unsigned number) noexcept;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

// clang-format off
#ifdef _WIN32
#include "windows/addresses.hpp"
#else
#include "posix/addresses.hpp"
#if defined(__linux__) && !defined(EYEBALLS_ONLY_POSIX)
#include "linux/deprecated_addresses.hpp"
#else
#include "posix/other/deprecated_addresses.hpp"
#endif
#endif
// clang-format on
