// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the errors of attempts are about.
//
//     const auto* attempt = why.subject_as<attempt_subject<tcp::endpoint>>();
//     if (attempt && attempt->reached == time_limit::attempt_timeout) blame(attempt->endpoint);

#include <cstddef>
#include <string>

namespace eyeballs {

/// Which limit on time has ended something. The limits of `connect` are its options of these names.
enum class time_limit : unsigned char {
  none,                ///< It has ended by itself.
  attempt_timeout,     ///< One attempt has taken too long.
  resolution_timeout,  ///< One query has taken too long.
  timeout,             ///< The whole connect has taken too long.
};

/// The subject of an error of one attempt.
template <class Endpoint> struct attempt_subject {
  /// The endpoint, as a message names it.
  std::string about() const { return text_of(endpoint); }

  Endpoint endpoint;                        ///< the one that was tried
  std::string (*text_of)(const Endpoint&);  ///< how a message names the endpoint
  time_limit reached = time_limit::none;    ///< what has ended the attempt, if a limit has
};

namespace detail {

/// The subject of the error when all attempts have failed.
struct all_attempts {
  std::string about() const {
    if (count == 1) return "the only attempt to connect failed";
    return "all " + std::to_string(count) + " attempts to connect failed";
  }

  std::size_t count;
};

}  // namespace detail
}  // namespace eyeballs
