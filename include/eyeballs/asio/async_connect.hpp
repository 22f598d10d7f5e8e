// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// `connect` for those who have no task: with any completion token of Asio's.
//
//     tcp::socket s = co_await async_connect(executor, "example.com", "443", use_awaitable);

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "co_spawn.hpp"
#include "connect.hpp"
#include "error.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What `async_connect` calls its handler with.
class connect_arguments {
 public:
  explicit connect_arguments(asio::any_io_executor executor) : executor_(std::move(executor)) {}

  std::tuple<error_code, tcp::socket> operator()(outcome<tcp::socket>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    return {code_of(end), tcp::socket(executor_)};
  }

 private:
  static error_code code_of(const outcome<tcp::socket>& end) noexcept {
    if (end.stopped()) return asio::error::operation_aborted;
    const error_code code = to_asio(end.error().code());
    // A failure to which its resolver or preparer gave no code must not pass for success; and an
    // exception has none of Asio's.
    const bool has_none = !code || end.error().code() == errc::exception;
    if (has_none) return to_asio(std::make_error_code(std::errc::io_error));
    return code;
  }

  asio::any_io_executor executor_;
};

template <class Executor> class initiate_connect {
 public:
  using executor_type = Executor;

  explicit initiate_connect(const Executor& ex) : executor_(ex) {}

  executor_type get_executor() const noexcept { return executor_; }

  template <class Handler> void operator()(Handler&& handler, std::string host, std::string service,
                                           connect_options options) const {
    spawned<Executor, tcp::socket, std::decay_t<Handler>, connect_arguments>::start(
        executor_, eyeballs::connect(executor_, std::move(host), std::move(service), options),
        std::decay_t<Handler>(std::forward<Handler>(handler)), connect_arguments(executor_));
  }

 private:
  Executor executor_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// `connect` as an asynchronous operation of Asio's.
///
/// * `executor`: what the socket, and the connect itself, run on; or an execution context.
/// * `host`, `service` and `options` are those of `connect`.
/// * `token`: any completion token, for `void(error_code, tcp::socket)`.
///
/// The code is Asio's own, that of `connect` by `to_asio`: all compare equal to the constants of
/// `asio::error`, as `timed_out`, `connection_refused`, `network_unreachable`, `no_descriptors`,
/// `invalid_argument` for wrong arguments, `host_not_found`, `not_found` for no endpoints, and
/// `operation_aborted` for a stop. A cancellation of any kind stops it. For executors, allocator
/// and lifetime see `co_spawn`.
template <detail::executor Executor, class Token>
auto async_connect(const Executor& executor, std::string host, std::string service,
                   connect_options options, Token&& token) {
  return detail::asio::async_initiate<Token, void(error_code, tcp::socket)>(
      detail::initiate_connect<Executor>(executor), token, std::move(host), std::move(service),
      options);
}

/// The same, with the default options.
template <detail::executor Executor, class Token>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(const Executor& executor, std::string host, std::string service, Token&& token) {
  return async_connect(executor, std::move(host), std::move(service), connect_options(),
                       std::forward<Token>(token));
}

/// The same, on the executor of a context.
template <detail::context Context, class Token>
auto async_connect(Context& context, std::string host, std::string service, connect_options options,
                   Token&& token) {
  return async_connect(context.get_executor(), std::move(host), std::move(service), options,
                       std::forward<Token>(token));
}

/// The same, on the executor of a context and with the default options.
template <detail::context Context, class Token>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(Context& context, std::string host, std::string service, Token&& token) {
  return async_connect(context.get_executor(), std::move(host), std::move(service),
                       std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
