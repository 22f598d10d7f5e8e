// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What `connect` does.

#include <optional>
#include <string>
#include <utility>

#include "../check_arguments.hpp"
#include "../connect.hpp"
#include "../connect/failed_connect.hpp"
#include "../connect/stages.hpp"
#include "../connect/to_host.hpp"
#include "../connect/to_literal.hpp"
#include "../dns/known_endpoints.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// `connect` by these stages.
template <class Stages>
auto connect_by(Stages stages, asio::any_io_executor executor, std::string host,
                std::string service, connect_options options) -> task<typename Stages::connection> {
  using connection = typename Stages::connection;
  if (auto wrong = invalid_argument(host, service, options))
    return failed_connect<connection>(*std::move(wrong));

  auto literal = endpoint_of_literal(host, service);
  if (!literal) return failed_connect<connection>(std::move(literal).error());
  if (*literal)
    return connect_to_literal(stages, std::move(executor), std::move(host), std::move(service),
                              **literal, options);
  return connect_to_host(stages, std::move(executor), std::move(host), std::move(service),
                         std::nullopt, options);
}

template <class> task<established> connect_established(asio::any_io_executor executor,
                                                       std::string host, std::string service,
                                                       establisher& then, connect_options options) {
  return connect_by(tcp_and_more(then), std::move(executor), std::move(host), std::move(service),
                    options);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

template <class> task<tcp::socket> connect(detail::asio::any_io_executor executor, std::string host,
                                           std::string service, connect_options options) {
  return detail::connect_by(detail::tcp_alone(), std::move(executor), std::move(host),
                            std::move(service), options);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
