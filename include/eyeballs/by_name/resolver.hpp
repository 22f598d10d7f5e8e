// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Whom to ask for addresses: one family at a time, so that an answer is used when it comes
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

template <class Endpoint> class resolver {
 public:
  /// Yields the endpoints of `service` at `host` that are of `family`, in any order. None, and any
  /// error, is a negative answer. A stop ends it, soon. Several may be asked for at a time. The
  /// resolver outlives the task.
  virtual task<std::vector<Endpoint>> resolve(std::string host, std::string service,
                                              address_family family) = 0;

 protected:
  ~resolver() = default;
};

}  // namespace eyeballs
