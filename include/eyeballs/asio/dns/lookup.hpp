// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for the answer to a question. A stop ends the wait, and leaves the thread behind.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "../host/addrinfo.hpp"
#include "../runtime/foreign_threads.hpp"
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
  /// Before the trees end: a context shuts down first what was added to it last.
  void shutdown() noexcept override { queue->close(); }

  void notify_fork(asio::execution_context::fork_event e) override {
    if (e == asio::execution_context::fork_child) queue->resume();
  }
};

/// Yields the answer. Ends with `operation_not_supported` in a context that is not for threads; with
/// `resource_unavailable_try_again` if the system has no thread to give, and `not_enough_memory`.
template <class T> class EYEBALLS_AWAITABLE lookup_operation
    : public mailbox_wait<lookup_operation<T>, T> {
  using wait = mailbox_wait<lookup_operation, T>;

 public:
  /// See `lookup_queue::add`.
  explicit lookup_operation(question<T> q, std::size_t most = most_names)
      : question_(std::move(q)), most_(most) {}

  lookup_operation(lookup_operation&&) = default;

  ~lookup_operation() { retract(); }

 private:
  friend wait;

  std::shared_ptr<mailbox<T>> make_box() {
    waiter_ = std::make_shared<lookup_waiter_for<T>>();
    return {waiter_, &waiter_->box};
  }

  void launch() {
    asio::execution_context& context = asio_scheduler_of(this->here())->strand()->context();
    if (!admits_foreign_threads(context)) throw task_error(needs_threads());
    queue_ = asio::use_service<lookups>(context).queue;
    queue_->add(waiter_, question_, most_);
  }

  bool retract() noexcept {
    if (queue_) queue_->forget(*waiter_);
    return true;
  }

  static error needs_threads() {
    return error(std::make_error_code(std::errc::operation_not_supported),
                 "a lookup in an execution context that is not for threads");
  }

  question<T> question_;
  std::size_t most_;
  std::shared_ptr<lookup_waiter_for<T>> waiter_;
  std::shared_ptr<lookup_queue> queue_;
};

/// Which endpoints `service` has at `host`. A question for IPv4 comes after that for IPv6.
inline question<addresses> which_addresses(const std::string& host, const std::string& service,
                                           asked_family family) {
  std::string name = host + ' ' + service;
  std::string key = prefix_of(family) + name;
  auto ask = [host, service, family] { return get_addresses(host, service, family); };
  question<addresses> which(name, std::move(key), std::move(ask));
  if (family == asked_family::v4) which.follows = prefix_of(asked_family::v6) + name;
  return which;
}

inline lookup_operation<addresses> look_up(const std::string& host, const std::string& service,
                                           asked_family family, std::size_t most = most_names) {
  return lookup_operation<addresses>(which_addresses(host, service, family), most);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
