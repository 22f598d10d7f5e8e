// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What `connect_to` does.

#include <utility>

#include "../tcp/connect_attempt.hpp"
#include "../tcp/connect_to.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline constexpr connect_options default_options;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

template <class>
task<tcp::socket> connect_to(detail::asio::any_io_executor executor, tcp::endpoint endpoint) {
  return detail::connect_attempt(std::move(executor), 0, {without_mapping(endpoint)},
                                 detail::default_options, {});
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
