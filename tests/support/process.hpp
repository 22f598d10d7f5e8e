// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_PROCESS_HPP
#define EYEBALLS_TESTS_SUPPORT_PROCESS_HPP

// What this process holds: files, threads, memory. On Windows that is its handles alone, which wine 8
// does not count: there are always none.

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <vector>

namespace support {

#ifdef _WIN32

inline std::size_t open_files() {
  DWORD count = 0;
  ::GetProcessHandleCount(::GetCurrentProcess(), &count);
  return count;
}

#else

/// How many entries a directory like /proc/self/fd has.
inline std::size_t entries(const char* directory) {
  using iterator = std::filesystem::directory_iterator;
  return static_cast<std::size_t>(std::distance(iterator(directory), iterator()));
}

inline std::size_t open_files() { return entries("/proc/self/fd"); }

inline std::size_t running_threads() { return entries("/proc/self/task"); }

/// The memory that the process occupies, in kB.
inline std::size_t resident_kilobytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  unsigned long all = 0, resident = 0;
  const bool read = file && std::fscanf(file, "%lu %lu", &all, &resident) == 2;
  if (file) std::fclose(file);
  if (!read) throw std::runtime_error("/proc/self/statm can't be read");
  return resident * static_cast<unsigned long>(::sysconf(_SC_PAGESIZE)) / 1024;
}

/// Waits until no more than `count` threads are left; false, if that takes too long.
inline bool threads_settle(std::size_t count) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (running_threads() > count) {
    if (std::chrono::steady_clock::now() > patience) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

/// As long as it lives no file and no socket can be opened.
class no_more_files {
 public:
  no_more_files() {
    for (int n; (n = ::dup(0)) >= 0;) all_.push_back(n);
  }

  no_more_files(const no_more_files&) = delete;

  ~no_more_files() {
    for (const int n : all_) ::close(n);
  }

 private:
  std::vector<int> all_;
};

#endif

}  // namespace support

#endif
