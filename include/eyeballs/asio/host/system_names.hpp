// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system is asked of names, and where they come from. All of this may block, but for the paths.
//
// What the four pages system_NAME.hpp declare is defined in windows/; or in posix/, where what POSIX does
// not have is defined in linux/ and, for macOS, the BSDs and others, in posix/other/. Nothing else knows
// which system it is. EYEBALLS_ONLY_POSIX takes posix/other/ on Linux, too: so that it is tested.

#include <optional>
#include <string>
#include <vector>

#include "../config.hpp"
#include "../endpoint.hpp"
#include "name_sources.hpp"
#include "resolver_configuration.hpp"
#include "resolver_patience.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The endpoints that were found, in the system's order.
using addresses = std::vector<tcp::endpoint>;

/// Which addresses a lookup asks for: those of one family, or all.
enum class asked_family : unsigned char { v4, v6, both };

/// What a host may be.
enum class host_form : unsigned char { name_or_address, address_only };

/// How a lookup ended.
struct lookup_end {
  error_code code;  // one of Asio's resolver codes, or that of what the system lacks
  addresses found;  // none, without an error, if the host is known, but has no such address
};

/// Looks up TCP endpoints by the system's getaddrinfo, which need not be asked for one that has
/// none of the family, but is.
inline lookup_end look_up(const std::string& host, const std::string& service, asked_family family,
                          host_form form);

/// The machine's own name; empty if it can't be told.
inline std::string own_name();

/// Where the hosts file is.
inline const char* hosts_path();

/// Where the policy table of the machine's owner is (gai.conf(5)); null if the system has none.
inline const char* policy_path() noexcept;

/// Whom the system asks for hosts. `std::nullopt` if that can't be read or understood.
inline std::optional<name_sources> read_name_sources();

/// Whether a container of that name runs, whose addresses `mymachines` knows.
inline bool is_machine(const std::string& name);

/// Whether `mdns4` and its like answer for other names than those below .local.
inline bool mdns_is_widened() noexcept;

/// What the system does to a name before it asks the DNS. `std::nullopt` if it can't be read.
inline std::optional<resolver_configuration> read_resolver_configuration();

/// How patient the system is with name servers. `std::nullopt` if there is no way to ask.
inline std::optional<resolver_patience> find_resolver_patience() noexcept;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

// clang-format off
#ifdef _WIN32
#include "windows/names.hpp"
#else
#include "posix/names.hpp"
#if defined(__linux__) && !defined(EYEBALLS_ONLY_POSIX)
#include "linux/resolver.hpp"
#else
#include "posix/other/resolver.hpp"
#endif
#endif
// clang-format on
