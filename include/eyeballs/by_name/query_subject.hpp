// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the errors of queries are about, and those of addresses that are not tried.
//
//     for (const error& cause : why.causes())
//       if (const auto* query = cause.subject_as<query_subject>()) ask_again(query->family);

#include <string>

#include "../address/address_family.hpp"
#include "../attempts/attempt_subject.hpp"

namespace eyeballs {

/// The subject of an error of one query.
struct query_subject {
  /// What the resolver says; otherwise record and host, as "AAAA of example.com".
  std::string about() const {
    if (!said.empty()) return said;
    return (family == address_family::v6 ? "AAAA of " : "A of ") + host;
  }

  std::string host;       ///< the name that was asked for
  address_family family;  ///< the family that was asked for
  std::string said = {};  ///< what the resolver says that its error is about; it may be empty
  time_limit reached = time_limit::none;  ///< what has ended the query, if a limit has
};

namespace detail {

/// The subject of the error of a query that a resolver does not make. It counts as answered, with no
/// address.
struct query_not_made {
  std::string about() const { return reason; }

  std::string reason;
};

}  // namespace detail

/// The subject of the error of an address that was found, and is left out.
template <class Endpoint> struct omission_subject {
  /// The address, as a message names it.
  std::string about() const { return text; }

  Endpoint endpoint;  ///< the one that was found
  std::string text;   ///< the address, as a message names it
};

}  // namespace eyeballs
