// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_RULES_HPP
#define EYEBALLS_TESTS_SUPPORT_RULES_HPP

// What asio::async_connect and ours have in common is tested by one test, which is run for both: so a
// rule is Asio's own, and holds for ours.
//
//     RULE("a handler is called once") { TestType::start(socket, endpoints, token) ... }

#include <utility>
#include <vector>

#include "asio.hpp"
#include "reached.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(connect.hpp)
// clang-format on

/// Asio's own.
struct plain {
  template <class Socket, class Endpoints, class... Token>
  static auto start(Socket& s, const Endpoints& endpoints, Token&&... token) {
    return asio::async_connect(s, endpoints, std::forward<Token>(token)...);
  }
};

/// Ours.
struct raced {
  template <class Socket, class Endpoints, class... Token>
  static auto start(Socket& s, const Endpoints& endpoints, Token&&... token) {
    return eyeballs::async_connect(s, endpoints, std::forward<Token>(token)...);
  }
};

#define RULE(name) TEMPLATE_TEST_CASE(name, "[rules]", plain, raced)

using endpoint_list_type = std::vector<tcp::endpoint>;

/// A context, a socket, and who is connected to.
struct rule_fixture {
  endpoint_list_type all() const { return {endpoint_of(server)}; }

  endpoint_list_type nobody() const { return {endpoint_of(refuses)}; }

  /// One that is silent: a connect to it waits.
  endpoint_list_type nothing_heard() const { return {endpoint_of(silent)}; }

  loopback_port server{{.listens = {"127.0.0.1"}}};
  refusing_port refuses;
  silent_port silent;
  asio::io_context io;
  tcp::socket socket{io};
};

#endif
