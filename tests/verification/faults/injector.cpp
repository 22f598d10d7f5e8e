// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "injector.hpp"

#include <atomic>
#include <new>

namespace {
std::atomic<std::size_t> countdown = 0;
std::atomic<bool> rest = false, failed = false;
std::atomic<std::ptrdiff_t> blocks = 0;

bool fails() noexcept {
  std::size_t left = countdown;
  while (left && !countdown.compare_exchange_weak(left, left - 1)) {}
  if (left == 1) failed = true;
  return left == 1 || (failed && rest);
}
}  // namespace

void faults::arm(std::size_t k, bool and_all_that_follow) noexcept {
  failed = false;
  rest = and_all_that_follow;
  countdown = k;
}

void faults::pause() noexcept {
  countdown = 0;
  rest = false;
}

bool faults::disarm() noexcept {
  pause();
  return failed.exchange(false);
}

bool faults::has_failed() noexcept { return failed; }

std::ptrdiff_t faults::live() noexcept { return blocks; }

void* operator new(std::size_t bytes) {
  if (fails()) throw std::bad_alloc();
  void* p = std::malloc(bytes ? bytes : 1);
  if (!p) throw std::bad_alloc();
  ++blocks;
  return p;
}

void operator delete(void* p) noexcept {
  if (p) --blocks;
  std::free(p);
}

void operator delete(void* p, std::size_t) noexcept { operator delete(p); }

void* operator new(std::size_t bytes, std::align_val_t alignment) {
  if (fails()) throw std::bad_alloc();
  const auto a = static_cast<std::size_t>(alignment);
  void* p = std::aligned_alloc(a, (bytes + a - 1) / a * a);
  if (!p) throw std::bad_alloc();
  ++blocks;
  return p;
}

void operator delete(void* p, std::align_val_t) noexcept { operator delete(p); }

void operator delete(void* p, std::size_t, std::align_val_t) noexcept { operator delete(p); }
