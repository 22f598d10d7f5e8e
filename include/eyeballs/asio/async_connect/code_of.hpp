// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The code that a handler is called with.

#include "../../core/result.hpp"
#include "../error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Of a connect that has not succeeded.
template <class T> error_code code_of(const outcome<T>& end) noexcept {
  if (end.stopped()) return asio::error::operation_aborted;
  const error_code code = to_asio(end.error().code());
  // A failure to which its resolver or preparer gave no code must not pass for success; and an
  // exception has none of Asio's.
  const bool has_none = !code || end.error().code() == errc::exception;
  if (has_none) return to_asio(std::make_error_code(std::errc::io_error));
  return code;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
