// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_FAULTS_INJECTOR_HPP
#define EYEBALLS_TESTS_FAULTS_INJECTOR_HPP

// Fails one allocation of a program after the other: the first, the second, and so on until a run
// needs no more. Each run must end with success or a clear error, and leave nothing behind.
//
//     exhaust("what is run", [](armed now) { prepare(); now(); use(); });

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "eyeballs/base/block_pool.hpp"
#include "support/process.hpp"

namespace faults {

/// What it keeps is not lost; and a block that comes from it is no allocation that could fail.
using pool = eyeballs::detail::block_pool;

/// The `k`-th allocation from now on, on whichever thread, throws std::bad_alloc; or the k-th and
/// all that follow.
void arm(std::size_t k, bool and_all_that_follow) noexcept;
/// No allocation fails any more.
void pause() noexcept;
/// The same, and forgets it. Whether one did.
bool disarm() noexcept;
/// Whether one did since it was armed.
bool has_failed() noexcept;
/// Blocks that were allocated and not freed.
std::ptrdiff_t live() noexcept;

inline int failures = 0;

inline void expect(bool holds, const char* what, const char* where, std::size_t k) {
  if (holds) return;
  ++failures;
  std::fprintf(stderr, "FAILED: %s: %s, with failure %zu\n", where, what, k);
}

/// Which allocation is to fail; 0 is none.
class armed {
 public:
  armed(const char* name, std::size_t k, bool rest) noexcept : name_(name), k_(k), rest_(rest) {}

  /// From here on.
  void operator()() const noexcept {
    if (k_) arm(k_, rest_);
  }

  void expect(bool holds, const char* what) const { faults::expect(holds, what, name_, k_); }

 private:
  const char* name_;
  std::size_t k_;
  bool rest_;
};

inline std::size_t injected = 0;

/// A thread of the system's may be about to end.
inline bool settles(std::ptrdiff_t blocks) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (live() != blocks && std::chrono::steady_clock::now() < patience)
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  return live() == blocks;
}

template <class Run> void exhaust(const char* name, Run run, bool and_all_that_follow = false) {
  std::size_t k = 0;
  const std::size_t threads = support::running_threads();
  for (int i = 0; i < 2; ++i) run(armed(name, 0, false));  // what is made once is made now
  pool::clear();
  expect(support::threads_settle(threads), "a thread is left", name, 0);  // a lookup's
  const std::ptrdiff_t blocks = live();
  const std::size_t files = support::open_files();
  for (bool failed = true; failed;) {
    run(armed(name, ++k, and_all_that_follow));
    failed = disarm();
    pool::clear();
    expect(settles(blocks), "memory is left", name, k);
    expect(support::open_files() == files, "a descriptor is left", name, k);
    if (failures > 20) std::exit(EXIT_FAILURE);
  }
  injected += k - 1;
  std::printf("%-60s %5zu failures\n", name, k - 1);
  std::fflush(stdout);
}

/// For `main`.
inline int verdict() {
  std::printf("%-60s %5zu failures injected\n", "in all", injected);
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}

}  // namespace faults

#endif
