// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <string>

#include "support/last_words.hpp"
#include "support/steps.hpp"

// What may not be done with a task, and that an assertion says so.

#ifndef NDEBUG

using namespace eyeballs;
using namespace support;

TEST_CASE("a task that is awaited twice: an assertion says so") {
  auto body = []() -> task<int> {
    task<int> once = ready(1);
    const int first = co_await std::move(once);
    co_return first + co_await std::move(once);
  };
  const std::string said = last_words([&] { (void)run_in_virtual_time(body()); });
  CHECK(said.find("a task is awaited once") != said.npos);
}

TEST_CASE("a moved-from task that is awaited: an assertion says so") {
  auto body = []() -> task<int> {
    task<int> from = ready(1);
    const task<int> to = std::move(from);
    co_return co_await std::move(from);
  };
  const std::string said = last_words([&] { (void)run_in_virtual_time(body()); });
  CHECK(said.find("a moved-from task is awaited") != said.npos);
}

#endif
