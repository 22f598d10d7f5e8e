// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What happens while connecting, as it happens.
//
//     struct log : attempt_observer<tcp::endpoint> { void started(...) ... };
//     options.observer = &my_log;

#include <cstddef>

#include "../core/result.hpp"

namespace eyeballs {

/// Is told of each attempt, in the order of the events, where the connect's task runs. It outlives
/// the connect.
template <class Endpoint> class attempt_observer {
 public:
  /// Attempt `index` (from 0, in the order of the starts) has been started.
  virtual void started(std::size_t index, const Endpoint& endpoint) noexcept = 0;

  /// Attempt `index` has ended. If it has not connected, `why` is its error; or null, if it was
  /// stopped. If it has connected, `why` is null.
  virtual void ended(std::size_t index, const Endpoint& endpoint, bool connected,
                     const error* why) noexcept = 0;

 protected:
  ~attempt_observer() = default;
};

}  // namespace eyeballs
