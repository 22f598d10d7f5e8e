// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The endpoints that a caller's socket may be connected to, and the sockets of the attempts. The
// first attempt has the caller's own; each other one has a socket in its frame, on the same executor.

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "../../attempts/in_place.hpp"
#include "../error.hpp"
#include "callers_socket.hpp"
#include "endpoint_turns.hpp"
#include "given_up.hpp"
#include "race_of_list.hpp"
#include "socket_connect_operation.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class Protocol, class Executor> struct raced_socket
    : asio::basic_socket<Protocol, Executor> {
  using asio::basic_socket<Protocol, Executor>::basic_socket;
};

template <class Protocol, class Executor, class List, class Condition> class socket_list final
    : public raced_list {
  using endpoint = typename Protocol::endpoint;
  using caller = callers_socket<Protocol, Executor>;
  using socket = raced_socket<Protocol, Executor>;

 public:
  /// In the initiation: the caller's socket is opened for the first attempt.
  socket_list(typename caller::type& s, List all, Condition condition)
      : caller_(s),
        executor_(s.get_executor()),
        work_(asio::prefer(executor_, asio::execution::outstanding_work.tracked)),
        all_(std::move(all)),
        condition_(std::move(condition)),
        next_(next_place()) {
    if (next_) caller_.open(endpoint_at(*next_).protocol());
  }

  // A move while nothing is tried.
  socket_list(socket_list&&) = default;

  decltype(auto) element_at(std::size_t place) const { return *iterator_at(place); }

  endpoint endpoint_at(std::size_t place) const { return element_at(place); }

  auto iterator_at(std::size_t place) const {
    return std::next(all_.begin(), std::ptrdiff_t(place));
  }

 private:
  // The race calls these.

  std::optional<task<std::size_t>> next() override {
    const bool is_first = !std::exchange(has_begun_, true);
    const std::optional<std::size_t> place = is_first ? next_ : next_place();
    if (!place) return std::nullopt;
    return is_first ? first_attempt(*place) : attempt(*place);
  }

  bool is_lost() const noexcept override { return caller_.is_lost(); }

  void deliver() override {
    if (winner_) caller_.become(std::move(*winner_));
  }

  void close() noexcept override {
    if (caller_.opened()) caller_.close();
  }

  std::optional<std::size_t> next_place() {
    return turns_.next(all_, [this](std::size_t place) {
      return bool(condition_(std::as_const(last_failure_), element_at(place)));
    });
  }

  task<std::size_t> first_attempt(std::size_t place) {
    if (!caller_.opened()) co_return failed(caller_.opened().error());
    if (caller_.is_lost()) co_return lost();
    const endpoint to = endpoint_at(place);
    socket_connect_operation<Protocol, Executor> connecting(caller_.get(), to,
                                                            std::exchange(work_, std::nullopt));
    co_await until_ended(connecting);
    const result<void> end = connecting.take();
    if (end) {
      has_winner_ = true;
      co_return place;
    }
    if (end.error().code() == std::errc::operation_canceled) co_return lost();
    if (!caller_.get().is_open()) caller_.open(to.protocol());  // it has met itself
    co_return failed(end.error());
  }

  task<std::size_t> attempt(std::size_t place) {
    if (caller_.is_lost()) co_return lost();
    const endpoint to = endpoint_at(place);
    socket own(executor_);
    const error_code code = open_stream_socket(own, to.protocol());
    if (code) co_return failed(connect_error_at(from_asio(code), to));

    socket_connect_operation<Protocol, Executor> connecting(own, to);
    co_await until_ended(connecting);
    const result<void> end = connecting.take();
    if (caller_.is_lost()) co_return lost();
    if (!end) co_return failed(end.error());
    // Who has connected first is chosen. Who comes later, in the same turn, closes its socket.
    if (!std::exchange(has_winner_, true)) winner_.emplace(std::move(own));
    co_return place;
  }

  failure failed(const error& why) {
    last_failure_ = to_asio(why.code());
    return failure(why);
  }

  failure lost() {
    give_up();
    return failure(given_up());
  }

  caller caller_;
  Executor executor_;
  std::optional<working<Executor>> work_;  // until the first attempt has begun
  List all_;
  Condition condition_;
  endpoint_turns<endpoint> turns_;
  error_code last_failure_;
  std::optional<std::size_t> next_;  // the first endpoint, until it is tried
  bool has_begun_ = false;
  bool has_winner_ = false;
  std::optional<socket> winner_;  // none, if the winner is the caller's
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
