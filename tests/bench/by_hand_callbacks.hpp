// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_BY_HAND_CALLBACKS_HPP
#define EYEBALLS_TESTS_BENCH_BY_HAND_CALLBACKS_HPP

// Happy Eyeballs as one would write it by hand with Asio's callbacks, for one thread.
//
//     by_hand::async_connect(executor, endpoints, 250ms, [](asio::error_code first,
//         std::vector<by_hand::attempt_error> errors, tcp::socket socket) { ... });

#include <asio/any_io_executor.hpp>
#include <asio/error.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "by_hand_error.hpp"

namespace by_hand {

/// The attempts of one connect. Their handlers keep it alive.
template <class Handler> class attempts : public std::enable_shared_from_this<attempts<Handler>> {
 public:
  attempts(asio::any_io_executor executor, std::vector<tcp::endpoint> endpoints,
           asio::steady_timer::duration delay, Handler handler)
      : executor_(std::move(executor)),
        endpoints_(std::move(endpoints)),
        delay_(delay),
        timer_(executor_),
        handler_(std::move(handler)) {
    sockets_.reserve(endpoints_.size());  // a socket stays where it is while it connects
  }

  void start() {
    if (!endpoints_.empty()) return start_next();
    asio::post(executor_, [self = this->shared_from_this()] { self->fail(); });
  }

 private:
  bool all_started() const { return sockets_.size() == endpoints_.size(); }

  bool is_newest(std::size_t k) const { return k + 1 == sockets_.size(); }

  void start_next() {
    const std::size_t k = sockets_.size();
    sockets_.emplace_back(executor_);
    ++in_flight_;
    sockets_[k].async_connect(
        endpoints_[k],
        [self = this->shared_from_this(), k](asio::error_code code) { self->connected(k, code); });
    if (!all_started()) start_timer(k);
  }

  void start_timer(std::size_t k) {
    timer_.expires_after(delay_);
    timer_.async_wait([self = this->shared_from_this(), k](asio::error_code code) {
      // One that was due already when it was set anew comes too late to be cancelled.
      if (!code && !self->done_ && self->is_newest(k)) self->start_next();
    });
  }

  void connected(std::size_t k, asio::error_code code) {
    --in_flight_;
    if (done_) return;
    if (!code) return succeed(k);

    errors_.push_back({endpoints_[k], code});
    asio::error_code ignored;
    sockets_[k].close(ignored);
    if (is_newest(k) && !all_started()) start_next();
    else if (in_flight_ == 0) fail();
  }

  void succeed(std::size_t k) {
    tcp::socket winner = std::move(sockets_[k]);
    finish(asio::error_code(), std::move(winner));
  }

  void fail() {
    const asio::error_code first =
        errors_.empty() ? asio::error::make_error_code(asio::error::not_found) : errors_[0].code;
    finish(first, tcp::socket(executor_));
  }

  void finish(asio::error_code code, tcp::socket socket) {
    done_ = true;
    timer_.cancel();
    asio::error_code ignored;
    for (tcp::socket& s : sockets_) s.close(ignored);
    std::move(handler_)(code, std::move(errors_), std::move(socket));
  }

  asio::any_io_executor executor_;
  std::vector<tcp::endpoint> endpoints_;
  asio::steady_timer::duration delay_;
  asio::steady_timer timer_;
  Handler handler_;
  std::vector<tcp::socket> sockets_;  // of all attempts that were started
  std::vector<attempt_error> errors_;
  std::size_t in_flight_ = 0;
  bool done_ = false;
};

template <class Handler> void async_connect(asio::any_io_executor executor,
                                            std::vector<tcp::endpoint> endpoints,
                                            asio::steady_timer::duration delay, Handler handler) {
  std::make_shared<attempts<Handler>>(std::move(executor), std::move(endpoints), delay,
                                      std::move(handler))
      ->start();
}

}  // namespace by_hand

#endif
