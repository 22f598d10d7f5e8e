// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Lines of fields, with comments behind '#': the form of the system's files.

#include <algorithm>
#include <string_view>

#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What stands between fields. A NUL ends a line for some who read it, and is no part of a field
/// for anybody.
inline constexpr std::string_view white_space(" \t\n\v\f\r\0", 7);

/// Takes the next line off `text`, without its comment.
inline std::string_view take_line(std::string_view& text) noexcept {
  const std::string_view all = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), all.size() + 1));
  return all.substr(0, all.find('#'));
}

/// Takes the next field off `line`, up to white space or one of `ends`; empty if there is none.
inline std::string_view take_field(std::string_view& line, std::string_view ends = {}) noexcept {
  const auto is_end = [ends](char c) {
    return white_space.find(c) != white_space.npos || ends.find(c) != ends.npos;
  };
  line.remove_prefix(std::min(line.find_first_not_of(white_space), line.size()));
  const std::string_view field(line.begin(), std::find_if(line.begin(), line.end(), is_end));
  line.remove_prefix(field.size());
  return field;
}

/// ASCII's small letter. DNS names know no others.
constexpr char to_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// Whether they are the same in any case.
constexpr bool same_letters(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  return true;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
