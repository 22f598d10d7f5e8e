// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A file of the system's configuration as one string. Blocks: not for an executor.

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

#include "../../core/result.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A list of blocked hosts has some megabytes. What is larger is no file that somebody has written.
inline constexpr std::size_t largest_file = std::size_t(64) << 20;

/// Yields the whole file. Ends with an error, whose code is the system's, if it can't be read; and
/// with `std::errc::file_too_large` if it is larger than `limit`, or never ends.
inline result<std::string> read_file(const char* path, std::size_t limit = largest_file) {
  const auto failed = [path](std::error_code why) { return error(why, path); };
  const auto last_error = [] { return std::error_code(errno, std::generic_category()); };

  constexpr const char* close_on_exec = "re";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path, close_on_exec),
                                                             &std::fclose);
  if (!file) return failed(last_error());

  std::string text;
  std::array<char, 16384> part;
  for (;;) {
    const std::size_t size = std::fread(part.data(), 1, part.size(), file.get());
    if (size == 0) break;
    if (size > limit - text.size()) return failed(std::make_error_code(std::errc::file_too_large));
    text.append(part.data(), size);
  }
  if (std::ferror(file.get())) return failed(last_error());
  return text;
}

/// As `read_file`, but a file that is not there is empty.
inline result<std::string> read_file_if_any(const char* path, std::size_t limit = largest_file) {
  auto text = read_file(path, limit);
  if (!text && text.error().code() == std::errc::no_such_file_or_directory) return std::string();
  return text;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
