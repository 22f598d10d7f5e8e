// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The transport of TCP whose attempts count when the application has made of the socket what it wants.

#include <cstddef>
#include <utility>

#include "../../attempts/attempt_progress.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/paths.hpp"
#include "establish_attempt.hpp"
#include "tcp_transport.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class establishing_transport : public tcp_transport {
 public:
  /// `options`, `ways` and `then` outlive it.
  establishing_transport(asio::any_io_executor executor, const connect_options& options,
                         paths& ways, establisher& then)
      : tcp_transport(std::move(executor), options, ways), then_(then) {}

  template <class = void> task<established> attempt(const tcp::endpoint& endpoint,
                                                    std::size_t index, attempt_progress progress) {
    return establish_attempt(executor_, index, {endpoint, paths_.translated(endpoint)}, options_,
                             limit_of_attempt(options_), then_, progress);
  }

  void close(established&& late) noexcept { late.reset(); }

 private:
  establisher& then_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
