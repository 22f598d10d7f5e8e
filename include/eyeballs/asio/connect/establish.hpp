// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A callable of the user's that makes a connection of a connected socket, and a connect with it.

#include <string>
#include <type_traits>
#include <utility>

#include "../../core/as_result.hpp"
#include "../../core/detail/as_operation.hpp"
#include "../../core/task.hpp"
#include "../awaitable.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../tcp/establisher.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class F> concept establishes =
    requires(F& f, tcp::socket& s) { requires awaitable<decltype(f(std::move(s)))>; };

template <class F> using operation_by =
    operation_of<decltype(std::declval<F&>()(std::declval<tcp::socket>()))>;

/// What it makes of a socket.
template <class F> using established_by = typename operation_by<F>::value_type;

/// One that knows the type of what it makes.
template <class F> class establisher_by final : public establisher {
  using value = established_by<F>;
  static_assert(std::is_object_v<value>,
                "eyeballs: establish yields the connection, as a value: it is no task<>");

 public:
  explicit establisher_by(F f) : make_(std::move(f)) {}

  static value&& take(established& made) noexcept {
    return static_cast<established_as<value>&>(*made).take();
  }

 private:
  task<established> establish(tcp::socket socket) override {
    auto making = as_operation(make_(std::move(socket)));
    auto end = co_await as_result(std::move(making));
    if (!end) co_return fail(std::move(end).error());
    co_return established(new established_as<value>(*std::move(end)));
  }

  F make_;
};

/// `connect`, where `then` is done with each socket before that counts. `then` outlives the task.
template <class = void> task<established> connect_established(asio::any_io_executor executor,
                                                              std::string host, std::string service,
                                                              establisher& then,
                                                              connect_options options);

template <class F>
auto connect_and_establish_by(asio::any_io_executor executor, std::string host, std::string service,
                              F establish, connect_options options) -> task<established_by<F>> {
  establisher_by<F> then(std::move(establish));
  auto made = co_await as_result(
      connect_established(std::move(executor), std::move(host), std::move(service), then, options));
  if (!made) co_return fail(std::move(made).error());
  co_return then.take(*made);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
