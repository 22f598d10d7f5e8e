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

#include "../core/timeout.hpp"
#include "../endpoints/interleave.hpp"
#include "../happy_eyeballs.hpp"
#include "connector.hpp"
#include "error.hpp"
#include "options.hpp"
#include "resolve.hpp"
#include "spawn.hpp"

namespace eyeballs {
inline namespace EYEBALLS_ASIO_NAMESPACE {

namespace asio_detail {

/// Tells an observer of one attempt, whose frame it lives in: destroyed without an end, it was
/// stopped.
class observed_attempt {
 public:
  observed_attempt(const connect_options& options, std::size_t index, const tcp::endpoint& endpoint)
      : observer_(options.observer), index_(index), endpoint_(endpoint) {
    if (observer_) observer_->started(index_, endpoint_);
  }
  observed_attempt(const observed_attempt&) = delete;
  ~observed_attempt() { end(false, nullptr); }
  void end(bool connected, const error* why) noexcept {
    if (auto* observer = std::exchange(observer_, nullptr))
      observer->ended(index_, endpoint_, connected, why);
  }
 private:
  attempt_observer<tcp::endpoint>* observer_;
  std::size_t index_;
  const tcp::endpoint& endpoint_;
};

inline task<tcp::socket> connect_attempt(asio::any_io_executor executor, std::size_t index,
                                         tcp::endpoint endpoint, const connect_options& options) {
  observed_attempt observed(options, index, endpoint);
  auto socket = co_await as_result(
      timeout(connect_to(std::move(executor), endpoint), options.attempt_timeout));
  if (socket) {
    observed.end(true, nullptr);
    co_return *std::move(socket);
  }
  const error why(socket.error().code(), to_string(endpoint));
  observed.end(false, &why);
  co_return fail(why);
}

inline task<tcp::socket> connect_unlimited(asio::any_io_executor executor, std::string host,
                                           std::string service, const connect_options& options) {
  auto found = co_await as_result(resolve(std::move(host), std::move(service)));
  if (!found) co_return fail(std::move(found).error());
  auto endpoints =
      interleave(*std::move(found), [](const tcp::endpoint& e) { return e.address().is_v6(); });
  std::vector<task<tcp::socket>> attempts;
  for (const tcp::endpoint& e : endpoints)
    attempts.push_back(connect_attempt(executor, attempts.size(), e, options));
  auto socket = co_await as_result(happy_eyeballs(options.attempt_delay, std::move(attempts)));
  if (!socket) co_return fail(std::move(socket).error());
  co_return *std::move(socket);
}

}  // namespace asio_detail

/// Yields a TCP socket, on `executor`, that is connected to `service` (a name or a port) of `host`
/// (a name or an address): the addresses of both families in turn (RFC 8305, section 4), by
/// `happy_eyeballs` (section 5). An error has the code of the most preferred endpoint that failed,
/// and as causes those of all; other codes are `timed_out`, the resolver's, `errc::no_endpoints`,
/// and `invalid_argument` for what is wrong with the arguments, said in `message()`. A stop ends it
/// as stopped and closes everything. The lookup counts in `options.timeout`. Resumes on the task's
/// executor.
inline task<tcp::socket> connect(asio::any_io_executor executor, std::string host,
                                 std::string service, connect_options options = {}) {
  if (auto wrong = asio_detail::invalid(host, service, options)) co_return fail(*std::move(wrong));
  auto socket = co_await as_result(
      timeout(asio_detail::connect_unlimited(std::move(executor), std::move(host),
                                             std::move(service), options),
              options.timeout));
  if (!socket) co_return fail(std::move(socket).error());
  co_return *std::move(socket);
}

namespace asio_detail {

/// What `async_connect` calls its handler with.
class connect_arguments {
 public:
  explicit connect_arguments(asio::any_io_executor executor) : executor_(std::move(executor)) {}
  std::tuple<error_code, tcp::socket> operator()(outcome<tcp::socket>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    return {
        end.stopped() ? error_code(asio::error::operation_aborted) : to_asio(end.error().code()),
        tcp::socket(executor_)};
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
        executor_, connect(executor_, std::move(host), std::move(service), options),
        std::decay_t<Handler>(std::forward<Handler>(handler)), connect_arguments(executor_));
  }
 private:
  Executor executor_;
};

}  // namespace asio_detail

/// `connect` as an asynchronous operation of Asio's, with the completion signature
/// `void(error_code, tcp::socket)` and any completion token. The code is Asio's own: it compares
/// equal to `asio::error::timed_out`, `connection_refused`, `not_found` for no endpoints,
/// `operation_aborted` for a stop. A cancellation of any kind stops it. For executors, allocator
/// and lifetime see `co_spawn`.
template <asio_detail::executor Executor, class Token>
auto async_connect(const Executor& executor, std::string host, std::string service,
                   connect_options options, Token&& token) {
  return asio::async_initiate<Token, void(error_code, tcp::socket)>(
      asio_detail::initiate_connect<Executor>(executor), token, std::move(host), std::move(service),
      options);
}
template <asio_detail::executor Executor, class Token>
  requires(!std::is_same_v<std::decay_t<Token>, connect_options>)
auto async_connect(const Executor& executor, std::string host, std::string service, Token&& token) {
  return async_connect(executor, std::move(host), std::move(service), connect_options(),
                       std::forward<Token>(token));
}
template <asio_detail::context Context, class... Rest>
auto async_connect(Context& context, std::string host, std::string service, Rest&&... rest) {
  return async_connect(context.get_executor(), std::move(host), std::move(service),
                       std::forward<Rest>(rest)...);
}

}  // namespace EYEBALLS_ASIO_NAMESPACE
}  // namespace eyeballs
