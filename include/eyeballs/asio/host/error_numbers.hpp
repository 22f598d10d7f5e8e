// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The system's error numbers, which on POSIX are those of errno. Windows has others, and Asio's
// constants are of these.

#include <optional>
#include <system_error>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef _WIN32

struct windows_error {
  std::errc of_errno;
  int number;
};

inline constexpr windows_error windows_errors[] = {
    {std::errc::permission_denied, asio::error::access_denied},
    {std::errc::address_family_not_supported, asio::error::address_family_not_supported},
    {std::errc::address_in_use, asio::error::address_in_use},
    {std::errc::address_not_available, 10049},  // WSAEADDRNOTAVAIL, for which Asio has no name
    {std::errc::already_connected, asio::error::already_connected},
    {std::errc::connection_already_in_progress, asio::error::already_started},
    {std::errc::broken_pipe, asio::error::broken_pipe},
    {std::errc::connection_aborted, asio::error::connection_aborted},
    {std::errc::connection_refused, asio::error::connection_refused},
    {std::errc::connection_reset, asio::error::connection_reset},
    {std::errc::bad_file_descriptor, asio::error::bad_descriptor},
    {std::errc::bad_address, asio::error::fault},
    {std::errc::host_unreachable, asio::error::host_unreachable},
    {std::errc::operation_in_progress, asio::error::in_progress},
    {std::errc::interrupted, asio::error::interrupted},
    {std::errc::invalid_argument, asio::error::invalid_argument},
    {std::errc::message_size, asio::error::message_size},
    {std::errc::filename_too_long, asio::error::name_too_long},
    {std::errc::network_down, asio::error::network_down},
    {std::errc::network_reset, asio::error::network_reset},
    {std::errc::network_unreachable, asio::error::network_unreachable},
    {std::errc::too_many_files_open, asio::error::no_descriptors},
    {std::errc::no_buffer_space, asio::error::no_buffer_space},
    {std::errc::not_enough_memory, asio::error::no_memory},
    {std::errc::operation_not_permitted, asio::error::no_permission},
    {std::errc::no_protocol_option, asio::error::no_protocol_option},
    {std::errc::no_such_device, asio::error::no_such_device},
    {std::errc::not_connected, asio::error::not_connected},
    {std::errc::not_a_socket, asio::error::not_socket},
    {std::errc::operation_canceled, asio::error::operation_aborted},
    {std::errc::operation_not_supported, asio::error::operation_not_supported},
    {std::errc::timed_out, asio::error::timed_out},
    {std::errc::resource_unavailable_try_again, asio::error::try_again},
    {std::errc::operation_would_block, asio::error::would_block},
};

/// `std::nullopt` if the system has no number for it.
inline std::optional<int> system_number_of(int errno_number) noexcept {
  for (const windows_error& e : windows_errors)
    if (int(e.of_errno) == errno_number) return e.number;
  return std::nullopt;
}

inline std::error_condition condition_of(int system_number) noexcept {
  for (const windows_error& e : windows_errors)
    if (e.number == system_number) return std::make_error_condition(e.of_errno);
  return std::system_category().default_error_condition(system_number);
}

#else

inline std::optional<int> system_number_of(int errno_number) noexcept { return errno_number; }

inline std::error_condition condition_of(int system_number) noexcept {
  return std::system_category().default_error_condition(system_number);
}

#endif

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
