// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How a strand hands its wake-up to the executor.

#include <exception>
#include <system_error>
#include <utility>

#include "../runtime/wake_up.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

tree_strand::handing tree_strand::hand_out_wake_up() noexcept {
  const hand_out_scope handing_out(wake_memory_);
  std::exception_ptr thrown;
  try {
    post_wake_up(wake_up(*this));
  } catch (...) { thrown = std::current_exception(); }
  const bool refused = handing_out.refused();
  if (refused && !thrown)
    thrown = std::make_exception_ptr(
        std::system_error(std::make_error_code(std::errc::operation_canceled), "executor"));
  return {refused, std::move(thrown)};
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
