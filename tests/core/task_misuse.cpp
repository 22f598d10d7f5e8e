// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

#include "support/steps.hpp"

// What may not be done with a task, and that an assertion says so.

#ifndef NDEBUG

using namespace eyeballs;
using namespace support;

namespace {

/// What `misuse` says to stderr before it is aborted, in a process of its own; empty if it is not.
template <class Misuse> std::string last_words(Misuse misuse) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(ends[1], STDERR_FILENO);
    misuse();
    _exit(0);
  }
  close(ends[1]);

  std::string said;
  std::array<char, 256> part{};
  for (ssize_t n; (n = read(ends[0], part.data(), part.size())) > 0;)
    said.append(part.data(), std::size_t(n));
  close(ends[0]);

  int status = 0;
  waitpid(child, &status, 0);
  const bool aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  return aborted ? said : std::string();
}

}  // namespace

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
