// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What functions take that run something somewhere: an executor of Asio's, or an execution context,
// which stands for its executor. The executors of the Networking TS (asio::executor,
// io_context::strand) are none: they can't be asked for their context.

#include <concepts>

#include "../config.hpp"

#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(execution_context.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class E> concept executor = asio::execution::is_executor<E>::value;

template <class C> concept context = std::derived_from<C, asio::execution_context>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
