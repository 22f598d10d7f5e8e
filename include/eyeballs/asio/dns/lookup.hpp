// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A wait for one getaddrinfo.
//
// It can't be interrupted, and Asio's resolver waits for it. Here it has a detached thread that
// shares only counted things with us: one that hangs holds up nobody, neither a stop, nor another
// lookup, nor the death of the io_context, nor the program's exit.

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../host/addrinfo.hpp"
#include "../runtime/mailbox_wait.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

using addresses = std::vector<tcp::endpoint>;

/// What a task asks, and the answer that it shares with the thread.
struct lookup {
  lookup(std::string h, std::string s, asked_family f)
      : host(std::move(h)), service(std::move(s)), family(f) {}

  void run() noexcept {
    if (follows_aaaa) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    try {
      answer.put(get_addresses(host, service, family));
    } catch (...) { answer.put(error::current()); }
  }

  const std::string host, service;
  const asked_family family;
  bool follows_aaaa = false;
  mailbox<addresses> answer;
};

/// The lookups of an execution context that no thread has begun yet. A new thread takes the first
/// of them, whichever it was started for: so they begin in the order in which they were asked for,
/// even where the system runs the threads in another.
///
/// The A query is to come second and at once (RFC 8305, section 3). Only getaddrinfo knows when it
/// sends one, so that of A begins a millisecond after that of AAAA for the same name: the first
/// call in a process may take as long to load what it needs. On a busy machine one A query in ten
/// came first without, and one in five hundred with it.
class lookup_queue {
 public:
  /// Unless as many as `most_threads` run, starts one; else the lookup waits for one that is done.
  static void add(const std::shared_ptr<lookup_queue>& queue, std::shared_ptr<lookup> l,
                  std::size_t most_threads) {
    const std::scoped_lock lock(queue->mutex_);
    std::string name = l->host + ' ' + l->service;
    l->follows_aaaa = l->family == asked_family::v4 && name == queue->asked_for_aaaa_;
    queue->asked_for_aaaa_ = l->family == asked_family::v6 ? std::move(name) : std::string();
    queue->waiting_.push_back(std::move(l));
    if (queue->threads_ >= most_threads) return;
    try {
      std::thread([queue] { queue->work(); }).detach();
    } catch (...) {
      queue->waiting_.pop_back();
      throw;
    }
    ++queue->threads_;
  }

  /// Nobody wants the answer any more.
  void forget(const std::shared_ptr<lookup>& l) noexcept {
    const std::scoped_lock lock(mutex_);
    std::erase(waiting_, l);
  }

 private:
  void work() noexcept {
    std::unique_lock lock(mutex_);
    while (!waiting_.empty()) {
      std::shared_ptr<lookup> next = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      next->run();
      next.reset();
      lock.lock();
    }
    --threads_;
  }

  std::mutex mutex_;
  std::deque<std::shared_ptr<lookup>> waiting_;
  std::size_t threads_ = 0;
  std::string asked_for_aaaa_;  // by the newest lookup, if that is what it asks for
};

/// The queue of an execution context, which its threads may survive.
class lookups : public asio::execution_context::service {
 public:
  using key_type = lookups;
  inline static asio::execution_context::id id;

  explicit lookups(asio::execution_context& c) : asio::execution_context::service(c) {}

  const std::shared_ptr<lookup_queue> queue = std::make_shared<lookup_queue>();

 private:
  void shutdown() noexcept override {}
};

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
