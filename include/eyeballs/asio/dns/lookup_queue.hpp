// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The lookups of an execution context, and the threads that block in getaddrinfo for them.
//
// A thread is detached, and shares only counted things with its context. So a lookup that hangs
// holds up neither a stop, nor another lookup, nor the end of the io_context, nor the program's
// exit.

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "../host/addrinfo.hpp"
#include "../runtime/mailbox.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What a task asks, and the answer, which it shares with the thread.
struct lookup {
  lookup(std::string h, std::string s, asked_family f)
      : host(std::move(h)), service(std::move(s)), family(f) {}

  /// Puts the answer, in a thread.
  void run() noexcept {
    if (follows_aaaa) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    try {
      answer.put(get_addresses(host, service, family));
    } catch (...) { answer.put(error::current()); }
  }

  const std::string host;
  const std::string service;
  const asked_family family;
  bool follows_aaaa = false;  // it asks for A, and AAAA of the same name was asked for just before
  mailbox<addresses> answer;
};

/// The lookups that no thread has begun yet. A new thread takes the first of them, whichever it was
/// started for. So they begin in the order in which they were asked for, even where the system runs
/// the threads in another order.
///
/// The A query is to come second and at once (RFC 8305, section 3). Only getaddrinfo knows when it
/// sends a query, so that for A begins a millisecond after that for AAAA of the same name: the
/// first call in a process may take as long to load what it needs. On a busy machine one A query in
/// ten came first without the millisecond, and one in five hundred with it.
class lookup_queue {
 public:
  /// Adds a lookup, and starts a thread unless `most_threads` run. Otherwise the lookup waits for a
  /// thread that has done its own.
  static void add(const std::shared_ptr<lookup_queue>& queue, std::shared_ptr<lookup> l,
                  std::size_t most_threads) {
    const std::scoped_lock lock(queue->mutex_);
    queue->push(std::move(l));
    if (queue->threads_ >= most_threads) return;
    try {
      std::thread([queue] { queue->work(); }).detach();
    } catch (...) {
      queue->waiting_.pop_back();
      throw;
    }
    ++queue->threads_;
  }

  /// The answer is not wanted any more.
  void forget(const std::shared_ptr<lookup>& l) noexcept {
    const std::scoped_lock lock(mutex_);
    std::erase(waiting_, l);
  }

 private:
  void push(std::shared_ptr<lookup> l) {
    std::string name = l->host + ' ' + l->service;
    l->follows_aaaa = l->family == asked_family::v4 && name == newest_aaaa_;
    if (l->family == asked_family::v6) newest_aaaa_ = std::move(name);
    else newest_aaaa_.clear();
    waiting_.push_back(std::move(l));
  }

  /// What each thread does.
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
  std::string newest_aaaa_;  // the name that the newest lookup asks AAAA of; empty if it does not
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
