// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What starts an operation, once a completion token has made a handler.

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The base of those that have an executor of their own. Asio asks for it.
template <class Executor> class initiation {
 public:
  using executor_type = Executor;

  explicit initiation(const Executor& e) : executor_(e) {}

  executor_type get_executor() const noexcept { return executor_; }

 protected:
  Executor executor_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
