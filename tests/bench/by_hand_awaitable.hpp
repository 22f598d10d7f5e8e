// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_BY_HAND_AWAITABLE_HPP
#define EYEBALLS_TESTS_BENCH_BY_HAND_AWAITABLE_HPP

// Happy Eyeballs as one would write it by hand with Asio's coroutines and their operator ||.
//
//     tcp::socket socket = co_await by_hand::connect(endpoints, 250ms);

#include <asio/awaitable.hpp>
#include <asio/error.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>
#include <asio/system_error.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "by_hand_error.hpp"

namespace by_hand {

/// All attempts have failed. The code is the first one's.
class connect_error : public asio::system_error {
 public:
  connect_error(asio::error_code first, std::vector<attempt_error> errors)
      : system_error(first), errors_(std::move(errors)) {}

  const std::vector<attempt_error>& errors() const noexcept { return errors_; }

 private:
  std::vector<attempt_error> errors_;
};

/// What the attempts of one connect share.
struct shared_state {
  std::vector<tcp::endpoint> endpoints;
  asio::steady_timer::duration delay;
  std::vector<attempt_error> errors = {};
};

/// Attempt k by itself. When it fails, `next` is due.
inline asio::awaitable<tcp::socket> open(shared_state& all, std::size_t k,
                                         asio::steady_timer& next) {
  tcp::socket socket(co_await asio::this_coro::executor);
  auto [code] = co_await socket.async_connect(all.endpoints[k],
                                              asio::experimental::as_tuple(asio::use_awaitable));
  if (!code) co_return socket;

  all.errors.push_back({all.endpoints[k], code});
  next.expires_at(asio::steady_timer::time_point::min());
  throw asio::system_error(code);
}

inline asio::awaitable<tcp::socket> attempt(shared_state& all, std::size_t k);

inline asio::awaitable<tcp::socket> attempt_when(shared_state& all, std::size_t k,
                                                 asio::steady_timer& due) {
  // Cancelled when the attempt before has failed. If another has won, the next co_await throws.
  co_await due.async_wait(asio::experimental::as_tuple(asio::use_awaitable));
  co_return co_await attempt(all, k);
}

/// Attempt k, and beside it all later ones.
inline asio::awaitable<tcp::socket> attempt(shared_state& all, std::size_t k) {
  using namespace asio::experimental::awaitable_operators;

  asio::steady_timer next(co_await asio::this_coro::executor, all.delay);
  if (k + 1 == all.endpoints.size()) co_return co_await open(all, k, next);

  auto winner = co_await (open(all, k, next) || attempt_when(all, k + 1, next));
  co_return std::visit([](tcp::socket& socket) { return std::move(socket); }, winner);
}

inline asio::awaitable<tcp::socket> connect(std::vector<tcp::endpoint> endpoints,
                                            asio::steady_timer::duration delay) {
  if (endpoints.empty()) throw connect_error(asio::error::not_found, {});

  shared_state all{std::move(endpoints), delay};
  try {
    co_return co_await attempt(all, 0);
  } catch (const std::exception&) {
    if (all.errors.empty()) throw;  // it was cancelled
  }
  const asio::error_code first = all.errors[0].code;
  throw connect_error(first, std::move(all.errors));
}

}  // namespace by_hand

#endif
