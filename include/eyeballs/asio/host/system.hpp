// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// All that the system is asked. What is declared here is defined in windows/; or in posix/, where
// what POSIX does not have is defined in linux/ and, for macOS, the BSDs and others, in
// posix/other/. Nothing else knows which system it is.
//
// EYEBALLS_ONLY_POSIX takes posix/other/ on Linux, too: so that it is tested.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../../address/address_family.hpp"
#include "../../address/ip_address.hpp"
#include "../config.hpp"
#include "../endpoint.hpp"
#include "name_sources.hpp"
#include "resolver_configuration.hpp"
#include "resolver_patience.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

// Names, and where they come from. All of this may block, but for the paths.

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

// Addresses and routes. None of this waits.

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

// Sockets.

#ifdef _WIN32
using native_socket = std::uintptr_t;  // a SOCKET
#else
using native_socket = int;
#endif

inline constexpr native_socket no_socket = static_cast<native_socket>(-1);

/// A new socket, as Asio opens it, which no program that is started inherits; `no_socket` if there
/// is none, as `last_system_error` tells.
inline native_socket open_native(int family, int type, int protocol) noexcept;

inline void close_native(native_socket socket) noexcept;

/// Why the last call of this page on this thread that can fail has failed.
inline error_code last_system_error() noexcept;

/// Before a bind to port 0: the port is to be chosen when the socket is connected, so that sockets to
/// different destinations may have the same one. Where the system can't do so, nothing is done.
inline void choose_port_late(tcp::socket& socket) noexcept;

// Threads that nobody waits for.

/// As long as it lives, no signal is delivered to this thread, nor ever to those that it starts.
class blocked_signals;

/// From now on the shared object that this code is in stays loaded to the end of the process: a
/// thread that is nobody's returns into it from a call, who knows when.
inline void keep_code_loaded() noexcept;

/// From now on, at each fork: `prepare` before it, then `parent` in the parent, and `child`, whose
/// one thread is that which forks, in the child.
inline void at_fork(void (*prepare)(), void (*parent)(), void (*child)());

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

// clang-format off
#ifdef _WIN32
#include "windows/addresses.hpp"
#include "windows/names.hpp"
#include "windows/sockets.hpp"
#include "windows/threads.hpp"
#else
#include "posix/addresses.hpp"
#include "posix/names.hpp"
#include "posix/sockets.hpp"
#include "posix/threads.hpp"
#if defined(__linux__) && !defined(EYEBALLS_ONLY_POSIX)
#include "linux/deprecated_addresses.hpp"
#include "linux/resolver.hpp"
#else
#include "posix/other/deprecated_addresses.hpp"
#include "posix/other/resolver.hpp"
#endif
#endif
// clang-format on
