// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SHARED_PLUGIN_HPP
#define EYEBALLS_TESTS_SHARED_PLUGIN_HPP

#include <string>
#include <system_error>

#include "eyeballs/core/result.hpp"

namespace shared {

/// What an error is about.
struct subject {
  std::string about() const { return name; }

  std::string name;
};

/// What a shared object exports.
struct exported {
  std::error_code (*code)();  ///< `errc::no_endpoints`
  bool (*is_no_endpoints)(const std::error_code&);
  bool (*is_deadlock)(const std::error_code&);
  void (*throw_error)();
  bool (*catches)(void (*)());  ///< whether that throws a task_error, which is about "a host"
  const std::error_category* category;
};

}  // namespace shared

#endif
