// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What an attempt of `connect` does before it counts: TCP alone, or TCP and what an application's
// `establish` makes of the socket. What starts a coroutine is a template: GCC compiles others without
// optimisation wherever they are included, called or not.

#include <utility>

#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/paths.hpp"
#include "../tcp/connect_attempt.hpp"
#include "../tcp/establish_attempt.hpp"
#include "../tcp/establishing_transport.hpp"
#include "../tcp/tcp_transport.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class tcp_alone {
 public:
  using connection = tcp::socket;

  /// For the endpoints of a host.
  tcp_transport transport(asio::any_io_executor executor, const connect_options& options,
                          paths& ways) const {
    return tcp_transport(std::move(executor), options, ways);
  }

  /// At a host that is an address. `executor` and `options` outlive the task.
  template <class = void>
  task<connection> only_attempt(const asio::any_io_executor& executor, const destination& to,
                                const connect_options& options, attempt_limit limit) const {
    return connect_attempt<const asio::any_io_executor&>(executor, 0, to, options, limit);
  }
};

class tcp_and_more {
 public:
  using connection = established;

  /// `then` outlives the connect.
  explicit tcp_and_more(establisher& then) noexcept : then_(&then) {}

  establishing_transport transport(asio::any_io_executor executor, const connect_options& options,
                                   paths& ways) const {
    return establishing_transport(std::move(executor), options, ways, *then_);
  }

  template <class = void>
  task<connection> only_attempt(const asio::any_io_executor& executor, const destination& to,
                                const connect_options& options, attempt_limit limit) const {
    return establish_attempt(executor, 0, to, options, limit, *then_, attempt_progress());
  }

 private:
  establisher* then_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
