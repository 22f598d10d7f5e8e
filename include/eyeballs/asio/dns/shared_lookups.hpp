// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the lookups of all execution contexts share: the threads, and the locks, which a fork takes.

#include <cstddef>
#include <memory>

#include "../host/lookup_thread.hpp"
#include "lookup_threads.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class shared_lookups {
 public:
  /// How many threads may be there at a time, and for how many of them only questions are that wait
  /// for no network.
  static constexpr std::size_t most_threads = 256, for_files = 4;

  /// Those of this copy of the library. They are never destroyed, as a thread may still be there at
  /// the end of the program.
  static shared_lookups& of_this_copy() {
    static shared_lookups& all = *make();
    return all;
  }

  explicit shared_lookups(std::size_t most = most_threads) noexcept
      : network(locks, most - for_files), files(locks, for_files) {}

  lookup_threads& threads_for(patience p) noexcept {
    return p == patience::files ? files : network;
  }

  lookup_locks locks;
  lookup_threads network;
  lookup_threads files;

 private:
  static shared_lookups* make() {
    auto all = std::make_unique<shared_lookups>();
    at_fork(&before_fork, &after_fork, &in_child);
    keep_code_loaded();  // outside of the locks, as the loader has one of its own
    return all.release();
  }

  static void before_fork() noexcept {
    of_this_copy().locks.telling.lock();
    of_this_copy().locks.all.lock();
  }

  static void after_fork() noexcept {
    of_this_copy().locks.all.unlock();
    of_this_copy().locks.telling.unlock();
  }

  static void in_child() noexcept {
    of_this_copy().network.lose_threads();
    of_this_copy().files.lose_threads();
    after_fork();
  }
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
