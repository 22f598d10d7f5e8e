// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_REACHED_HPP
#define EYEBALLS_TESTS_SUPPORT_REACHED_HPP

// What is told of a socket of the caller's that was to be connected, and where to.

#include <utility>
#include <vector>

#include "asio.hpp"

/// What a handler was told: `T` is an endpoint, or an iterator.
template <class T = tcp::endpoint> struct reached {
  void operator()(error_code c, T t) {
    code = c;
    where = std::move(t);
    ++calls;
  }

  int calls = 0;
  error_code code;
  T where;
};

inline tcp::endpoint at(const char* address, const loopback_port& p) {
  return endpoint(address, p.number());
}

/// The results of a lookup of these.
inline tcp::resolver::results_type results_of(const std::vector<tcp::endpoint>& all) {
  return tcp::resolver::results_type::create(all.begin(), all.end(), "host", "service");
}

#endif
