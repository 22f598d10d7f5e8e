// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What became of a connect by name: each query, each attempt, and each address that was left out.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../address/address_family.hpp"
#include "../core/error.hpp"

namespace eyeballs {

/// How far a query or an attempt had come when the connect ended.
enum class progress : unsigned char {
  pending,  ///< It was under way: the connect has ended first, and has stopped it.
  done,     ///< The query was answered, if without an address; the attempt has connected.
  failed,   ///< `why` says why.
};

template <class Endpoint> struct connect_report {
  struct query {
    std::string host;
    address_family family;
    progress state = progress::pending;
    std::size_t answers = 0;  ///< how many addresses it has found
    std::optional<error> why = std::nullopt;
  };

  struct attempt {
    Endpoint endpoint;
    progress state = progress::pending;
    std::optional<error> why = std::nullopt;
  };

  /// An address that was found, and is not tried.
  struct omission {
    Endpoint endpoint;
    error why;
  };

  std::vector<query> queries;        ///< in the order in which they were asked
  std::vector<attempt> attempts;     ///< in the order of their starts
  std::vector<omission> left_out;    ///< in the order in which they were found
  std::size_t beyond_the_limit = 0;  ///< how many addresses more were found than one host may have
};

}  // namespace eyeballs
