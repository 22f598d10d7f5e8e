// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Threads that nobody waits for, on POSIX systems.

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

#include <system_error>

#include "../system_threads.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef __APPLE__
#define EYEBALLS_DSO_HANDLE "___dso_handle"
#else
#define EYEBALLS_DSO_HANDLE "__dso_handle"
#endif

/// Where each shared object, and the program, has a place of its own (Itanium C++ ABI).
extern char this_shared_object __asm__(EYEBALLS_DSO_HANDLE) __attribute__((visibility("hidden")));

inline void keep_code_loaded() noexcept {
  Dl_info here{};
  if (::dladdr(&this_shared_object, &here) == 0 || !here.dli_fname) return;
  ::dlopen(here.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
}

class blocked_signals {
 public:
  blocked_signals() noexcept {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }

  blocked_signals(const blocked_signals&) = delete;

  ~blocked_signals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

inline void at_fork(void (*prepare)(), void (*parent)(), void (*child)()) {
  const int failed = ::pthread_atfork(prepare, parent, child);
  if (failed) throw std::system_error(failed, std::generic_category());
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
