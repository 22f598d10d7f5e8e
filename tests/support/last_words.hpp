// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_LAST_WORDS_HPP
#define EYEBALLS_TESTS_SUPPORT_LAST_WORDS_HPP

// What is said by a program that is aborted.

#ifdef _WIN32
#include <windows.h>

#include <fcntl.h>
#include <io.h>

#include <atomic>
#include <thread>
#else
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <array>
#include <csignal>
#include <string>

namespace support {

#ifdef _WIN32

inline std::atomic<bool> was_aborted = false;

inline void end_this_thread(int) {
  was_aborted = true;
  ::ExitThread(0);
}

/// What `misuse` says to stderr before it is aborted, on a thread of its own, as there is no fork; empty
/// if it is not. What the thread had is lost.
template <class Misuse> std::string last_words(Misuse misuse) {
  constexpr int errors = 2;
  std::array<int, 2> ends{};
  if (::_pipe(ends.data(), 65536, _O_BINARY) != 0) return {};
  const int before = ::_dup(errors);
  ::_dup2(ends[1], errors);
  was_aborted = false;
  std::signal(SIGABRT, end_this_thread);
  std::thread(misuse).join();
  std::signal(SIGABRT, SIG_DFL);
  ::_dup2(before, errors);
  ::_close(before);
  ::_close(ends[1]);

  std::string said;
  std::array<char, 256> part{};
  for (int n; (n = ::_read(ends[0], part.data(), int(part.size()))) > 0;)
    said.append(part.data(), std::size_t(n));
  ::_close(ends[0]);
  return was_aborted ? said : std::string();
}

#else

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

#endif

}  // namespace support

#endif
