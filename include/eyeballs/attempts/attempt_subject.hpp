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

/// How far an attempt had come.
enum class attempt_stage : unsigned char {
  connect,    ///< its transport was being connected
  establish,  ///< its transport was connected, and the application's own part was under way
};

/// The subject of an error of one attempt.
template <class Endpoint> struct attempt_subject {
  /// The endpoint, as a message names it, and the stage, if that is not the first.
  std::string about() const {
    return text_of(endpoint) + (stage == attempt_stage::establish ? ", establish" : "");
  }

  Endpoint endpoint;                             ///< the one that was tried
  std::string (*text_of)(const Endpoint&);       ///< how a message names the endpoint
  time_limit reached = time_limit::none;         ///< what has ended the attempt, if a limit has
  attempt_stage stage = attempt_stage::connect;  ///< how far it had come
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
