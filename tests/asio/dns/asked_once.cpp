// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/dns/asked_once.hpp"

#include "support/asio.hpp"
#include "support/steps.hpp"

namespace {

using support::after;
using support::stops_itself;

task<int> noted_call(int& calls, int value) {
  ++calls;
  co_await sleep(10ms);
  co_return value;
}

task<int> stops() {
  co_await stops_itself();
  co_return 0;
}

}  // namespace

TEST_CASE("asked_once: all who ask have the answer of the first question") {
  detail::asked_once<int> once;
  int calls = 0;
  const auto both = [&]() -> task<int> {
    auto sum = co_await join(once.answer(noted_call(calls, 1)), once.answer(noted_call(calls, 2)));
    co_return std::get<0>(sum) + std::get<1>(sum);
  };
  CHECK(run_in_virtual_time(both()).value() == 2);
  CHECK(calls == 1);
}

TEST_CASE("asked_once: a question that stops by itself has failed, and nobody waits for ever") {
  detail::asked_once<int> once;
  const auto both = [&]() -> task<bool> {
    auto first = as_result(once.answer(stops()));
    auto second = as_result(once.answer(after(1ms, 2)));
    auto told = co_await join(std::move(first), std::move(second));
    const auto was_canceled = [](const result<int>& r) {
      return r.has_error() && r.error().code() == std::errc::operation_canceled;
    };
    co_return was_canceled(std::get<0>(told)) && was_canceled(std::get<1>(told));
  };
  CHECK(run_in_virtual_time(both()).value());
}

TEST_CASE("asked_once: who is stopped while the first question is asked ends stopped") {
  detail::asked_once<int> once;
  auto limited = as_outcome(timeout(once.answer(after(1h, 1)), 10ms));
  const auto end = [](auto t) -> task<std::error_code> {
    auto told = co_await std::move(t);
    co_return told.error().code();
  };
  CHECK(run_in_virtual_time(end(std::move(limited))).value() == std::errc::timed_out);
}
