// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Threads that nobody waits for, on Windows, which has neither signals nor fork.

#include <windows.h>
#include <winsock2.h>

#include "../system_threads.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline void keep_code_loaded() noexcept {
  static const char here = 0;
  HMODULE module = nullptr;
  ::GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                       &here, &module);
}

class blocked_signals {
 public:
  blocked_signals() noexcept {}

  blocked_signals(const blocked_signals&) = delete;
};

inline void at_fork(void (*)(), void (*)(), void (*)()) {}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
