// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Strings and numbers as JSON.

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

/// How many bytes of `s` are one well-formed UTF-8 sequence; 0 if none are.
inline std::size_t utf8_length(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? s[i] & 0xFF : 0; };
  const int lead = byte(0);
  const int second = byte(1);
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(1)) return 0;
  if (lead < 0xE0) return 2;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || !continues(2)) return 0;
  if (lead < 0xF0) return 3;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) || !continues(3)) return 0;
  return 4;
}

/// A JSON string, whatever is in `text`: what is no UTF-8 becomes U+FFFD.
inline std::string json_string(std::string_view text) {
  std::string json = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const char c = text.front();
    if (length == 0) {
      json += "\\ufffd";
    } else if (length == 1 && (c < 0x20 || c == 0x7F)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", unsigned(c));
      json += escape;
    } else {
      if (c == '"' || c == '\\') json += '\\';
      json += text.substr(0, length);
    }
    text.remove_prefix(length ? length : 1);
  }
  return json + '"';
}

inline std::string json_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}
