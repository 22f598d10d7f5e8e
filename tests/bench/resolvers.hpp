// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_RESOLVERS_HPP
#define EYEBALLS_TESTS_BENCH_RESOLVERS_HPP

// Resolvers that need no network.

#include <asio/ip/tcp.hpp>
#include <eyeballs/asio.hpp>
#include <string>
#include <utility>
#include <vector>

namespace bench {

using asio::ip::tcp;
using endpoint_list = std::vector<tcp::endpoint>;

/// Answers at once, and knows the same of every name.
class knows final : public eyeballs::resolver<tcp::endpoint> {
 public:
  explicit knows(endpoint_list v4) : v4_(std::move(v4)) {}

  eyeballs::task<endpoint_list> resolve(std::string, std::string,
                                        eyeballs::address_family family) override {
    if (family == eyeballs::address_family::v6) co_return endpoint_list();
    co_return v4_;
  }

 private:
  endpoint_list v4_;
};

/// Never answers.
class silent_resolver final : public eyeballs::resolver<tcp::endpoint> {
 public:
  eyeballs::task<endpoint_list> resolve(std::string, std::string,
                                        eyeballs::address_family) override {
    co_await eyeballs::never();
    co_return endpoint_list();
  }
};

}  // namespace bench

#endif
