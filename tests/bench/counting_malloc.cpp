// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Stands before glibc's malloc, and counts.

#include <errno.h>
#include <malloc.h>

#include "heap.hpp"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace {

// One thread alone allocates in these programs.
constinit bench::heap_use now;
constinit std::size_t bytes_at_reset = 0;

void* noted(void* memory) noexcept {
  ++now.allocations;
  now.outstanding += malloc_usable_size(memory);
  if (now.outstanding > bytes_at_reset + now.peak) now.peak = now.outstanding - bytes_at_reset;
  return memory;
}

}  // namespace

namespace bench {

heap_use heap_now() noexcept { return now; }

void reset_peak() noexcept {
  bytes_at_reset = now.outstanding;
  now.peak = 0;
}

}  // namespace bench

extern "C" {

void* malloc(std::size_t bytes) { return noted(__libc_malloc(bytes)); }

void* calloc(std::size_t count, std::size_t bytes) { return noted(__libc_calloc(count, bytes)); }

void* realloc(void* memory, std::size_t bytes) {
  now.outstanding -= malloc_usable_size(memory);
  return noted(__libc_realloc(memory, bytes));
}

void* memalign(std::size_t alignment, std::size_t bytes) {
  return noted(__libc_memalign(alignment, bytes));
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) { return memalign(alignment, bytes); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) {
  *memory = memalign(alignment, bytes);
  return *memory ? 0 : ENOMEM;
}

void free(void* memory) {
  now.outstanding -= malloc_usable_size(memory);
  __libc_free(memory);
}
}
