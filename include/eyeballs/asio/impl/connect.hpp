// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What `connect` does.

#include <optional>
#include <string>
#include <utility>

#include "../check_arguments.hpp"
#include "../connect.hpp"
#include "../connect/to_host.hpp"
#include "../connect/to_literal.hpp"
#include "../dns/known_endpoints.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A connect that has failed before it has begun.
template <class = void> task<tcp::socket> failed_connect(error why) {
  co_return fail(std::move(why));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

template <class> task<tcp::socket> connect(detail::asio::any_io_executor executor, std::string host,
                                           std::string service, connect_options options) {
  if (auto wrong = detail::invalid_argument(host, service, options))
    return detail::failed_connect(*std::move(wrong));

  auto literal = detail::endpoint_of_literal(host, service);
  if (!literal) return detail::failed_connect(std::move(literal).error());
  if (*literal)
    return detail::connect_to_literal(std::move(executor), std::move(host), std::move(service),
                                      **literal, options);
  return detail::connect_to_host(std::move(executor), std::move(host), std::move(service),
                                 std::nullopt, options);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
