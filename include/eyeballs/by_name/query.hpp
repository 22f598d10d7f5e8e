// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One query of a connect by name: it asks the resolver for one family, and hands in the answer.

#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../core/as_result.hpp"
#include "../core/sleep.hpp"
#include "../core/this_task.hpp"
#include "../core/timeout.hpp"
#include "resolver.hpp"

namespace eyeballs::detail {

/// How a query has ended, without a stop from above.
template <class Candidates, class Endpoint>
void note_answer(Candidates& found, address_family asked, outcome<std::vector<Endpoint>>&& answer,
                 time_point now) {
  if (answer.has_value()) found.add(asked, *std::move(answer), now);
  else if (answer.has_error()) found.fail(asked, std::move(answer).error());
  else found.fail(asked, error(std::make_error_code(std::errc::operation_canceled)));
}

/// Never fails, since a failure is an answer, too; one that takes longer than `limit` has timed out.
/// Ends only when it is stopped.
template <class State, class Endpoint>
task<> query(State& s, resolver<Endpoint>& names, const std::string& host,
             const std::string& service, address_family asked, duration limit) {
  if (s.found.asks(asked)) {
    const environment here = co_await current_environment();
    try {
      auto answer = co_await as_outcome(timeout(names.resolve(host, service, asked), limit));
      if (answer.stopped()) co_await stop_point();  // else the resolver has stopped by itself
      note_answer(s.found, asked, std::move(answer), here.where->now());
    } catch (...) { s.found.fail(asked, error::current()); }
    s.changed();
  }
  co_await never();
}

}  // namespace eyeballs::detail
