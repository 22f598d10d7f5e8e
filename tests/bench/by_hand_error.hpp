// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_BY_HAND_ERROR_HPP
#define EYEBALLS_TESTS_BENCH_BY_HAND_ERROR_HPP

#include <asio/error_code.hpp>
#include <asio/ip/tcp.hpp>

namespace by_hand {

using asio::ip::tcp;

/// Why an attempt has failed.
struct attempt_error {
  tcp::endpoint endpoint;
  asio::error_code code;
};

}  // namespace by_hand

#endif
