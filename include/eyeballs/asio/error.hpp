// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The border between our errors, whose codes are std::error_code, and Asio's.
//
//     if (why.code() == std::errc::timed_out) ...                            // in a task
//     if (to_asio(why.code()) == asio::error::host_not_found) ...            // in a task
//     if (code == asio::error::timed_out) ...                                // in a handler

#include <optional>
#include <system_error>

#include "../core/result.hpp"
#include "config.hpp"
#include "host/error_numbers.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// A code of Asio's, as tasks tell it. What the system says is the `std::errc` of that name, in the
/// generic category, if there is one. Codes of the DNS and Asio's own, as `host_not_found` and
/// `eof`, have no `std::errc` and stay as they are.
inline std::error_code from_asio(const error_code& code) noexcept {
  if (code.category() != detail::asio::error::get_system_category()) return code;

  const std::error_condition known = detail::condition_of(code.value());
  if (known.category() != std::generic_category()) return {code.value(), std::system_category()};
  return {known.value(), std::generic_category()};
}

/// A code that a task has told, as Asio's own: what `from_asio` is made from. It compares equal to
/// Asio's constants (`asio::error::timed_out` and so on). `errc::no_endpoints` is
/// `asio::error::not_found`, `errc::stopped` is `asio::error::operation_aborted`.
inline error_code to_asio(const std::error_code& code) noexcept {
  if (!code) return {};
  if (code == errc::no_endpoints) return detail::asio::error::not_found;
  if (code == errc::stopped) return detail::asio::error::operation_aborted;

  std::optional<int> number;
  if (code.category() == std::system_category()) number = code.value();
  else if (code.category() == std::generic_category())
    number = detail::system_number_of(code.value());
  if (number) return {*number, detail::asio::error::get_system_category()};

#ifdef EYEBALLS_USE_BOOST_ASIO
  for (const auto* category :
       {&detail::asio::error::get_netdb_category(), &detail::asio::error::get_addrinfo_category(),
        &detail::asio::error::get_misc_category()})
    if (code.category() == static_cast<const std::error_category&>(*category))
      return {code.value(), *category};
#endif
  return code;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The exception for an error, or for a stop: Asio's system_error(operation_aborted).
template <class T> std::exception_ptr to_exception(const outcome<T>& end) {
  if (end.has_error()) return end.error().exception();
  return std::make_exception_ptr(system_error(error_code(detail::asio::error::operation_aborted)));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
