// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Unloads the shared object while its thread hangs, and lets the thread return into it: the program
// lives on (D27).

#include <dlfcn.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "support/process.hpp"

namespace {

std::atomic<bool> hangs = false, released = false;

void wait_for(const std::atomic<bool>& flag) {
  while (!flag) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void hang() {
  hangs = true;
  wait_for(released);
}

void wait_until_it_hangs() { wait_for(hangs); }

}  // namespace

int main(int, char** arguments) {
  void* const plugin = ::dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  if (!plugin) {
    std::puts(::dlerror());
    return EXIT_FAILURE;
  }
  reinterpret_cast<void (*)(void (*)(), void (*)())>(::dlsym(plugin, "ask"))(&hang,
                                                                             &wait_until_it_hangs);
  ::dlclose(plugin);
  released = true;
  return support::threads_settle(1) ? EXIT_SUCCESS : EXIT_FAILURE;
}
