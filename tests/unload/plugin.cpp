// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A shared object whose lookup hangs when it is unloaded.

#include <memory>

#include "eyeballs/asio/dns/lookup.hpp"

using namespace eyeballs::detail;

/// Goes on when `wait` returns.
extern "C" void ask(void (*block)(), void (*wait)()) {
  const auto queue = std::make_shared<lookup_queue>();
  const auto waiter = std::make_shared<lookup_waiter_for<int>>();
  queue->add(waiter, question<int>("a", "", [block] {
               block();
               return eyeballs::result<int>(1);
             }));
  wait();
  queue->forget(*waiter);
}
