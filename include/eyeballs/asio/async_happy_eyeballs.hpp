// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `happy_eyeballs` for those who have no task: with any completion token of Asio's.
//
//     async_happy_eyeballs(executor, 250ms, close, connectors, [](error_code ec, session s) { ... });

#include <type_traits>
#include <utility>

#include "../happy_eyeballs.hpp"
#include "async_connect/arguments.hpp"
#include "async_connect/completion_arguments.hpp"
#include "co_spawn.hpp"
#include "runtime/concepts.hpp"
#include "runtime/initiation.hpp"
#include "runtime/spawned.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Executor> class initiate_happy_eyeballs : public initiation<Executor> {
 public:
  using initiation<Executor>::initiation;

  template <class Handler, class Delay, class Close, class Connectors>
  void operator()(Handler&& handler, Delay delay, Close close, Connectors connectors) const {
    using handler_type = std::decay_t<Handler>;
    const auto make = [&] {
      return race_attempts(make_stagger(std::move(delay)), std::move(close),
                           make_source(std::move(connectors)));
    };
    using operation =
        spawned<Executor, connection_from<Connectors>, handler_type, connection_arguments>;
    operation::start_made(this->executor_, make, handler_type(std::forward<Handler>(handler)), {});
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// `happy_eyeballs` as an asynchronous operation of Asio's.
///
/// * `place`: the executor that all of it runs on, one thing at a time; or an execution context.
/// * `delay`, `close` and `connectors` are those of `happy_eyeballs`, and are moved.
/// * `token`: any completion token, for `void(error_code, Connection)`. It can be left out if the
///   executor has a default one. If there is no `Connection()` for an error, it is a
///   `std::optional<Connection>`.
///
/// The code is that of the first connector that failed, by `to_asio`; `asio::error::not_found` if there
/// was none, and `operation_aborted` for a stop. A cancellation of any kind stops it. For executors,
/// allocator and lifetime see `co_spawn`.
template <class Place, class Delay, class Close, class Connectors,
          class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>>
auto async_happy_eyeballs(Place&& place, Delay delay, Close close, Connectors connectors,
                          Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  static_assert(detail::accepts<Delay, Close, Connectors>());
  using value = detail::spawned_value<detail::connection_from<Connectors>>;
  return detail::asio::async_initiate<Token, void(error_code, value)>(
      detail::initiate_happy_eyeballs<detail::executor_at<Place>>(detail::executor_of(place)),
      token, std::move(delay), std::move(close), std::move(connectors));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
