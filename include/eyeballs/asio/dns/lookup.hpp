// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for one getaddrinfo, which can't be interrupted. A stop ends the wait, and leaves the
// thread behind.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "../runtime/mailbox_wait.hpp"
#include "lookup_queue.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Holds the queue of an execution context, which its threads may survive.
class lookups : public asio::execution_context::service {
 public:
  using key_type = lookups;
  inline static asio::execution_context::id id;

  explicit lookups(asio::execution_context& c) : asio::execution_context::service(c) {}

  const std::shared_ptr<lookup_queue> queue = std::make_shared<lookup_queue>();

 private:
  void shutdown() noexcept override {}
};

/// Yields the addresses. See `lookup_queue` for `most_threads`.
class [[nodiscard]] lookup_operation : public mailbox_wait<lookup_operation, addresses> {
 public:
  lookup_operation(std::string host, std::string service, asked_family family,
                   std::size_t most_threads)
      : lookup_(std::make_shared<lookup>(std::move(host), std::move(service), family)),
        most_threads_(most_threads) {}

  lookup_operation(lookup_operation&&) = default;

  ~lookup_operation() {
    if (queue_) queue_->forget(lookup_);
  }

 private:
  friend mailbox_wait;

  std::shared_ptr<mailbox<addresses>> make_box() { return {lookup_, &lookup_->answer}; }

  void launch() {
    const serial_executor& here = asio_scheduler_of(this->here())->executor();
    queue_ = asio::use_service<lookups>(asio::query(here, asio::execution::context)).queue;
    lookup_queue::add(queue_, lookup_, most_threads_);
  }

  bool retract() noexcept { return true; }

  std::shared_ptr<lookup> lookup_;
  std::size_t most_threads_;
  std::shared_ptr<lookup_queue> queue_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
