// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "plugin.hpp"

// A shared object that has a copy of the library, and hides what it does not export.

namespace {

using eyeballs::errc;

std::error_code code() { return errc::no_endpoints; }

bool is_no_endpoints(const std::error_code& code) { return code == errc::no_endpoints; }

bool is_deadlock(const std::error_code& code) { return code == errc::deadlock; }

void throw_error() {
  throw eyeballs::task_error(eyeballs::error(code(), shared::subject{"a host"}));
}

bool catches(void (*thrower)()) {
  try {
    thrower();
  } catch (const eyeballs::task_error& e) {
    const auto* subject = e.error().subject_as<shared::subject>();
    return subject && subject->name == "a host";
  } catch (...) {}
  return false;
}

}  // namespace

extern "C" [[gnu::visibility("default")]] shared::exported functions() {
  return {&code,        &is_no_endpoints, &is_deadlock,
          &throw_error, &catches,         &eyeballs::eyeballs_category()};
}
