// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Who is asked for addresses: one family at a time, so that an answer is used when it comes
// (RFC 8305, section 3).
//
//     class my_resolver : public resolver<tcp::endpoint> {
//       task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
//                                                address_family family) override;
//     };

#include <string>
#include <vector>

#include "../address/address_family.hpp"
#include "../core/task.hpp"

namespace eyeballs {

/// The base of a resolver. It outlives the tasks of its lookups, of which there may be several at a time.
template <class Endpoint> class resolver {
 public:
  /// Asks for the endpoints of `service` at `host` that are of `family`.
  ///
  /// * Yields them in any order. If there are none, that is a negative answer.
  /// * Any error is a negative answer, too.
  /// * Must end soon after a stop.
  virtual task<std::vector<Endpoint>> resolve(std::string host, std::string service,
                                              address_family family) = 0;

 protected:
  ~resolver() = default;
};

}  // namespace eyeballs
