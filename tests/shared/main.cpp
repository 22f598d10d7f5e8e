// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>

#include "plugin.hpp"

// Two shared objects, each with a copy of the library of its own: their codes equal `errc`'s in each
// other, and their exceptions are caught.
//
//     shared_objects FIRST SECOND

namespace {

shared::exported load(const char* file) {
  void* const plugin = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!plugin) {
    std::puts(dlerror());
    std::exit(2);
  }
  return reinterpret_cast<shared::exported (*)()>(dlsym(plugin, "functions"))();
}

int wrong = 0;

void check(bool right, const char* what) {
  if (right) return;
  ++wrong;
  std::printf("wrong: %s\n", what);
}

void check_pair(const shared::exported& a, const shared::exported& b) {
  check(b.is_no_endpoints(a.code()), "a code of another object equals the errc");
  check(!b.is_deadlock(a.code()), "and no other errc");
  check(b.catches(a.throw_error), "an exception of another object is caught, with its subject");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const shared::exported first = load(argv[1]);
  const shared::exported second = load(argv[2]);
  check(first.category != second.category, "the copies are two, or this test shows nothing");
  check_pair(first, second);
  check_pair(second, first);
  check(first.code() == eyeballs::errc::no_endpoints, "a code equals the program's own errc");
  check(eyeballs::errc::no_endpoints == second.code(), "in either order");
  check(first.code() != eyeballs::errc::deadlock, "and differs from another");
  check(!first.is_no_endpoints(std::error_code(1, std::generic_category())),
        "a code of another category does not equal");
  return wrong == 0 ? 0 : 1;
}
