// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_PLAIN_HPP
#define EYEBALLS_TESTS_BENCH_PLAIN_HPP

// What Asio has by itself: endpoints tried strictly one after another.

#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <memory>
#include <utility>
#include <vector>

namespace bench {

/// `handler(error_code, tcp::socket)`, as those beside it have it. The endpoints outlive the call.
template <class Handler> void plain_connect(asio::io_context& io,
                                            const std::vector<asio::ip::tcp::endpoint>& endpoints,
                                            Handler handler) {
  auto owned = std::make_unique<asio::ip::tcp::socket>(io);
  asio::ip::tcp::socket& socket = *owned;
  asio::async_connect(socket, endpoints,
                      [owned = std::move(owned), handler = std::move(handler)](
                          asio::error_code code, const asio::ip::tcp::endpoint&) mutable {
                        handler(code, std::move(*owned));
                      });
}

}  // namespace bench

#endif
