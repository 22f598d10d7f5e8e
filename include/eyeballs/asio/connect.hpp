// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by Happy Eyeballs: from a name to a socket.
//
//     tcp::socket s = co_await connect(executor, "example.com", "443");  // in a task; elsewhere:
//     tcp::socket s = co_await async_connect(executor, "example.com", "443", use_awaitable);

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../connect_by_name.hpp"
#include "../core/timeout.hpp"
#include "co_spawn.hpp"
#include "connect_options.hpp"
#include "dns/known_endpoints.hpp"
#include "dns/nat64_resolver.hpp"
#include "dns/system_resolver.hpp"
#include "error.hpp"
#include "host/connectivity.hpp"
#include "tcp/attempt_report.hpp"
#include "tcp/connect_to.hpp"
#include "tcp/tcp_transport.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline configurable_values values_of(const connect_options& options, const connectivity& here) {
  configurable_values v;
  v.resolution_delay = options.resolution_delay;
  v.first_family_count = options.first_family_count;
  v.attempt_delay = options.attempt_delay;
  v.minimum_attempt_delay = options.minimum_attempt_delay;
  v.maximum_attempt_delay = options.maximum_attempt_delay;
  v.failure_delay = options.failure_delay;
  v.max_attempts_in_flight = options.max_attempts_in_flight;
  v.ask_v6 = here.asks_for(address_family::v6);
  v.ask_v4 = here.asks_for(address_family::v4) || here.v6_only();  // NAT64
  v.preferred_family = options.preferred_family.value_or(here.preferred());
  return v;
}

/// A template, as `connect` is: GCC compiles other inline coroutines without optimisation wherever
/// they are included, called or not.
template <class = void> task<tcp::socket> connect_unlimited(asio::any_io_executor executor,
                                                            std::string host, std::string service,
                                                            const connect_options& options) {
  auto known = known_endpoints(host, service);
  if (!known) co_return fail(std::move(known).error());
  const connectivity here = find_connectivity();
  configurable_values values = values_of(options, here);

  system_resolver system;
  known_resolver answers(known->value_or(std::vector<tcp::endpoint>()));
  resolver<tcp::endpoint>& dns = options.resolver ? *options.resolver : system;
  resolver<tcp::endpoint>& names = *known ? answers : dns;
  nat64_resolver by_v6_only(names, dns, *known || here.asks_for(address_family::v4));
  if (*known) {
    values.ask_v6 = answers.has(address_family::v6);
    values.ask_v4 = answers.has(address_family::v4);
  }
  resolver<tcp::endpoint>& asked = here.v6_only() ? by_v6_only : names;

  tcp_transport transport(std::move(executor), options);
  co_return co_await as_result(
      connect_by_name(asked, transport, std::move(host), std::move(service), values));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Yields a TCP socket, on `executor`, that is connected to `service` (a name or a port) of `host`
/// (a name or an address): a client of RFC 8305. AAAA and A are asked for as the host has
/// connectivity, unless the host is an address or `localhost`; attempts begin as soon as the
/// answers allow it, in the order of RFC 6724, the families in turn, by `happy_eyeballs`; later
/// answers are sorted in. On a network with IPv6 only, IPv4 goes by NAT64 (section 7).
///
/// An error has the code of the most preferred endpoint that failed, and as causes those of all,
/// and then of the queries that failed; where there was nothing to try, the preferred family's
/// query's, or `errc::no_endpoints`. Other codes are `std::errc::timed_out`, about host and
/// service, with a cause for each attempt, which is `errc::stopped` for those in flight; and
/// `std::errc::invalid_argument` for what is wrong with the arguments, said in `about()`. A stop
/// ends it as stopped, at once, and closes everything; a lookup that hangs is left behind. The
/// lookup counts in `options.timeout`. Resumes on the task's executor. The context of `executor`
/// outlives the task, which holds its sockets.
template <class = void> task<tcp::socket> connect(detail::asio::any_io_executor executor,
                                                  std::string host, std::string service,
                                                  connect_options options = {}) {
  if (auto wrong = detail::invalid(host, service, options)) co_return fail(*std::move(wrong));
  detail::attempt_report tried(options.observer);
  options.observer = &tried;
  auto unlimited = detail::connect_unlimited(std::move(executor), host, service, options);
  // Two results: the timeout's own, and within it how the connect ended in time.
  auto in_time = co_await as_result(timeout(as_result(std::move(unlimited)), options.timeout));
  if (!in_time)
    co_return fail(in_time.error().code(), host + ' ' + service, std::move(tried).errors());
  co_return *std::move(in_time);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What `async_connect` calls its handler with.
class connect_arguments {
 public:
  explicit connect_arguments(asio::any_io_executor executor) : executor_(std::move(executor)) {}

  std::tuple<error_code, tcp::socket> operator()(outcome<tcp::socket>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    error_code why = asio::error::operation_aborted;
    if (!end.stopped()) why = to_asio(end.error().code());
    // A failure to which its resolver or preparer gave no code must not pass for success.
    if (!why) why = to_asio(std::make_error_code(std::errc::io_error));
    return {why, tcp::socket(executor_)};
  }

 private:
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

/// `connect` as an asynchronous operation of Asio's, with the completion signature
/// `void(error_code, tcp::socket)` and any completion token. The code is Asio's own: it compares
/// equal to `asio::error::timed_out`, `connection_refused`, `not_found` for no endpoints,
/// `operation_aborted` for a stop. A cancellation of any kind stops it. For executors, allocator
/// and lifetime see `co_spawn`.
template <detail::executor Executor, class Token>
auto async_connect(const Executor& executor, std::string host, std::string service,
                   connect_options options, Token&& token) {
  return detail::asio::async_initiate<Token, void(error_code, tcp::socket)>(
      detail::initiate_connect<Executor>(executor), token, std::move(host), std::move(service),
      options);
}

template <detail::executor Executor, class Token>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(const Executor& executor, std::string host, std::string service, Token&& token) {
  return async_connect(executor, std::move(host), std::move(service), connect_options(),
                       std::forward<Token>(token));
}

template <detail::context Context, class Token>
auto async_connect(Context& context, std::string host, std::string service, connect_options options,
                   Token&& token) {
  return async_connect(context.get_executor(), std::move(host), std::move(service), options,
                       std::forward<Token>(token));
}

template <detail::context Context, class Token>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(Context& context, std::string host, std::string service, Token&& token) {
  return async_connect(context.get_executor(), std::move(host), std::move(service),
                       std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
