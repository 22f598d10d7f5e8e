// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A connect that has failed before it has begun.

#include <utility>

#include "../../core/task.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// It fails when it is awaited.
template <class Connection> task<Connection> failed_connect(error why) {
  co_return fail(std::move(why));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
