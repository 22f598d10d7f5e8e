// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One query of a connect by name: it asks the resolver for one family, and hands in the answer.

#include <string>
#include <system_error>
#include <utility>

#include "../core/as_result.hpp"
#include "../core/sleep.hpp"
#include "../core/this_task.hpp"
#include "resolver.hpp"

namespace eyeballs::detail {

/// Never fails, since a failure is an answer, too. Ends only when it is stopped.
template <class State, class Endpoint>
task<> query(State& s, resolver<Endpoint>& names, const std::string& host,
             const std::string& service, address_family asked) {
  if (s.found.asks(asked)) {
    const environment here = co_await current_environment();
    try {
      auto answer = co_await as_outcome(names.resolve(host, service, asked));
      if (answer.stopped()) {
        co_await stop_point();  // if nobody asked for it, the resolver has stopped by itself
        s.found.fail(asked, error(std::make_error_code(std::errc::operation_canceled)));
      } else if (answer) {
        s.found.add(asked, *std::move(answer), here.where->now());
      } else {
        s.found.fail(asked, std::move(answer).error());
      }
    } catch (...) { s.found.fail(asked, error::current()); }
    s.changed();
  }
  co_await never();
}

}  // namespace eyeballs::detail
