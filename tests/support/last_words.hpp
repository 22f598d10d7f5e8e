// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_LAST_WORDS_HPP
#define EYEBALLS_TESTS_SUPPORT_LAST_WORDS_HPP

// What is said by a program that is aborted.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

namespace support {

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

}  // namespace support

#endif
