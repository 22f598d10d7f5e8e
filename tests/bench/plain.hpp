// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_PLAIN_HPP
#define EYEBALLS_TESTS_BENCH_PLAIN_HPP

// What Asio has by itself: endpoints tried strictly one after another.

#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <memory>
#include <string>
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

/// The same, of texts.
template <class Handler> void resolve_and_connect(asio::io_context& io, const std::string& host,
                                                  const std::string& port, Handler handler) {
  auto owned = std::make_unique<asio::ip::tcp::resolver>(io);
  asio::ip::tcp::resolver& resolver = *owned;
  resolver.async_resolve(
      host, port,
      [&io, owned = std::move(owned), handler = std::move(handler)](
          asio::error_code code, const asio::ip::tcp::resolver::results_type& found) mutable {
        if (code) return handler(code, asio::ip::tcp::socket(io));
        auto endpoints =
            std::make_unique<std::vector<asio::ip::tcp::endpoint>>(found.begin(), found.end());
        const auto& all = *endpoints;
        plain_connect(io, all,
                      [endpoints = std::move(endpoints), handler = std::move(handler)](
                          asio::error_code end, asio::ip::tcp::socket socket) mutable {
                        handler(end, std::move(socket));
                      });
      });
}

}  // namespace bench

#endif
